// Packs of this computer: a file is looked at, its signer trusted, the pack installed, another course opened.

import {
  type OpenedPack,
  type PackInstalled,
  type Packs,
  type Startup,
  forgetKey,
  installPack,
  lookAtDroppedPack,
  openCourse,
  openPack,
  packs,
  trustSigner,
} from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface PackCalls {
  packs: typeof packs;
  openPack: typeof openPack;
  lookAtDroppedPack: typeof lookAtDroppedPack;
  trustSigner: typeof trustSigner;
  forgetKey: typeof forgetKey;
  installPack: typeof installPack;
  openCourse: typeof openCourse;
}

const CALLS: PackCalls = { packs, openPack, lookAtDroppedPack, trustSigner, forgetKey, installPack, openCourse };

export class PackDesk {
  readonly load: Load<Packs>;
  readonly action = new Action();
  /** What the file that was looked at last proves. */
  opened = $state.raw<OpenedPack | undefined>(undefined);
  installed = $state.raw<PackInstalled | undefined>(undefined);
  /** Whose key it is, as it will be named here. */
  name = $state('');
  readonly #calls: PackCalls;
  /** Tells the page which course is taught now. */
  readonly #taught: (startup: Startup) => void;

  constructor(taught: (startup: Startup) => void, calls: PackCalls = CALLS) {
    this.#calls = calls;
    this.#taught = taught;
    this.load = new Load(calls.packs);
  }

  /** True when there is something to read. */
  choose(): Promise<boolean> {
    return this.#look(this.#calls.openPack);
  }

  takeDropped(): Promise<boolean> {
    return this.#look(this.#calls.lookAtDroppedPack);
  }

  async #look(ask: () => Promise<OpenedPack | null>): Promise<boolean> {
    const opened = await this.action.run(ask);
    if (!opened) return false;
    this.installed = undefined;
    this.opened = opened;
    this.name = opened.kind === 'looked' ? (opened.pack.facts?.publisher ?? '') : '';
    // What was said of a key has changed what is trusted.
    if (opened.kind === 'keyChanged' || opened.kind === 'keyRevoked') await this.load.again();
    return true;
  }

  async trust(): Promise<boolean> {
    const opened = await this.action.run(() => this.#calls.trustSigner({ name: this.name }));
    if (!opened) return false;
    this.opened = opened;
    await this.load.again();
    return true;
  }

  leave() {
    this.opened = undefined;
    this.installed = undefined;
  }

  async install(): Promise<boolean> {
    const installed = await this.action.run(this.#calls.installPack);
    if (!installed) return false;
    this.opened = undefined;
    this.installed = installed;
    this.#taught(installed.startup);
    await this.load.again();
    return true;
  }

  async openCourse(packId: string): Promise<boolean> {
    const startup = await this.action.run(() => this.#calls.openCourse({ packId }));
    if (startup) this.#taught(startup);
    return startup !== undefined;
  }

  async forget(hex: string): Promise<boolean> {
    const left = await this.action.run(() => this.#calls.forgetKey({ hex }));
    if (left) this.load.set(left);
    return left !== undefined;
  }
}
