// Writing a file that the person chooses. Cancelling the dialog changes nothing and says nothing; work that
// can be watched says how far it is and can be stopped.

import type { Exported, ExportProgress } from '../../api';
import { Action } from '../../shared/state/action.svelte';

/** How often is asked how far it is. What is over before that shows no progress. */
const ASK_MS = 250;

/** What work offers that can be watched. */
export interface Watched {
  progress: () => Promise<ExportProgress | null>;
  stop: () => Promise<unknown>;
}

export class Exporting {
  readonly action = new Action();
  readonly stopping = new Action();
  /** The file of the last export. */
  written = $state.raw<Exported | null>(null);
  /** How far it is, while it is written. */
  progress = $state.raw<ExportProgress | null>(null);
  /** The last export was stopped, and there is no file. */
  stopped = $state(false);

  constructor(
    private readonly write: () => Promise<Exported | null>,
    private readonly watched?: Watched,
  ) {}

  async export(): Promise<void> {
    if (this.action.running) return;
    this.written = null;
    this.stopped = false;
    this.stopping.clear();
    const timer = setInterval(() => void this.#look(), ASK_MS);
    this.written = (await this.action.run(this.write)) ?? null;
    clearInterval(timer);
    this.progress = null;
    // What was whole before it could be stopped is there, and is said to be.
    if (this.written || this.action.failure) this.stopped = false;
  }

  async stop(): Promise<void> {
    const { watched } = this;
    if (!watched) return;
    const asked = await this.stopping.run(async () => {
      await watched.stop();
      return true;
    });
    // The answer to this and the end of the writing may come in either order.
    if (asked && !this.written && !this.action.failure) this.stopped = true;
  }

  async #look(): Promise<void> {
    try {
      const progress = (await this.watched?.progress()) ?? null;
      if (this.action.running) this.progress = progress;
    } catch {
      // What is wrong, the writing itself says.
      this.progress = null;
    }
  }
}
