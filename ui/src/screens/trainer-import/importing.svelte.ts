// Importing a list of people: chosen, looked at, then taken.

import { importRoster, previewRoster, type RosterImported, type RosterPreview } from '../../api';
import { doorIsShut } from '../../features/reports/locked';
import { Action } from '../../shared/state/action.svelte';

export interface ImportCalls {
  previewRoster: typeof previewRoster;
  importRoster: typeof importRoster;
}

export class Importing {
  readonly choosing = new Action();
  readonly taking = new Action();
  preview = $state.raw<RosterPreview | undefined>(undefined);
  imported = $state.raw<RosterImported | undefined>(undefined);
  readonly #calls: ImportCalls;

  constructor(calls: ImportCalls = { previewRoster, importRoster }) {
    this.#calls = calls;
  }

  get locked(): boolean {
    return doorIsShut(this.choosing.failure, this.taking.failure);
  }

  /** How many the import would add or change. */
  get toTake(): number {
    return this.preview?.kind === 'ready' ? this.preview.added + this.preview.changed : 0;
  }

  /** True when there is something to look at. Cancelling leaves what was there. */
  async choose(): Promise<boolean> {
    const preview = await this.choosing.run(this.#calls.previewRoster);
    if (!preview) {
      // The other side has let go of what was looked at before.
      this.preview = undefined;
      return false;
    }
    this.preview = preview;
    return true;
  }

  async take(): Promise<boolean> {
    this.imported = await this.taking.run(this.#calls.importRoster);
    return this.imported !== undefined;
  }
}
