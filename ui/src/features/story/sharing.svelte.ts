// What the learner says about sharing her choices without her name. Off until she says yes.

import { shareMyChoices, type Sharing as Said } from '../../api';
import { Action } from '../../shared/state/action.svelte';

export class Sharing {
  /** Null: she has not said anything yet. */
  choices = $state<boolean | null>(null);
  readonly action = new Action();
  readonly #share: typeof shareMyChoices;

  constructor(said: Said, share: typeof shareMyChoices = shareMyChoices) {
    this.choices = said.choices;
    this.#share = share;
  }

  /** Says whether it was saved. What was said before stays when it was not. */
  async say(yes: boolean): Promise<boolean> {
    const said = await this.action.run(() => this.#share({ yes }));
    if (said) this.choices = said.choices;
    return said !== undefined;
  }
}
