// A sitting of the refresher: cards that are asked, answered, graded and, if somebody wants, taken back.

import {
  answerCard,
  type CardAnswered,
  type CardTurn,
  type Grade,
  gradeCard,
  type GradeDay,
  judgeCard,
  nextCard,
  type Refresher,
  type RefresherCard,
  type Sitting,
  undoCard,
} from '../../api';
import { Asking } from '../../features/quiz/asking.svelte';
import { Action } from '../../shared/state/action.svelte';
import { type Judgement, Judging } from './judging.svelte';

export interface RefresherCalls {
  nextCard: typeof nextCard;
  answerCard: typeof answerCard;
  judgeCard: typeof judgeCard;
  gradeCard: typeof gradeCard;
  undoCard: typeof undoCard;
}

/** What a saved answer says of its card: when it comes back, and how many follow. */
export interface Saved {
  reviewId: string;
  /** The grade that the answer gave itself. */
  grade: Grade;
  grades: readonly GradeDay[];
  left: number;
}

/** What stands on the page: the start, a card that is asked, its explanation, the end. */
export type Phase = 'start' | 'asked' | 'answered' | 'done';

export class Refreshing {
  refresher = $state.raw() as Refresher;
  phase = $state<Phase>('start');
  card = $state.raw<RefresherCard | null>(null);
  asking = $state.raw<Asking | null>(null);
  /** A message that is judged, where the card is one. */
  judging = $state.raw<Judging | null>(null);
  answered = $state.raw<CardAnswered | null>(null);
  saved = $state.raw<Saved | null>(null);
  /** The grade that counts: what the answer set itself, or what the learner said instead. */
  grade = $state<Grade | null>(null);
  readonly moving = new Action();
  readonly saving = new Action();
  readonly grading = new Action();
  #sitting: Sitting = 'due';
  /** Cards answered in this sitting before the one on the page. */
  #done = $state(0);

  constructor(
    refresher: Refresher,
    private readonly calls: RefresherCalls = { nextCard, answerCard, judgeCard, gradeCard, undoCard },
  ) {
    this.refresher = refresher;
  }

  /** Which card of the sitting this is, from 1. */
  get position(): number {
    return this.#done + 1;
  }

  get of(): number {
    return this.#done + (this.#asked?.left ?? 0);
  }

  /** Nothing follows this card. */
  get isLast(): boolean {
    return this.saved?.left === 0;
  }

  get mayUndo(): boolean {
    if (this.phase === 'answered') return true;
    return this.phase === 'asked' ? (this.#asked?.mayUndo ?? false) : this.refresher.mayUndo;
  }

  /** The learner has said otherwise than the answer. */
  get isChanged(): boolean {
    return this.saved !== null && this.grade !== this.saved.grade;
  }

  /** Begins a sitting. True when something else stands on the page now. */
  async start(sitting: Sitting): Promise<boolean> {
    return this.#turn(() => this.calls.nextCard({ sitting, done: 0 }), sitting, 0);
  }

  /** Saves the answer. True when it is saved and explained now. */
  async check(): Promise<boolean> {
    const { asking } = this;
    if (this.saving.running || this.phase !== 'asked' || !asking) return false;
    const submission = asking.submit();
    if (!submission) return false;
    const answered = await this.saving.run(() =>
      this.calls.answerCard({ sitting: this.#sitting, done: this.#done, ...submission }),
    );
    if (!answered) return false;
    this.answered = answered;
    this.#save({ ...answered, reviewId: answered.answered.answerId });
    return true;
  }

  async #judge(judgement: Judgement) {
    if (this.phase !== 'asked') return undefined;
    const place = { sitting: this.#sitting, done: this.#done };
    const judged = await this.saving.run(() => this.calls.judgeCard({ ...place, ...judgement }));
    if (judged) this.#save(judged);
    return judged;
  }

  #save(saved: Saved) {
    this.saved = saved;
    this.grade = saved.grade;
    this.phase = 'answered';
  }

  get #asked(): { left: number; mayUndo: boolean } | null {
    return this.card ?? this.judging?.card ?? null;
  }

  /** Gives the answer on the page another grade. */
  async regrade(grade: Grade): Promise<void> {
    const reviewId = this.saved?.reviewId;
    if (!reviewId || grade === this.grade) return;
    const graded = await this.grading.run(() => this.calls.gradeCard({ reviewId, grade }));
    if (graded) this.grade = graded.grade;
  }

  /** Goes on after an answer. True when something else stands on the page now. */
  async next(): Promise<boolean> {
    if (this.phase !== 'answered' || this.grading.running) return false;
    const done = this.#done + 1;
    return this.#turn(() => this.calls.nextCard({ sitting: this.#sitting, done }), this.#sitting, done);
  }

  /** Takes the last answer back; its card is asked again. */
  async undo(): Promise<boolean> {
    if (!this.mayUndo || this.saving.running || this.grading.running) return false;
    const back = this.phase === 'answered' ? 0 : 1;
    const done = Math.max(0, this.#done - back);
    return this.#turn(() => this.calls.undoCard({ sitting: this.#sitting, done }), this.#sitting, done);
  }

  async #turn(call: () => Promise<CardTurn>, sitting: Sitting, done: number): Promise<boolean> {
    const turn = await this.moving.run(call);
    if (!turn) return false;
    this.#sitting = sitting;
    this.#done = done;
    this.answered = null;
    this.saved = null;
    this.grade = null;
    this.grading.clear();
    this.saving.clear();
    this.card = turn.kind === 'card' ? turn.card : null;
    this.asking = turn.kind === 'card' ? new Asking(turn.card.question, null, null) : null;
    const save = (judgement: Judgement) => this.#judge(judgement);
    this.judging = turn.kind === 'message' ? new Judging(turn.card, save, this.saving) : null;
    if (turn.kind === 'done') this.refresher = turn.refresher;
    this.phase = turn.kind === 'done' ? 'done' : 'asked';
    return true;
  }
}
