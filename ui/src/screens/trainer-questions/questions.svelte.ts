// Questions, hardest first: of all modules or of one, of everybody or of a group, at any time or lately.

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
  asked = $state.raw<AskQuestions>({ moduleId: null, groupId: null, lastDays: null, fromDay: null, toDay: null, attempts: 'first' });
  /** The rows that show what was chosen. */
  opened = $state.raw<ReadonlySet<string>>(new Set());
  /** Opened questions whole, as far as they have come. */
  whole = $state.raw<Readonly<Record<string, QuestionAsked>>>({});
  failure = $state.raw<Failure | undefined>(undefined);
  readonly #calls: QuestionsCalls;

  constructor(moduleId: string | null, calls: QuestionsCalls = { trainerQuestions, trainerQuestion, exportQuestions }) {
    this.#calls = calls;
    this.asked = { ...this.asked, moduleId };
    this.load = new Load(() => calls.trainerQuestions(this.asked));
    this.exporting = new Exporting(() => calls.exportQuestions(this.asked));
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.exporting.action.failure, this.failure);
  }

  async show(change: Partial<AskQuestions>): Promise<void> {
    this.asked = { ...this.asked, ...change };
    this.exporting.written = null;
    await this.load.again();
  }

  count(attempts: string): Promise<void> {
    return this.show({ attempts: attempts as Attempts });
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
