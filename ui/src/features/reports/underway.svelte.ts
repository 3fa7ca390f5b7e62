// A file on its way that the person waits for: how far it is, and stopping it. What was stopped leaves no file.

import { stopWork, workProgress, type WorkProgress } from '../../api';
import { Action } from '../../shared/state/action.svelte';

/** How often is asked how far it is. What is over before that shows no progress. */
const ASK_MS = 250;

export interface UnderwayCalls {
  workProgress: () => Promise<WorkProgress | null>;
  stopWork: () => Promise<unknown>;
}

export class Underway {
  readonly stopping = new Action();
  /** How far it is, while it is written. */
  progress = $state.raw<WorkProgress | null>(null);
  /** It was stopped, and there is no file. */
  stopped = $state(false);
  /** It ended with a file or a failure: it was not stopped, whatever was asked. */
  #ended = false;

  constructor(private readonly calls: UnderwayCalls = { workProgress, stopWork }) {}

  /** Does the work and looks how far it is. Gives nothing when it failed, was stopped or was cancelled. */
  async watch<T>(action: Action, work: () => Promise<T | null>): Promise<T | null> {
    this.forget();
    const timer = setInterval(() => void this.#look(action), ASK_MS);
    const made = (await action.run(work)) ?? null;
    clearInterval(timer);
    this.progress = null;
    this.#ended = made !== null || action.failure !== undefined;
    // What was whole before it could be stopped is there, and is said to be.
    if (this.#ended) this.stopped = false;
    return made;
  }

  async stop(): Promise<void> {
    const asked = await this.stopping.run(async () => {
      await this.calls.stopWork();
      return true;
    });
    // The answer to this and the end of the writing may come in either order.
    if (asked && !this.#ended) this.stopped = true;
  }

  forget() {
    this.#ended = false;
    this.stopped = false;
    this.stopping.clear();
  }

  async #look(action: Action): Promise<void> {
    try {
      const progress = await this.calls.workProgress();
      if (action.running) this.progress = progress;
    } catch {
      // What is wrong, the writing itself says.
      this.progress = null;
    }
  }
}
