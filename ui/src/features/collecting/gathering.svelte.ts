// Collecting from a record store: one page after the other, until all are read, something is the matter, or somebody
// stops it. Nothing is taken in before the person says so.

import * as api from '../../api';
import type { Gathering, WhyLeftOut } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import type { MessageId } from '../../shared/text';

type Commands = Pick<typeof api, 'gathering' | 'lookInStore' | 'lookOnInStore' | 'removeSource' | 'stopLook' | 'takeFromStore'>;

export class FromStore {
  readonly load: Load<Gathering>;
  readonly looking = new Action();
  readonly action = new Action();
  /** The form for the store is open. */
  naming = $state(false);
  /** Checks that were taken in since the page was opened. */
  taken = $state(0);
  private stopped = false;

  constructor(private readonly commands: Commands = api) {
    this.load = new Load(commands.gathering);
  }

  /** Begins to look, and reads to the end. */
  async look(fromStart: boolean): Promise<void> {
    this.taken = 0;
    await this.#read(() => this.commands.lookInStore({ fromStart }));
  }

  /** Reads on after something was the matter. */
  async goOn(): Promise<void> {
    await this.#read(this.commands.lookOnInStore);
  }

  /** The page that is on its way is the last one. */
  stop(): void {
    this.stopped = true;
  }

  async forget(): Promise<void> {
    await this.#do(this.commands.stopLook);
  }

  async take(): Promise<void> {
    const found = this.load.data?.looked?.newChecks ?? 0;
    if (await this.#do(this.commands.takeFromStore)) this.taken += found;
  }

  remove(): Promise<boolean> {
    return this.#do(this.commands.removeSource);
  }

  async #read(begin: () => Promise<Gathering>): Promise<void> {
    this.stopped = false;
    await this.looking.run(async () => {
      let seen = await begin();
      this.load.set(seen);
      while (!this.stopped && seen.looked?.state.kind === 'more') {
        seen = await this.commands.lookOnInStore();
        this.load.set(seen);
      }
    });
  }

  async #do(work: () => Promise<Gathering>): Promise<boolean> {
    const after = await this.action.run(work);
    if (after) this.load.set(after);
    return after !== undefined;
  }
}

export const LEFT_OUT: Record<WhyLeftOut, MessageId> = {
  notOurs: 'gather-left-not-ours',
  notWhole: 'gather-left-not-whole',
  noPack: 'gather-left-no-pack',
  doesNotFit: 'gather-left-does-not-fit',
};
