// The door of the trainer's area: making a passphrase, unlocking, waiting after wrong ones. What was
// typed stays in the fields of the page until the door is open; it is kept nowhere else.

import { type TrainerDoor, createTrainerStore, createWorksCouncilStore, type Failure, trainerDoor, unlockTrainer } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface DoorCalls {
  trainerDoor: typeof trainerDoor;
  createTrainerStore: typeof createTrainerStore;
  createWorksCouncilStore: typeof createWorksCouncilStore;
  unlockTrainer: typeof unlockTrainer;
}

/** What is wrong with the fields, and the words for it. */
export type DoorProblem =
  | { field: 'passphrase'; message: 'door-missing' }
  | { field: 'passphrase'; message: 'door-short'; args: { min: number; length: number } }
  | { field: 'passphrase'; message: 'door-waiting'; args: { seconds: number } }
  | { field: 'size'; message: 'council-size-wrong' }
  | { field: 'again'; message: 'door-missing-again' | 'door-differ' };

/** People in the smallest group of which anything may be shown. */
export const GROUP_SIZES = { least: 5, most: 50, usual: 8 } as const;

/** Characters as people count them: an emoji of the passphrase is one, as on the other side. */
export function characters(text: string): number {
  return [...text].length;
}

export class Door {
  readonly load: Load<TrainerDoor>;
  readonly opening = new Action();
  passphrase = $state('');
  again = $state('');
  shown = $state(false);
  /** Nobody is shown, only groups. */
  groupsOnly = $state(false);
  /** As typed: people in the smallest group. */
  size = $state(String(GROUP_SIZES.usual));
  /** The person has read what happened to the store. */
  noticeRead = $state(false);
  problems = $state.raw<DoorProblem[]>([]);
  /** Whole seconds until the next try is allowed. */
  wait = $state(0);
  #clock: ReturnType<typeof setInterval> | undefined;
  readonly #calls: DoorCalls;

  constructor(calls: DoorCalls = { trainerDoor, createTrainerStore, createWorksCouncilStore, unlockTrainer }) {
    this.#calls = calls;
    this.load = new Load(async () => {
      const door = await calls.trainerDoor();
      if (door.kind === 'locked') this.#pause(door.waitSeconds);
      return door;
    });
  }

  get minCharacters(): number {
    const door = this.load.data;
    return door?.kind === 'none' ? door.minCharacters : 0;
  }

  get length(): number {
    return characters(this.passphrase);
  }

  get waiting(): boolean {
    return this.wait > 0;
  }

  /** Makes the store. True when it is open. */
  async create(): Promise<boolean> {
    this.problems = this.#newProblems();
    if (this.problems.length > 0) return false;
    const { passphrase } = this;
    if (!this.groupsOnly) return this.#open(() => this.#calls.createTrainerStore({ passphrase }));
    return this.#open(() => this.#calls.createWorksCouncilStore({ passphrase, smallestGroup: Number(this.size) }));
  }

  /** Opens the store. True when it is open. */
  async unlock(): Promise<boolean> {
    this.problems = this.#tryProblems();
    if (this.problems.length > 0) return false;
    return this.#open(() => this.#calls.unlockTrainer({ passphrase: this.passphrase }));
  }

  /** The store was locked while it was in use. */
  shut() {
    this.load.set({ kind: 'locked', waitSeconds: 0 });
  }

  /** Stops counting, for a page that is left. */
  close() {
    clearInterval(this.#clock);
    this.passphrase = '';
    this.again = '';
  }

  async #open(how: () => Promise<TrainerDoor>): Promise<boolean> {
    const door = await this.opening.run(how);
    if (!door) {
      if (this.opening.failure) this.#refused(this.opening.failure);
      return false;
    }
    this.close();
    this.load.set(door);
    return door.kind === 'open';
  }

  #refused(failure: Failure) {
    if (failure.code === 'PassphraseWait') this.#pause(failure.seconds ?? 1);
  }

  #tryProblems(): DoorProblem[] {
    if (this.waiting) return [{ field: 'passphrase', message: 'door-waiting', args: { seconds: this.wait } }];
    return this.passphrase === '' ? [{ field: 'passphrase', message: 'door-missing' }] : [];
  }

  #newProblems(): DoorProblem[] {
    return [...this.#sizeProblems(), ...this.#passphraseProblems()];
  }

  #sizeProblems(): DoorProblem[] {
    if (!this.groupsOnly) return [];
    const size = /^\d+$/.test(this.size.trim()) ? Number(this.size) : 0;
    const fits = size >= GROUP_SIZES.least && size <= GROUP_SIZES.most;
    return fits ? [] : [{ field: 'size', message: 'council-size-wrong' }];
  }

  #passphraseProblems(): DoorProblem[] {
    const min = this.minCharacters;
    if (this.passphrase === '') return [{ field: 'passphrase', message: 'door-missing' }];
    if (this.length < min) {
      return [{ field: 'passphrase', message: 'door-short', args: { min, length: this.length } }];
    }
    if (this.again === '') return [{ field: 'again', message: 'door-missing-again' }];
    return this.again === this.passphrase ? [] : [{ field: 'again', message: 'door-differ' }];
  }

  #pause(seconds: number) {
    clearInterval(this.#clock);
    this.wait = seconds;
    if (seconds <= 0) return;
    this.#clock = setInterval(() => {
      this.wait -= 1;
      if (this.wait > 0) return;
      clearInterval(this.#clock);
      this.problems = [];
      this.opening.clear();
    }, 1000);
  }
}
