// Giving a name: after there is something to save, and never required.

import { asFailure, type Failure } from '../../api';
import { useSession } from './session.svelte';

export const LONGEST_NAME = 80;

export class Naming {
  name = $state('');
  /** What to correct about the name itself. */
  problem = $state<'missing' | 'taken' | 'invalid' | undefined>(undefined);
  /** Saving failed for another reason; the name stays in its field. */
  failure = $state.raw<Failure | undefined>(undefined);
  saving = $state(false);
  saved = $state(false);

  constructor(name = '') {
    this.name = name;
  }

  write(name: string) {
    this.name = name;
    this.problem = undefined;
  }

  async save(): Promise<boolean> {
    if (this.saving) return false;
    const name = this.name.trim();
    this.failure = undefined;
    this.problem = name === '' ? 'missing' : undefined;
    if (this.problem) return false;
    this.saving = true;
    try {
      await useSession().name(name);
      this.saved = true;
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.code === 'NameTaken') this.problem = 'taken';
      else if (failure.code === 'NameInvalid') this.problem = 'invalid';
      else this.failure = failure;
      return false;
    } finally {
      this.saving = false;
    }
  }
}
