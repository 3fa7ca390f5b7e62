// A question that stands in front of somebody: what is chosen so far, and what is missing.

import type { Confidence, Question, Response } from '../../api';
import { Stopwatch } from '../../shared/state/stopwatch';
import { draftOf, OrderDraft, type Draft, type Gap } from './drafts.svelte';

/** An answer that is ready to be saved. */
export interface Submission {
  itemId: string;
  response: Response;
  confidence: Confidence | null;
  elapsedMs: number;
}

export class Asking {
  readonly draft: Draft;
  confidence = $state<Confidence | null>(null);
  /** Shown after a submit that lacked something, until the next submit. */
  gaps = $state.raw<Gap[]>([]);
  /** Grows with every submit that lacked something, so that the summary takes focus each time. */
  refusals = $state(0);
  #saved: string;

  constructor(
    readonly question: Question,
    saved: Response | null,
    confidence: Confidence | null,
    readonly watch: Stopwatch = new Stopwatch(),
  ) {
    this.draft = draftOf(question, saved);
    this.confidence = confidence;
    this.#saved = this.#print();
  }

  rate(confidence: Confidence | null) {
    this.confidence = confidence;
  }

  /** The answer as it stands; null when something is missing. */
  get complete(): Submission | null {
    const response = this.draft.response;
    if (!response) return null;
    const { confidence, watch } = this;
    return { itemId: this.question.itemId, response, confidence, elapsedMs: watch.elapsedMs };
  }

  /** Something was chosen that has not been saved. */
  get changed(): boolean {
    return this.#print() !== this.#saved;
  }

  /** What was submitted is saved now; later choices are changes again. */
  saved(submission: Submission) {
    this.#saved = JSON.stringify([submission.response, submission.confidence]);
  }

  /** The answer, or null after showing what is missing. */
  submit(): Submission | null {
    this.gaps = this.draft.gaps;
    if (this.gaps.length === 0) return this.complete;
    if (this.draft instanceof OrderDraft) this.draft.confirm();
    this.refusals += 1;
    return null;
  }

  #print(): string {
    return JSON.stringify([this.draft.response, this.confidence]);
  }
}
