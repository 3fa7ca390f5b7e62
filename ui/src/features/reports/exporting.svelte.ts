// Writing a file that the person chooses. Cancelling the dialog changes nothing and says nothing.

import type { Exported } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Underway } from './underway.svelte';

export class Exporting {
  readonly action = new Action();
  /** The file of the last export. */
  written = $state.raw<Exported | null>(null);

  constructor(
    private readonly write: () => Promise<Exported | null>,
    readonly underway = new Underway(),
  ) {}

  async export(): Promise<void> {
    if (this.action.running) return;
    this.written = null;
    this.written = await this.underway.watch(this.action, this.write);
  }
}
