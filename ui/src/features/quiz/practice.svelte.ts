// A practice question among the blocks of a step: asked, saved, explained, and asked once more.

import { answerPractice, type Answered, type Block } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Asking } from './asking.svelte';

export type PracticeBlock = Extract<Block, { kind: 'check' }>;

/** The step that the question stands in. */
export interface Place {
  moduleId: string;
  stepId: string;
}

/** One more try after the explanation; after that, the step that teaches it helps more. */
const MOST_ANSWERS = 2;

export class Practice {
  asking = $state.raw() as Asking;
  /** The saved answer with its explanation; while it is absent, the question is being asked. */
  answered = $state.raw<Answered | null>(null);
  times = $state(0);
  /** The answer shown was given just now, not on an earlier visit. */
  justNow = $state(false);
  readonly saving = new Action();

  constructor(
    private readonly place: Place,
    private readonly block: PracticeBlock,
    private readonly send: typeof answerPractice = answerPractice,
  ) {
    this.asking = new Asking(block.question, null, null);
    this.answered = block.feedback;
    this.times = block.answered;
  }

  /** Saves the answer. True when it is saved and explained now. */
  async check(): Promise<boolean> {
    if (this.saving.running || this.answered) return false;
    const submission = this.asking.submit();
    if (!submission) return false;
    const saved = await this.saving.run(() => this.send({ ...this.place, ...submission }));
    if (!saved) return false;
    this.answered = saved.answered;
    this.times = saved.times;
    this.justNow = true;
    return true;
  }

  get mayTryAgain(): boolean {
    if (!this.answered || this.times >= MOST_ANSWERS) return false;
    return this.answered.explanation.outcome !== 'right';
  }

  tryAgain() {
    if (!this.mayTryAgain) return;
    this.asking = new Asking(this.block.question, null, null);
    this.answered = null;
    this.justNow = false;
  }
}
