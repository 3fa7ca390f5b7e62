// The list of people: what is asked of it, who is chosen, and what is done with the chosen.

import {
  type GroupsChanged,
  mergePeople,
  type MergeOffer,
  type RosterList,
  putIntoGroup,
  removeGroup,
  renameGroup,
  takeOutOfGroup,
  trainerRoster,
} from '../../api';
import { reportFilter } from '../../features/reports/among.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface PeopleCalls {
  trainerRoster: typeof trainerRoster;
  putIntoGroup: typeof putIntoGroup;
  takeOutOfGroup: typeof takeOutOfGroup;
  renameGroup: typeof renameGroup;
  removeGroup: typeof removeGroup;
  mergePeople: typeof mergePeople;
}

/** What keeps the chosen from being put into a group. */
export type PutProblem = 'roster-put-missing' | 'roster-nobody-chosen';

/** After this pause in typing the list is asked for. */
const PAUSE_MS = 200;

export class People {
  readonly load: Load<RosterList>;
  readonly acting = new Action();
  search = $state('');
  groupId = $state('');
  /** The name of the group that the chosen are put into. */
  groupName = $state('');
  problem = $state<PutProblem | undefined>(undefined);
  /** Who is chosen, also on other pages: id and name. */
  chosen = $state.raw<ReadonlyMap<string, string | null>>(new Map());
  #page = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #calls: PeopleCalls;

  constructor(calls: PeopleCalls = { trainerRoster, putIntoGroup, takeOutOfGroup, renameGroup, removeGroup, mergePeople }) {
    this.#calls = calls;
    this.load = new Load(() =>
      calls.trainerRoster({ search: this.search, groupId: this.groupId || null, page: this.#page }),
    );
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.acting.failure);
  }

  get pages(): number {
    const list = this.load.data;
    return list ? Math.max(1, Math.ceil(list.found / list.pageSize)) : 1;
  }

  /** Looks for other words, after a pause in typing. */
  find(search: string) {
    this.search = search;
    this.#page = 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load.again(), PAUSE_MS);
  }

  async showGroup(groupId: string): Promise<void> {
    this.groupId = groupId;
    this.#page = 0;
    await this.load.again();
  }

  async turn(by: 1 | -1): Promise<void> {
    this.#page = Math.min(Math.max(0, (this.load.data?.page ?? 0) + by), this.pages - 1);
    await this.load.again();
  }

  choose(personId: string, name: string | null, on: boolean) {
    const chosen = new Map(this.chosen);
    if (on) chosen.set(personId, name);
    else chosen.delete(personId);
    this.chosen = chosen;
    this.problem = undefined;
  }

  choosePage() {
    const rows = this.load.data?.rows ?? [];
    this.chosen = new Map([...this.chosen, ...rows.map((row) => [row.personId, row.name] as const)]);
    this.problem = undefined;
  }

  chooseNobody() {
    this.chosen = new Map();
  }

  /** Puts the chosen into the group of that name. Gives what changed, or nothing. */
  async put(): Promise<GroupsChanged | undefined> {
    const name = this.groupName.trim();
    this.problem = this.chosen.size === 0 ? 'roster-nobody-chosen' : name === '' ? 'roster-put-missing' : undefined;
    if (this.problem) return undefined;
    return this.#act(() => this.#calls.putIntoGroup({ name, personIds: [...this.chosen.keys()] }));
  }

  async takeOut(groupId: string): Promise<GroupsChanged | undefined> {
    this.problem = this.chosen.size === 0 ? 'roster-nobody-chosen' : undefined;
    if (this.problem) return undefined;
    return this.#act(() => this.#calls.takeOutOfGroup({ groupId, personIds: [...this.chosen.keys()] }));
  }

  async rename(groupId: string, name: string): Promise<GroupsChanged | undefined> {
    return this.#act(() => this.#calls.renameGroup({ groupId, name }));
  }

  async remove(groupId: string): Promise<GroupsChanged | undefined> {
    if (this.groupId === groupId) this.groupId = '';
    reportFilter.forget(groupId);
    return this.#act(() => this.#calls.removeGroup({ groupId }));
  }

  /** They are the same, or they are two. */
  async answer(offer: MergeOffer, same: boolean): Promise<GroupsChanged | undefined> {
    const { listedId, personId } = offer;
    const changed = await this.#act(() => this.#calls.mergePeople({ listedId, personId, same }));
    // Somebody who was put together with another is no longer there to be chosen.
    if (changed && same) this.choose(listedId, null, false);
    return changed;
  }

  async #act(how: () => Promise<GroupsChanged>): Promise<GroupsChanged | undefined> {
    const changed = await this.acting.run(how);
    if (changed) await this.load.again();
    return changed;
  }
}
