// The door of the trainer's area: making a passphrase, unlocking, waiting after wrong ones, and the way in
// by the recovery code when the passphrase is lost. What was typed stays in the fields of the page until the
// door is open; it is kept nowhere else.

import { type TrainerDoor, createTrainerStore, createWorksCouncilStore, type Failure, recoverTrainer, trainerDoor, unlockTrainer } from '../../api';
import { area } from '../../features/reports/area.svelte';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { type CodeProblem, codeProblem } from './recovery-words';

export interface DoorCalls {
  trainerDoor: typeof trainerDoor;
  createTrainerStore: typeof createTrainerStore;
  createWorksCouncilStore: typeof createWorksCouncilStore;
  unlockTrainer: typeof unlockTrainer;
  recoverTrainer: typeof recoverTrainer;
}

/** What is wrong with the fields, and the words for it. */
export type DoorProblem =
  | { field: 'passphrase'; message: 'door-missing' }
  | { field: 'passphrase'; message: 'door-short'; args: { min: number; length: number } }
  | { field: 'passphrase'; message: 'door-waiting'; args: { seconds: number } }
  | { field: 'size'; message: 'council-size-wrong'; args: { least: number; most: number } }
  | ({ field: 'code' } & CodeProblem)
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
  /** The recovery code is typed, because the passphrase is lost. */
  recovering = $state(false);
  code = $state('');
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

  constructor(calls: DoorCalls = { trainerDoor, createTrainerStore, createWorksCouncilStore, unlockTrainer, recoverTrainer }) {
    this.#calls = calls;
    this.load = new Load(async () => {
      const door = await calls.trainerDoor();
      area.opened(door);
      if (door.kind === 'locked') this.#pause(door.waitSeconds);
      if (door.kind === 'none' && door.smallestGroup !== null) {
        this.groupsOnly = true;
        this.size = String(Math.max(door.smallestGroup, GROUP_SIZES.usual));
      }
      return door;
    });
  }

  get minCharacters(): number {
    const door = this.load.data;
    return !door || door.kind === 'open' ? 0 : door.minCharacters;
  }

  /** What the organisation's policy asks for; nothing where it asks for nothing. */
  get smallestGroup(): number | null {
    const door = this.load.data;
    return door?.kind === 'none' ? door.smallestGroup : null;
  }

  /** People in the smallest group that can be typed. */
  get leastSize(): number {
    return this.smallestGroup ?? GROUP_SIZES.least;
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

  /** Opens the store by its recovery code and gives it a new passphrase. True when it is open. */
  async recover(): Promise<boolean> {
    this.problems = this.#recoveryProblems();
    if (this.problems.length > 0) return false;
    const { code, passphrase } = this;
    return this.#open(() => this.#calls.recoverTrainer({ code, passphrase }));
  }

  /** From the passphrase to the recovery code, or back: what was typed for the one is nothing for the other. */
  goTo(recovering: boolean) {
    this.recovering = recovering;
    this.problems = [];
    this.opening.clear();
    this.#forget();
  }

  /** The store was locked while it was in use. */
  shut() {
    void this.load.again();
  }

  /** Stops counting, for a page that is left. */
  close() {
    clearInterval(this.#clock);
    this.#forget();
  }

  #forget() {
    this.passphrase = '';
    this.again = '';
    this.code = '';
  }

  async #open(how: () => Promise<TrainerDoor>): Promise<boolean> {
    const door = await this.opening.run(how);
    if (!door) {
      if (this.opening.failure) this.#refused(this.opening.failure);
      return false;
    }
    this.close();
    area.opened(door);
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

  #recoveryProblems(): DoorProblem[] {
    if (this.waiting) return [{ field: 'code', message: 'recovery-waiting', args: { seconds: this.wait } }];
    const problem = codeProblem(this.code);
    return [...(problem ? [{ field: 'code' as const, ...problem }] : []), ...this.#passphraseProblems()];
  }

  #newProblems(): DoorProblem[] {
    return [...this.#sizeProblems(), ...this.#passphraseProblems()];
  }

  #sizeProblems(): DoorProblem[] {
    if (!this.groupsOnly) return [];
    const size = /^\d+$/.test(this.size.trim()) ? Number(this.size) : 0;
    const [least, { most }] = [this.leastSize, GROUP_SIZES];
    return size >= least && size <= most ? [] : [{ field: 'size', message: 'council-size-wrong', args: { least, most } }];
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
