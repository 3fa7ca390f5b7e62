// Where a day stands on the picture of the case. There are two scales, each of them true: the eighteen days
// in the middle, day by day, and the time before and after them, which is much coarser and the same on both
// sides.

import { FIRST_DAY, LAST_DAY } from '../../shared/rule/geometry';

const DAY_MS = 86_400_000;

/** How much of the width the eighteen days take. */
export const MIDDLE = 0.55;

/** Around the eighteen days one moves by days; farther away by months. */
const DAILY_FROM = '2023-05-01';
const DAILY_TO = '2023-07-31';

const time = (day: string) => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const days = (from: string, to: string) => Math.round((time(to) - time(from)) / DAY_MS);
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

export const plusDays = (day: string, count: number) => iso(time(day) + count * DAY_MS);

/** A day as somebody types it; nothing when there is no such day. */
export function typedDay(text: string): string | undefined {
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (!found) return undefined;
  const [, year, month, date] = found;
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  // 31 June would silently become 1 July.
  return Number.isNaN(time(day)) || iso(time(day)) !== day ? undefined : day;
}

export class CaseScale {
  /** Where the eighteen days begin, as a share of the width. */
  readonly start: number;
  readonly #before: number;
  readonly #after: number;

  constructor(
    readonly first: string,
    readonly today: string,
  ) {
    this.#before = Math.max(0, days(first, FIRST_DAY));
    this.#after = Math.max(0, days(LAST_DAY, today));
    const around = this.#before + this.#after;
    this.start = around === 0 ? 0 : ((1 - MIDDLE) * this.#before) / around;
  }

  get end(): number {
    return this.start + MIDDLE;
  }

  /** 0 to 1. */
  position(day: string): number {
    if (day < FIRST_DAY) {
      return this.#before === 0 ? 0 : clamp(days(this.first, day) / this.#before, 0, 1) * this.start;
    }
    if (day <= LAST_DAY) return this.start + (days(FIRST_DAY, day) / days(FIRST_DAY, LAST_DAY)) * MIDDLE;
    if (this.#after === 0) return this.end;
    return this.end + clamp(days(LAST_DAY, day) / this.#after, 0, 1) * (1 - this.end);
  }

  /** The day that one can stop at and that stands nearest. */
  dayAt(position: number): string {
    const distance = (day: string) => Math.abs(this.position(day) - position);
    return this.stops.reduce((best, day) => (distance(day) < distance(best) ? day : best));
  }

  /** The first days of years, for the labels under the coarse part. */
  get years(): string[] {
    const found: string[] = [];
    for (let year = Number(LAST_DAY.slice(0, 4)) + 1; `${year}-01-01` <= this.today; year += 1) found.push(`${year}-01-01`);
    return found;
  }

  /** The first days of months outside the eighteen days, for the ticks. */
  get months(): string[] {
    return this.#monthly.filter((day) => day < FIRST_DAY || day > LAST_DAY);
  }

  get #monthly(): string[] {
    const found: string[] = [];
    const [year = 0, month = 1] = this.first.split('-').map(Number);
    for (let count = 0; ; count += 1) {
      const day = iso(Date.UTC(year, month - 1 + count, 1));
      if (day > this.today) return found;
      if (day >= this.first) found.push(day);
    }
  }

  /** Every day that one can stop at. */
  get stops(): readonly string[] {
    this.#allStops ??= this.#findStops();
    return this.#allStops;
  }

  #allStops: string[] | undefined;

  #findStops(): string[] {
    const found = new Set([this.first, ...this.#monthly, this.today]);
    for (let day = DAILY_FROM; day <= DAILY_TO; day = plusDays(day, 1)) found.add(day);
    return [...found].filter((day) => day >= this.first && day <= this.today).sort();
  }

  /** The stop after or before a day, so many of them away. */
  step(day: string, by: number): string {
    const later = this.stops.filter((stop) => stop > day);
    const earlier = this.stops.filter((stop) => stop < day);
    const stop = by > 0 ? (later[by - 1] ?? later.at(-1)) : (earlier.at(by) ?? earlier[0]);
    return stop ?? day;
  }
}
