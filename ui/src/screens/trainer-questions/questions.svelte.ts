// Questions, hardest first: of all modules or of one, of whom the reports are told.

import {
  type AskQuestions,
  asFailure,
  type Attempts,
  exportQuestions,
  type Failure,
  type QuestionAsked,
  type QuestionReport,
  trainerQuestion,
  trainerQuestions,
} from '../../api';
import { reportFilter } from '../../features/reports/among.svelte';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { Load } from '../../shared/state/load.svelte';

export interface QuestionsCalls {
  trainerQuestions: typeof trainerQuestions;
  trainerQuestion: typeof trainerQuestion;
  exportQuestions: typeof exportQuestions;
}

export class Questions {
  readonly load: Load<QuestionReport>;
  readonly exporting: Exporting;
  moduleId = $state<string | null>(null);
  /** The rows that show what was chosen. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  /** Opened questions whole, as far as they have come. */
  whole = $state.raw<Readonly<Record<string, QuestionAsked>>>({});
  failure = $state.raw<Failure | undefined>(undefined);
  readonly #calls: QuestionsCalls;

  constructor(moduleId: string | null, calls: QuestionsCalls = { trainerQuestions, trainerQuestion, exportQuestions }) {
    this.#calls = calls;
    this.moduleId = moduleId;
    this.load = new Load(() => calls.trainerQuestions(this.asked));
    this.exporting = new Exporting(() => calls.exportQuestions(this.asked));
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.exporting.action.failure, this.failure);
  }

  get asked(): AskQuestions {
    return { moduleId: this.moduleId, among: reportFilter.asked, attempts: reportFilter.attempts };
  }

  show(moduleId: string | null): Promise<void> {
    this.moduleId = moduleId;
    return this.narrow();
  }

  count(attempts: Attempts): Promise<void> {
    reportFilter.attempts = attempts;
    return this.narrow();
  }

  /** Told of others than before. */
  async narrow(): Promise<void> {
    this.exporting.written = null;
    await this.load.again();
  }

  isOpen(hash: string): boolean {
    return this.opened.has(hash);
  }

  async toggle(hash: string): Promise<void> {
    const opened = new Set(this.opened);
    if (!opened.delete(hash)) opened.add(hash);
    this.opened = opened;
    if (!opened.has(hash) || this.whole[hash]) return;
    try {
      const whole = await this.#calls.trainerQuestion({ itemHash: hash });
      this.whole = { ...this.whole, [hash]: whole };
      this.failure = undefined;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    }
  }
}
