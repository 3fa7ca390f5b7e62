// Choosing a role and beginning a run.

import { type RunView, startRun } from '../../api';
import { Action } from '../../shared/state/action.svelte';

export class Beginning {
  chosen = $state<string | undefined>(undefined);
  /** Begun without a role. */
  missing = $state(false);
  readonly saving = new Action();

  constructor(private readonly start: typeof startRun = startRun) {}

  choose(roleId: string) {
    this.chosen = roleId;
    this.missing = false;
    this.saving.clear();
  }

  /** The run at its first scene; nothing when no role is chosen or it could not be begun. */
  async begin(): Promise<RunView | undefined> {
    const roleId = this.chosen;
    if (roleId === undefined) {
      this.missing = true;
      return undefined;
    }
    return this.saving.run(() => this.start({ roleId }));
  }
}
