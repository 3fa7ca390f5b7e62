// One message of a round: looked at, judged, its spots marked, then walked through.

import { type InboxJudgement, type InboxTell, type InboxView, judgeMessage, markSpots } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Stopwatch } from '../../shared/state/stopwatch';
import { type Letter, Looking } from './looking.svelte';

export interface ReadingCalls {
  judgeMessage: typeof judgeMessage;
  markSpots: typeof markSpots;
}

export class Reading extends Looking {
  view = $state.raw() as InboxView;
  chosen = $state<InboxJudgement | null>(null);
  /** Saving was asked for while nothing was chosen. */
  gap = $state(false);
  /** The judgement was saved just now, not on an earlier visit. */
  justNow = $state(false);
  readonly judging = new Action();
  readonly marking = new Action();

  constructor(
    view: InboxView,
    private readonly calls: ReadingCalls = { judgeMessage, markSpots },
    private readonly watch = new Stopwatch(),
  ) {
    super();
    this.view = view;
    this.chosen = view.told?.judgement ?? null;
    this.marked = new Set(view.shown?.found.concat(view.shown.beside) ?? []);
  }

  get position(): number {
    return this.view.message.position;
  }

  get letter(): Letter {
    return this.view;
  }

  get walk(): readonly InboxTell[] {
    return this.view.shown?.walk ?? [];
  }

  choose(judgement: InboxJudgement) {
    if (this.view.told) return;
    this.chosen = judgement;
    this.gap = false;
  }

  /** Saves the judgement. True when it is saved and the message is explained now. */
  async judge(): Promise<boolean> {
    if (this.view.told || this.judging.running) return false;
    const judgement = this.chosen;
    this.gap = judgement === null;
    if (judgement === null) return false;
    const { roundId } = this.view;
    const view = await this.judging.run(() =>
      this.calls.judgeMessage({ roundId, position: this.position, judgement, elapsedMs: this.watch.elapsedMs }),
    );
    if (!view) return false;
    this.view = view;
    this.justNow = true;
    return true;
  }

  /** Marks a spot or takes the mark away; only between the judgement and the walk. */
  toggle(spot: string) {
    if (!this.view.told || this.view.shown) return;
    const marked = new Set(this.marked);
    if (!marked.delete(spot)) marked.add(spot);
    this.marked = marked;
  }

  /** Saves the marks. True when they are saved and the walk can begin. */
  async show(): Promise<boolean> {
    if (!this.view.told || this.view.shown || this.marking.running) return false;
    const { roundId } = this.view;
    const spots = this.view.message.spots.filter((spot) => this.marked.has(spot));
    const view = await this.marking.run(() => this.calls.markSpots({ roundId, position: this.position, spots }));
    if (!view) return false;
    this.view = view;
    this.at = 0;
    return true;
  }
}
