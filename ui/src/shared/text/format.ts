// Dates, numbers and lengths of time, in the language of the interface. Days of the case have no time
// zone and are shown as written; moments are shown in the time of this computer.

import type { Precision } from '../../api';
import { i18n, t } from './i18n.svelte';

const DAY = 86_400_000;

const cache = new Map<string, unknown>();

/** Intl formatters are costly to make; each is made once for a language and a purpose. */
function formatter<F>(kind: string, make: (locale: string) => F): F {
  const locale = i18n.language.intl;
  const key = `${locale} ${kind}`;
  if (!cache.has(key)) cache.set(key, make(locale));
  return cache.get(key) as F;
}

function dates(kind: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formatter(kind, (locale) => new Intl.DateTimeFormat(locale, options));
}

function dayOf(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`);
}

/** "6 June 2023", for a day such as `2023-06-06`. */
export function day(iso: string): string {
  return dates('day', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dayOf(iso));
}

/** "6 June 2023", "June 2023" or "2023": as much of a date as is known, and never a day that nobody stated. */
export function dayKnown(iso: string, precision: Precision): string {
  switch (precision) {
    case 'day':
      return day(iso);
    case 'month':
      return dates('month', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(dayOf(iso));
    case 'year':
      return dates('year', { year: 'numeric', timeZone: 'UTC' }).format(dayOf(iso));
  }
}

/** "6 June": only where the year has been said. */
export function dayShort(iso: string): string {
  return dates('dayShort', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(dayOf(iso));
}

/** "Thursday 26 November": a day of the coming months. */
export function dayComing(iso: string): string {
  return dates('dayComing', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(dayOf(iso));
}

/** "Wednesday 14 June 2023": a date at its first use. */
export function dayFull(iso: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return dates('dayFull', options).format(dayOf(iso));
}

/** "22 November 2026", for a moment, in the time of this computer. */
export function date(iso: string): string {
  return dates('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso));
}

/** "22 November 2026 at 10:04". */
export function dateAndTime(iso: string): string {
  return dates('dateAndTime', { dateStyle: 'long', timeStyle: 'short' }).format(new Date(iso));
}

/** "10:04". */
export function clock(iso: string): string {
  return dates('clock', { timeStyle: 'short' }).format(new Date(iso));
}

/** "16:10", for a moment of the story, which has no time zone. */
export function timeOfDay(iso: string): string {
  return dates('timeOfDay', { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${iso}Z`));
}

/** "today", "yesterday", "3 days ago"; after a week the date. */
export function ago(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  const midnight = (moment: Date) => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate());
  const days = Math.round((midnight(then) - midnight(now)) / DAY);
  if (days < -7 || days > 0) return date(iso);
  return formatter('ago', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })).format(days, 'day');
}

/** "100,000". */
export function number(value: number): string {
  return formatter('number', (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })).format(value);
}

/** "75%", for a share between 0 and 1. */
export function percent(share: number): string {
  const make = (locale: string) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return formatter('percent', make).format(share);
}

/** "6 minutes, 12 seconds", for milliseconds; whole hours and minutes from an hour on. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts: string[] = [];
  const unit = (value: number, name: 'hour' | 'minute' | 'second') => {
    if (value === 0) return;
    const make = (locale: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
    parts.push(formatter(name, make).format(value));
  };
  unit(Math.floor(seconds / 3600), 'hour');
  unit(Math.floor((seconds % 3600) / 60), 'minute');
  if (seconds < 3600) unit(seconds % 60, 'second');
  if (parts.length === 0) return t('duration-none');
  const make = (locale: string) => new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  return formatter('list-unit', make).format(parts);
}

/** "A, B and C". */
export function list(parts: readonly string[]): string {
  return formatter('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(parts);
}
