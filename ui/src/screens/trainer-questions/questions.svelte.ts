// Questions, hardest first, of all modules or of one.

import { exportQuestions, type QuestionReport, trainerQuestions } from '../../api';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { Load } from '../../shared/state/load.svelte';

export interface QuestionsCalls {
  trainerQuestions: typeof trainerQuestions;
  exportQuestions: typeof exportQuestions;
}

export class Questions {
  readonly load: Load<QuestionReport>;
  readonly exporting: Exporting;
  moduleId = $state<string | null>(null);
  /** The rows that show what was chosen. */
  opened = $state.raw<ReadonlySet<string>>(new Set());

  constructor(moduleId: string | null, calls: QuestionsCalls = { trainerQuestions, exportQuestions }) {
    this.moduleId = moduleId;
    this.load = new Load(() => calls.trainerQuestions({ moduleId: this.moduleId }));
    this.exporting = new Exporting(() => calls.exportQuestions({ moduleId: this.moduleId }));
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.exporting.action.failure);
  }

  async show(moduleId: string | null): Promise<void> {
    this.moduleId = moduleId;
    this.exporting.written = null;
    await this.load.again();
  }

  isOpen(key: string): boolean {
    return this.opened.has(key);
  }

  toggle(key: string) {
    const opened = new Set(this.opened);
    if (!opened.delete(key)) opened.add(key);
    this.opened = opened;
  }
}
