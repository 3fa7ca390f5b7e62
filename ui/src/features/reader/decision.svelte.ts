// A decision: choose, then decide. Private, never scored.

import { type Block, type DecisionTaken, type Learner, recordDecision } from '../../api';
import type { Answers } from '../../shared/content/answers';
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
  readonly #send: Answers['decide'];

  constructor(block: DecisionBlock, place: Place, send: Answers['decide'] = recordDecision) {
    this.#send = send;
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

  /** Saves the choice. Gives who has decided; nobody when it was tried only, or not saved, and then the choice stays. */
  async decide(): Promise<Learner | undefined> {
    if (this.taken) return undefined;
    if (this.chosen === undefined) {
      this.missing = true;
      return undefined;
    }
    const optionId = this.chosen;
    const saved = await this.saving.run(() =>
      this.#send({ ...this.#place, decisionId: this.#block.id, optionId, elapsedMs: this.#watch.elapsedMs }),
    );
    if (!saved) return undefined;
    this.taken = saved.taken;
    this.chosen = saved.taken.optionId;
    return saved.learner ?? undefined;
  }
}
