// The case as it was known on a day: which day, which topic, and what stands there.

import { type CaseDay, type CaseEntry, type ClaimStatus, caseOn } from '../../api';
import { Load } from '../../shared/state/load.svelte';
import { CaseScale, typedDay } from './scale';

export type DayProblem = 'no-day' | 'out-of-range';

/** The order in which the groups stand. */
export const GROUPS: readonly ClaimStatus[] = ['confirmed', 'claimed', 'disputed', 'disproved'];

/** How many entries of a group are shown at first. */
export const FIRST_SHOWN = 6;

/** Where the reader last was: who follows a link to a step comes back to the same day. */
const last: { day?: string; topic?: string } = {};

export class CaseView {
  readonly load: Load<CaseDay>;
  problem = $state<DayProblem | undefined>(undefined);
  /** Groups that are shown whole. */
  open = $state.raw<ReadonlySet<ClaimStatus>>(new Set());

  #day = $state<string | undefined>(undefined);
  #topic = $state<string | undefined>(undefined);

  constructor(day?: string, topic?: string) {
    this.#day = day ?? last.day;
    // A link to a day says which topic it means; without one it means the whole case.
    this.#topic = day === undefined ? last.topic : topic;
    this.load = new Load(() => caseOn({ day: this.#day ?? null, topic: this.#topic ?? null }));
  }

  /** The day that was asked for last, also while its answer is on the way. */
  get day(): string {
    return this.#day ?? this.load.data?.day ?? '';
  }

  get topic(): string | undefined {
    return this.#topic;
  }

  scale = $derived.by(() => this.load.data && new CaseScale(this.load.data.first, this.load.data.today));

  move(day: string) {
    this.problem = undefined;
    if (day === this.day) return;
    this.#day = last.day = day;
    this.open = new Set();
    void this.load.again();
  }

  step(by: number) {
    const to = this.scale?.step(this.day, by);
    if (to) this.move(to);
  }

  narrow(topic: string | undefined) {
    this.#topic = last.topic = topic;
    void this.load.again();
  }

  /** A day that was typed. Says whether it was one. */
  type(text: string): boolean {
    const { data } = this.load;
    const day = typedDay(text);
    if (!data || !day) this.problem = 'no-day';
    else if (day < data.first || day > data.today) this.problem = 'out-of-range';
    else this.move(day);
    return this.problem === undefined;
  }

  /** The nearest earlier or later day on which something changed. */
  get before(): string | undefined {
    return this.load.data?.turns.filter((turn) => turn.day < this.day).at(-1)?.day;
  }

  get after(): string | undefined {
    return this.load.data?.turns.find((turn) => turn.day > this.day)?.day;
  }

  group(status: ClaimStatus): CaseEntry[] {
    return this.load.data?.entries.filter((entry) => entry.status === status) ?? [];
  }

  shown(status: ClaimStatus): CaseEntry[] {
    const group = this.group(status);
    // What is new on the day is always shown.
    const least = Math.max(FIRST_SHOWN, group.filter((entry) => entry.isNew).length);
    return this.open.has(status) ? group : group.slice(0, least);
  }

  showAll(status: ClaimStatus) {
    this.open = new Set([...this.open, status]);
  }

  /** How many claims became known on the day, and how many were seen otherwise from it on. */
  get news(): { fresh: number; changed: number } {
    const today = this.load.data?.entries.filter((entry) => entry.isNew) ?? [];
    const changed = today.filter((entry) => entry.before !== null).length;
    return { fresh: today.length - changed, changed };
  }

  get stale(): number {
    return this.load.data?.entries.filter((entry) => entry.claim.stale).length ?? 0;
  }
}

/** For tests: nobody has been here. */
export function forget() {
  delete last.day;
  delete last.topic;
}
