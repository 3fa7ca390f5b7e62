// Taking a person out of the trainer's store: the word has to be typed, and only then it is done.

import { type Forgotten, forgetPerson } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { plain, t } from '../../shared/text';

export class Forgetting {
  readonly action = new Action();
  typed = $state('');
  /** The word is missing or another one. */
  problem = $state(false);
  readonly #personId: string;

  constructor(personId: string) {
    this.#personId = personId;
  }

  write(typed: string) {
    this.typed = typed;
    this.problem = false;
  }

  /** Takes the person out when the word stands there; nothing when it does not, or when it failed. */
  async forget(): Promise<Forgotten | undefined> {
    if (this.action.running) return undefined;
    this.problem = folded(this.typed) !== folded(t('forget-word'));
    if (this.problem) return undefined;
    return this.action.run(() => forgetPerson({ personId: this.#personId }));
  }
}

/** Upper or lower case, and spaces around the word, decide nothing. */
function folded(word: string): string {
  return plain(word).trim().toLocaleUpperCase();
}
