// Something that the person does and that is saved: runs once at a time, and keeps its failure for the
// view to show. What was typed or chosen belongs to the view and is never touched here.

import { asFailure, type Failure } from '../../api';

export class Action {
  running = $state(false);
  failure = $state.raw<Failure | undefined>(undefined);

  /** Runs the work, unless it is running already. Gives its result, or nothing when it failed or was refused. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.running) return undefined;
    this.running = true;
    this.failure = undefined;
    try {
      return await work();
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return undefined;
    } finally {
      this.running = false;
    }
  }

  clear() {
    this.failure = undefined;
  }
}
