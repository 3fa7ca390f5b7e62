// The table of modules and people: what is shown of it, and in which order. It is found, sorted and cut
// out behind the page, so that a page of it is all there is here, however many people there are.

import type { AskPeople, ModuleStatus, PeoplePage, PersonCell, PersonRow, StandingFilter, TrainerOverview } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { turned, type Sorting } from './sorting';

/** `name`, `last`, or the id of a module behind `module:`. */
export type PeopleTableColumn = 'name' | 'last' | `module:${string}`;

/** Milliseconds after the last letter of a name, so that typing does not ask at every letter. */
const TYPING_MS = 150;

/** Rows of a page. */
const PAGE = 25;

export class PeopleTable {
  #name = $state('');
  #moduleId = $state('');
  #standing = $state<StandingFilter>('all');
  sorting = $state.raw<Sorting<PeopleTableColumn>>({ column: 'name', ascending: true });
  readonly asking = new Action();
  #page = $state.raw<PeoplePage | undefined>(undefined);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  readonly #overview: () => TrainerOverview | undefined;
  readonly #ask: (ask: AskPeople) => Promise<PeoplePage>;

  constructor(overview: () => TrainerOverview | undefined, ask: (ask: AskPeople) => Promise<PeoplePage>) {
    this.#overview = overview;
    this.#ask = ask;
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#find(0), TYPING_MS);
  }

  get moduleId(): string {
    return this.#moduleId;
  }

  set moduleId(id: string) {
    this.#moduleId = id;
    void this.#find(0);
  }

  get standing(): StandingFilter {
    return this.#standing;
  }

  set standing(standing: StandingFilter) {
    this.#standing = standing;
    void this.#find(0);
  }

  get modules(): ModuleStatus[] {
    const modules = this.#overview()?.modules ?? [];
    return this.moduleId === '' ? modules : modules.filter((module) => module.moduleId === this.moduleId);
  }

  /** The rows of this page. */
  get rows(): PersonRow[] {
    return this.#page?.rows ?? this.#overview()?.rows ?? [];
  }

  /** Everybody who was found, on this page and beyond it. */
  get shown(): number {
    return this.#page?.shown ?? this.#overview()?.people ?? 0;
  }

  /** The place of the first row among them, from 1. */
  get from(): number {
    return (this.#page?.offset ?? 0) + 1;
  }

  get to(): number {
    return this.from + this.rows.length - 1;
  }

  get hasBefore(): boolean {
    return this.from > 1;
  }

  get hasAfter(): boolean {
    return this.to < this.shown;
  }

  get filtered(): boolean {
    return this.name.trim() !== '' || this.standing !== 'all' || this.moduleId !== '';
  }

  async sortBy(column: PeopleTableColumn): Promise<void> {
    this.sorting = turned(this.sorting, column);
    await this.#find(0);
  }

  async before(): Promise<void> {
    await this.#find(Math.max(0, this.from - 1 - PAGE));
  }

  async after(): Promise<void> {
    await this.#find(this.to);
  }

  /** Shows those who stand somewhere, of the whole course. */
  async showOnly(standing: StandingFilter): Promise<void> {
    this.#clear();
    this.#standing = standing;
    await this.#find(0);
  }

  async showEverybody(): Promise<void> {
    this.#clear();
    await this.#find(0);
  }

  /** Other people are in the store: begins anew with what the overview brings. */
  begin(): void {
    this.#clear();
    this.sorting = { column: 'name', ascending: true };
    this.#page = undefined;
    this.#asked += 1;
  }

  /** The cell of a person in a module. */
  cell(row: PersonRow, moduleId: string): PersonCell | undefined {
    const modules = this.#overview()?.modules ?? [];
    return row.cells[modules.findIndex((module) => module.moduleId === moduleId)];
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#name = '';
    this.#moduleId = '';
    this.#standing = 'all';
  }

  /** The answer to the last question counts, whichever comes last. */
  async #find(offset: number): Promise<void> {
    clearTimeout(this.#timer);
    const asked = ++this.#asked;
    this.asking.running = false;
    const page = await this.asking.run(() => this.#ask(this.#question(offset)));
    if (page && asked === this.#asked) this.#page = page;
  }

  #question(offset: number): AskPeople {
    const { column, ascending } = this.sorting;
    return {
      groupId: this.#overview()?.among.group?.groupId ?? null,
      name: this.name,
      moduleId: this.moduleId === '' ? null : this.moduleId,
      standing: this.standing,
      sort: column === 'name' || column === 'last' ? { kind: column } : { kind: 'module', moduleId: column.slice('module:'.length) },
      descending: !ascending,
      offset,
      limit: PAGE,
    };
  }
}
