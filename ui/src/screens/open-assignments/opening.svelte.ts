// Opening a trainer's file: chosen, looked at, trusted once, taken.

import { type OpenedAssignments, openAssignmentFile, trustTrainer } from '../../api';
import { Action } from '../../shared/state/action.svelte';

export interface OpeningCalls {
  openAssignmentFile: typeof openAssignmentFile;
  trustTrainer: typeof trustTrainer;
}

export class Opening {
  readonly action = new Action();
  opened = $state.raw<OpenedAssignments | undefined>(undefined);
  /** The person said that this trainer is not trusted. */
  declined = $state(false);
  readonly #calls: OpeningCalls;

  constructor(calls: OpeningCalls = { openAssignmentFile, trustTrainer }) {
    this.#calls = calls;
  }

  /** True when there is something to read. */
  async choose(): Promise<boolean> {
    this.declined = false;
    const opened = await this.action.run(this.#calls.openAssignmentFile);
    this.opened = opened ?? undefined;
    return this.opened !== undefined;
  }

  async trust(): Promise<boolean> {
    const opened = await this.action.run(this.#calls.trustTrainer);
    if (opened) this.opened = opened;
    return opened !== undefined;
  }

  decline() {
    this.opened = undefined;
    this.declined = true;
  }
}
