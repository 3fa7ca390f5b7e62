// The way of results to the organisation's store: how it stands, and what the person does about it.

import * as api from '../../api';
import type { Delivery, NameStore, RecordStore, StoreRefused, XapiVersion } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

type Commands = Pick<typeof api, 'agreeToDelivery' | 'delivery' | 'pauseDelivery' | 'removeRecordStore' | 'sendNow' | 'sendSetAside'>;

export class Delivering {
  readonly load: Load<Delivery>;
  readonly action = new Action();
  /** The form for the store is open. */
  naming = $state(false);
  /** Removing the store was asked for and not confirmed yet. */
  removing = $state(false);

  readonly #commands: Commands;

  constructor(commands: Commands = api) {
    this.#commands = commands;
    this.load = new Load(commands.delivery);
  }

  /** Something is on its way, or will be soon: worth looking again. */
  get moves(): boolean {
    const state = this.load.data?.state.kind;
    return state === 'sending' || state === 'resting';
  }

  /** Looks again, without the flicker of loading. A failure leaves what is there. */
  async look(): Promise<void> {
    if (this.action.running || this.load.loading) return;
    const seen = await this.#commands.delivery().catch(() => undefined);
    if (seen && !this.action.running) this.load.set(seen);
  }

  agree(yes: boolean): Promise<boolean> {
    return this.#do(() => this.#commands.agreeToDelivery({ yes }));
  }

  pause(paused: boolean): Promise<boolean> {
    return this.#do(() => this.#commands.pauseDelivery({ paused }));
  }

  sendNow(): Promise<boolean> {
    return this.#do(this.#commands.sendNow);
  }

  sendSetAside(): Promise<boolean> {
    return this.#do(this.#commands.sendSetAside);
  }

  async remove(): Promise<boolean> {
    const done = await this.#do(this.#commands.removeRecordStore);
    if (done) this.removing = false;
    return done;
  }

  async #do(work: () => Promise<Delivery>): Promise<boolean> {
    const after = await this.action.run(work);
    if (after) this.load.set(after);
    return after !== undefined;
  }
}

/** What comes of naming a store. */
export type Named = { kind: 'taken' } | { kind: 'refused'; why: StoreRefused };

/** What is typed about a store. */
export class StoreForm<Answer extends Named> {
  address = $state('');
  version = $state<XapiVersion>('1.0.3');
  name = $state('');
  password = $state('');
  refused = $state<StoreRefused | undefined>(undefined);
  readonly action = new Action();

  readonly #name: (store: NameStore) => Promise<Answer>;

  constructor(known: RecordStore | null, name: (store: NameStore) => Promise<Answer>) {
    this.#name = name;
    if (!known) return;
    this.address = known.address;
    this.version = known.version;
    this.name = known.name;
  }

  /** Gives the answer when the store was taken; otherwise `refused` or the failure says why not. */
  async save(): Promise<Extract<Answer, { kind: 'taken' }> | undefined> {
    this.refused = undefined;
    const { address, version, name, password } = this;
    const named = await this.action.run(() => this.#name({ address, version, name, password }));
    if (named?.kind === 'refused') this.refused = named.why;
    if (named?.kind !== 'taken') return undefined;
    this.password = '';
    return named as Extract<Answer, { kind: 'taken' }>;
  }
}
