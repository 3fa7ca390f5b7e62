// A module of one's own: its head, and its pages and questions in order.

import {
  addPackPart,
  lookAtQuestions,
  type ModuleWords,
  movePackPart,
  type OwnModule,
  packModule,
  type PartKind,
  type PartRow,
  type QuestionsFound,
  removePackModule,
  removePackPart,
  type RemovedPart,
  savePackModule,
  takeQuestions,
} from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

const CALLS = { addPackPart, lookAtQuestions, movePackPart, packModule, removePackModule, removePackPart, savePackModule, takeQuestions };
export type ModuleCalls = typeof CALLS;

const MOST_OUTCOMES = 4;
const NOTHING: ModuleWords = { moduleId: '', title: '', summary: '', when: '', outcomes: [], draw: 1, passPercent: 75, tries: 0 };

/** The list in which a part stands. */
export const rowsOf = (module: OwnModule, kind: PartKind): PartRow[] => (kind === 'page' ? module.pages : module.questions);

export class Writing {
  readonly load: Load<OwnModule>;
  readonly action = new Action();
  words = $state<ModuleWords>({ ...NOTHING });
  /** What was taken away last, and can be put back. */
  gone = $state.raw<{ kind: PartKind; title: string; part: RemovedPart } | undefined>(undefined);
  /** What comes, or has come, of a file of questions. */
  found = $state.raw<QuestionsFound | undefined>(undefined);
  readonly #calls: ModuleCalls;

  constructor(
    readonly moduleId: string,
    given?: OwnModule,
    calls: ModuleCalls = CALLS,
  ) {
    this.#calls = calls;
    this.load = new Load(async () => this.#take(await calls.packModule({ moduleId })), given);
    if (given) this.#take(given);
  }

  #take(module: OwnModule): OwnModule {
    const outcomes = [...module.words.outcomes];
    while (outcomes.length < 2) outcomes.push('');
    this.words = { ...module.words, outcomes };
    return module;
  }

  async #keep(work: () => Promise<OwnModule>): Promise<OwnModule | undefined> {
    const module = await this.action.run(work);
    if (module) this.load.set(this.#take(module));
    return module;
  }

  get mayPromiseMore(): boolean {
    return this.words.outcomes.length < MOST_OUTCOMES;
  }

  promiseMore() {
    if (this.mayPromiseMore) this.words.outcomes.push('');
  }

  /** Outcomes beyond the two that every module has are left out when they are empty. */
  save() {
    const words = $state.snapshot(this.words);
    const outcomes = words.outcomes.filter((outcome, at) => at < 2 || outcome.trim() !== '');
    const whole = (value: number) => Math.max(0, Math.round(Number(value) || 0));
    return this.#keep(() =>
      this.#calls.savePackModule({ ...words, outcomes, draw: whole(words.draw), passPercent: whole(words.passPercent), tries: whole(words.tries) }),
    );
  }

  /** The position of the new part, or nothing when it was not made. */
  async add(kind: PartKind): Promise<number | undefined> {
    const module = await this.#keep(() => this.#calls.addPackPart({ moduleId: this.moduleId, kind, back: null }));
    return module && rowsOf(module, kind).length;
  }

  #at(kind: PartKind, position: number) {
    return { moduleId: this.moduleId, kind, position };
  }

  move(kind: PartKind, position: number, up: boolean) {
    const mark = this.#mark(kind, position);
    return this.#keep(() => this.#calls.movePackPart({ at: this.#at(kind, position), mark, up }));
  }

  async remove(kind: PartKind, position: number): Promise<boolean> {
    const mark = this.#mark(kind, position);
    const title = this.load.data ? (rowsOf(this.load.data, kind)[position - 1]?.title ?? '') : '';
    const removed = await this.action.run(() => this.#calls.removePackPart({ at: this.#at(kind, position), mark }));
    if (!removed) return false;
    this.load.set(this.#take(removed.module));
    this.gone = { kind, title, part: removed.part };
    return true;
  }

  async putBack(): Promise<boolean> {
    const { gone } = this;
    if (!gone) return false;
    const module = await this.#keep(() => this.#calls.addPackPart({ moduleId: this.moduleId, kind: gone.kind, back: gone.part }));
    if (module) this.gone = undefined;
    return module !== undefined;
  }

  /** True when there is something to read about a file that was chosen. */
  async look(): Promise<boolean> {
    const found = await this.action.run(() => this.#calls.lookAtQuestions({ moduleId: this.moduleId }));
    if (!found) return false;
    this.found = found;
    return true;
  }

  /** Takes what was looked at into the module. */
  async take(): Promise<boolean> {
    const found = await this.action.run(() => this.#calls.takeQuestions({ moduleId: this.moduleId }));
    if (!found?.module) return false;
    this.found = found;
    this.load.set(this.#take(found.module));
    return true;
  }

  /** Leaves the questions where they are; nothing was written. */
  leave() {
    this.found = undefined;
  }

  removeAll() {
    return this.action.run(() => this.#calls.removePackModule({ moduleId: this.moduleId }));
  }

  #mark(kind: PartKind, position: number): string {
    const module = this.load.data;
    return (module && rowsOf(module, kind)[position - 1]?.mark) ?? '';
  }
}
