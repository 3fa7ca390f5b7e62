// A decision: choose, then decide. Private, never scored.

import { type Block, type DecisionTaken, type Learner, recordDecision } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Stopwatch } from '../../shared/state/stopwatch';

export type DecisionBlock = Extract<Block, { kind: 'decision' }>;

interface Place {
  moduleId: string;
  stepId: string;
}

export class Decision {
  chosen = $state<string | undefined>(undefined);
  taken = $state.raw<DecisionTaken | null>(null);
  /** Decided without having chosen. */
  missing = $state(false);
  readonly saving = new Action();

  readonly #block: DecisionBlock;
  readonly #place: Place;
  readonly #watch = new Stopwatch();

  constructor(block: DecisionBlock, place: Place) {
    this.#block = block;
    this.#place = place;
    this.taken = block.taken;
    this.chosen = block.taken?.optionId;
  }

  choose(optionId: string) {
    if (this.taken) return;
    this.chosen = optionId;
    this.missing = false;
    this.saving.clear();
  }

  /** Saves the choice. Gives who has decided; nothing when it was not saved, and the choice stays. */
  async decide(): Promise<Learner | undefined> {
    if (this.taken) return undefined;
    if (this.chosen === undefined) {
      this.missing = true;
      return undefined;
    }
    const optionId = this.chosen;
    const saved = await this.saving.run(() =>
      recordDecision({ ...this.#place, decisionId: this.#block.id, optionId, elapsedMs: this.#watch.elapsedMs }),
    );
    if (!saved) return undefined;
    this.taken = saved.taken;
    this.chosen = saved.taken.optionId;
    return saved.learner;
  }
}
