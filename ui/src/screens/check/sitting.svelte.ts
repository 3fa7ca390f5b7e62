// One question of a final check: answered, saved, flagged, left. What was begun and not saved waits in
// `begun` until the person comes back to it.

import {
  type Answered,
  type AnswerSaved,
  type CheckView,
  flagQuestion,
  openQuestion,
  recordAnswer,
} from '../../api';
import { Asking, type Submission } from '../../features/quiz/asking.svelte';
import { Action } from '../../shared/state/action.svelte';
import { begun, type Begun } from './begun';
import type { SavedQuestion } from './given';

export interface CheckCalls {
  recordAnswer: typeof recordAnswer;
  openQuestion: typeof openQuestion;
  flagQuestion: typeof flagQuestion;
}

export class Sitting {
  readonly asking: Asking;
  view = $state.raw() as CheckView;
  /** The last answer that has come back as saved, of this question or the one before. */
  lastSaved = $state.raw<SavedQuestion | undefined>(undefined);
  /** With feedback at once: the committed answer with its explanation. */
  answeredWith = $state.raw<Answered | null>(null);
  /** The question behind it, once it is known. */
  next = $state.raw<CheckView | null>(null);
  readonly saving = new Action();
  readonly flagging = new Action();

  constructor(
    view: CheckView,
    private readonly calls: CheckCalls = { recordAnswer, openQuestion, flagQuestion },
    private readonly waiting: Begun = begun,
  ) {
    this.view = view;
    this.answeredWith = view.answeredWith;
    const again = waiting.take(view.attemptId, view.position);
    again?.watch.resume();
    this.asking = again ?? new Asking(view.question, view.response, view.confidence);
  }

  /** Saves the answer; nothing when something is missing or the saving failed. */
  async save(): Promise<AnswerSaved | undefined> {
    if (this.saving.running || this.answeredWith) return undefined;
    const submission = this.asking.submit();
    if (!submission) return undefined;
    return this.saving.run(() => this.#record(submission));
  }

  /** Saves what is complete, then opens another question. Nothing when either failed. */
  async open(position: number): Promise<CheckView | undefined> {
    const { attemptId } = this.view;
    return this.saving.run(async () => {
      await this.#settle();
      return this.calls.openQuestion({ attemptId, position });
    });
  }

  /** Saves what is complete, for a page that is left. True when nothing that could be saved is unsaved. */
  async leave(): Promise<boolean> {
    const left = await this.saving.run(async () => {
      await this.#settle();
      return true;
    });
    return left ?? false;
  }

  /**
   * For a page that is left by another way than its own buttons: a complete choice is saved, an
   * unfinished one is kept for when the person comes back.
   */
  async close(): Promise<void> {
    const { attemptId, position } = this.view;
    this.asking.watch.pause();
    if (!this.asking.changed || this.saving.running) return;
    this.waiting.keep(attemptId, position, this.asking);
    if (this.#commits) return;
    if (this.asking.complete && (await this.leave())) this.waiting.take(attemptId, position);
  }

  async flag(): Promise<void> {
    const { attemptId, position, flagged } = this.view;
    const view = await this.flagging.run(() => this.calls.flagQuestion({ attemptId, position, flagged: !flagged }));
    if (view) this.view = { ...this.view, flagged: view.flagged };
  }

  /** What is saved is explained and stays: only pressing the button may save it. */
  get #commits(): boolean {
    return this.view.feedback === 'atOnce';
  }

  async #settle(): Promise<void> {
    if (this.#commits) return;
    const submission = this.asking.changed ? this.asking.complete : null;
    if (submission) await this.#record(submission);
  }

  async #record(submission: Submission): Promise<AnswerSaved> {
    const { attemptId, position } = this.view;
    const saved = await this.calls.recordAnswer({ attemptId, position, ...submission });
    this.asking.saved(submission);
    this.answeredWith = saved.answeredWith;
    this.next = saved.next;
    this.lastSaved = { position, savedAt: saved.savedAt };
    return saved;
  }
}
