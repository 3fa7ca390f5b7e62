// The recovery code: shown once, and kept when the trainer says to have it. Until then the one before opens the
// store, so leaving this page loses nothing.

import { keepRecoveryCode, makeRecoveryCode, saveRecoveryCode, type TakingWords, trainerDoor } from '../../api';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface RecoveryCalls {
  trainerDoor: typeof trainerDoor;
  makeRecoveryCode: typeof makeRecoveryCode;
  keepRecoveryCode: typeof keepRecoveryCode;
  saveRecoveryCode: typeof saveRecoveryCode;
}

export class Recovery {
  /** There is a code already; absent while that is not known. */
  readonly load: Load<{ kept: boolean }>;
  readonly making = new Action();
  readonly keeping = new Action();
  readonly saving: Exporting;
  words = $state.raw<readonly string[]>([]);
  /** The door is shut: there is nothing to show here. */
  shut = $state(false);

  constructor(
    paper: () => TakingWords,
    private readonly calls: RecoveryCalls = { trainerDoor, makeRecoveryCode, keepRecoveryCode, saveRecoveryCode },
  ) {
    this.saving = new Exporting(() => calls.saveRecoveryCode(paper()));
    this.load = new Load(async () => {
      const door = await calls.trainerDoor();
      if (door.kind !== 'open') this.shut = true;
      const kept = door.kind === 'open' && door.recoveryCode;
      // Where there is none, the person has come for one.
      if (door.kind === 'open' && !kept) await this.make();
      return { kept };
    });
  }

  get locked(): boolean {
    return this.shut || doorIsShut(this.load.failure, this.making.failure, this.keeping.failure, this.saving.action.failure);
  }

  async make(): Promise<boolean> {
    const made = await this.making.run(this.calls.makeRecoveryCode);
    if (made) this.words = made.words;
    return made !== undefined;
  }

  /** From now on the code opens the store. The page forgets it. */
  async keep(): Promise<boolean> {
    const door = await this.keeping.run(this.calls.keepRecoveryCode);
    if (!door) return false;
    this.words = [];
    return true;
  }
}
