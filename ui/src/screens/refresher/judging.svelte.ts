// A message of the inbox as a card: looked at, judged, then walked through.

import type { Confidence, InboxJudgement, InboxTell, JudgeCard, MessageCard, MessageJudged } from '../../api';
import { type Letter, Looking } from '../../features/inbox/looking.svelte';
import type { Action } from '../../shared/state/action.svelte';
import { Stopwatch } from '../../shared/state/stopwatch';

/** A judgement without the place of its card in the sitting. */
export type Judgement = Omit<JudgeCard, 'sitting' | 'done'>;

export class Judging extends Looking {
  chosen = $state<InboxJudgement | null>(null);
  confidence = $state<Confidence | null>(null);
  /** Saving was asked for while nothing was chosen. */
  gap = $state(false);
  /** What the message is, once the judgement is saved. */
  judged = $state.raw<MessageJudged | null>(null);

  constructor(
    readonly card: MessageCard,
    /** Saves the judgement. True when it is saved. */
    private readonly save: (judgement: Judgement) => Promise<MessageJudged | undefined>,
    readonly judging: Action,
    private readonly watch = new Stopwatch(),
  ) {
    super();
  }

  get letter(): Letter {
    return this.card;
  }

  get walk(): readonly InboxTell[] {
    return this.judged?.shown.walk ?? [];
  }

  choose(judgement: InboxJudgement) {
    if (this.judged) return;
    this.chosen = judgement;
    this.gap = false;
  }

  rate(confidence: Confidence | null) {
    if (!this.judged) this.confidence = confidence;
  }

  /** Saves the judgement. True when it is saved and the message is explained now. */
  async judge(): Promise<boolean> {
    if (this.judged || this.judging.running) return false;
    const { chosen: judgement, confidence } = this;
    this.gap = judgement === null;
    if (judgement === null) return false;
    const judged = await this.save({ cardId: this.card.cardId, judgement, confidence, elapsedMs: this.watch.elapsedMs });
    if (judged) this.judged = judged;
    return judged !== undefined;
  }
}
