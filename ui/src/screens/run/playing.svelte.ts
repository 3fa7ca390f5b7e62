// A run: choosing, deciding, stepping back, going on. What follows from a choice comes only with the answer.

import { decideInRun, goOnInRun, replayRun, type RunView, stepBackInRun } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Stopwatch } from '../../shared/state/stopwatch';

export interface RunCalls {
  decideInRun: typeof decideInRun;
  stepBackInRun: typeof stepBackInRun;
  goOnInRun: typeof goOnInRun;
  replayRun: typeof replayRun;
}

export type Panel = 'known' | 'log';

export class Playing {
  view = $state.raw() as RunView;
  chosen = $state<string | undefined>(undefined);
  /** Decided without having chosen. */
  missing = $state(false);
  /** What lies open beside the story. */
  panel = $state<Panel | undefined>(undefined);
  readonly saving = new Action();

  readonly #watch = new Stopwatch();

  constructor(
    view: RunView,
    private readonly calls: RunCalls = { decideInRun, stepBackInRun, goOnInRun, replayRun },
  ) {
    this.view = view;
  }

  choose(option: string) {
    if (this.view.stage.kind !== 'scene') return;
    this.chosen = option;
    this.missing = false;
    this.saving.clear();
  }

  /** Commits the choice. True when the consequence is there; the choice stays where it failed. */
  async decide(): Promise<boolean> {
    if (this.view.stage.kind !== 'scene') return false;
    if (this.chosen === undefined) {
      this.missing = true;
      return false;
    }
    const { runId, position } = this.view;
    const option = this.chosen;
    const elapsedMs = this.#watch.elapsedMs;
    const view = await this.saving.run(() => this.calls.decideInRun({ runId, position, option, elapsedMs }));
    if (view) this.view = view;
    return view !== undefined;
  }

  /** The run after the last choice was taken back; nothing when that failed. */
  back(): Promise<RunView | undefined> {
    return this.saving.run(() => this.calls.stepBackInRun({ runId: this.view.runId }));
  }

  /** The run at its next scene, or finished. */
  goOn(): Promise<RunView | undefined> {
    return this.saving.run(() => this.calls.goOnInRun({ runId: this.view.runId }));
  }

  /** Another run, which shares the choices before a decision. */
  goOnFrom(position: number): Promise<RunView | undefined> {
    return this.saving.run(() => this.calls.replayRun({ runId: this.view.runId, position }));
  }

  /** Shows a panel, or hides it when it is the one that is open. True when it is open now. */
  toggle(panel: Panel): boolean {
    this.panel = this.panel === panel ? undefined : panel;
    return this.panel === panel;
  }
}
