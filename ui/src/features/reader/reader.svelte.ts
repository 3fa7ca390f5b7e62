// A step on the screen: opened, read, finished.

import { type AfterStep, type Block, finishStep, openStep, type StepView } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { Stopwatch } from '../../shared/state/stopwatch';

export class Reader {
  readonly load: Load<StepView>;
  readonly finishing = new Action();
  /** Decisions of this step that have been taken since it was opened. */
  #taken = $state.raw<ReadonlySet<string>>(new Set());
  /** Practice questions of this step that have been answered since it was opened. */
  #answered = $state.raw<ReadonlySet<string>>(new Set());
  readonly #watch = new Stopwatch();

  constructor(moduleId: string, stepId: string | undefined, given?: StepView) {
    this.load = new Load(() => openStep({ moduleId, stepId: stepId ?? null }), given);
  }

  get step(): StepView | undefined {
    return this.load.data;
  }

  taken(decisionId: string) {
    this.#taken = new Set(this.#taken).add(decisionId);
  }

  answered(itemId: string) {
    this.#answered = new Set(this.#answered).add(itemId);
  }

  #open(block: Block): boolean {
    if (block.kind === 'decision') return block.taken === null && !this.#taken.has(block.id);
    if (block.kind === 'check') return block.answered === 0 && !this.#answered.has(block.question.itemId);
    return false;
  }

  /** Something in this step is still to be decided or answered; its button is then the main one. */
  get pending(): boolean {
    return this.step?.blocks.some((block) => this.#open(block)) ?? false;
  }

  /** The opening decision is still to be taken: until then a newcomer is nobody to save for. */
  get undecided(): boolean {
    return this.step?.blocks.some((block) => block.kind === 'decision' && this.#open(block)) ?? false;
  }

  /** Marks the step done and gives what follows, or nothing when that failed. */
  finish(): Promise<AfterStep | undefined> {
    return this.finishing.run(async () => {
      const step = this.step;
      if (!step) throw new Error('finished before it was open');
      return finishStep({ moduleId: step.moduleId, stepId: step.stepId, elapsedMs: this.#watch.elapsedMs });
    });
  }
}
