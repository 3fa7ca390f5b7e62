// Numbers that people type, and the round numbers that a rule steps through.

import type { Scale } from '../../api';
import { i18n, number } from '../../shared/text';

const ROUND = [1, 2, 5, 10];

/** The signs that the language of the interface writes numbers with. */
function signs(): { point: string; digits: string[] } {
  const format = new Intl.NumberFormat(i18n.language.intl, { useGrouping: false });
  const point = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
  return { point, digits: Array.from({ length: 10 }, (_, digit) => format.format(digit)) };
}

/** A typed number with any grouping; null when it is none, or below nothing. */
export function readNumber(typed: string): number | null {
  const { point, digits } = signs();
  const plain = Array.from(typed.trim(), (sign) => (digits.includes(sign) ? String(digits.indexOf(sign)) : sign)).join('');
  const [whole = '', ...decimals] = plain.split(point);
  if (decimals.length > 1) return null;
  // Groups of three by comma, point, apostrophe or space; the point of the language has been cut off.
  const ungrouped = /^\d{1,3}(?:([,.’' \u00a0\u202f\u066c])\d{3})(?:\1\d{3})*$/.test(whole) ? whole.replace(/\D/g, '') : whole;
  if (!/^\d{1,15}$/.test(ungrouped) || !/^\d{0,6}$/.test(decimals[0] ?? '')) return null;
  return Number(`${ungrouped}.${decimals[0] || '0'}`);
}

/** A number as the field shows it. */
export function written(value: number): string {
  return number(value);
}

/** 1, 2 or 5 with any number of noughts: the smallest at or above a number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = ROUND.find((each) => each * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** The next round number above or below, never beyond the ends of the rule. */
export function stepped(rule: { low: number; high: number; scale: Scale }, from: number | null, by: 1 | -1): number {
  const { low, high, scale } = rule;
  if (from === null) return by === 1 ? low : high;
  const next = scale === 'log' ? nextOnLog(from, by, low) : nextOnLinear(from, by, roundUp((high - low) / 50));
  return Math.min(high, Math.max(low, next));
}

function nextOnLinear(from: number, by: 1 | -1, step: number): number {
  const steps = by === 1 ? Math.floor(from / step + 1e-9) + 1 : Math.ceil(from / step - 1e-9) - 1;
  return Number((steps * step).toPrecision(12));
}

function nextOnLog(from: number, by: 1 | -1, low: number): number {
  if (from <= 0) return low;
  if (by === 1) return Number(roundUp(from * (1 + 1e-6)).toPrecision(12));
  const above = roundUp(from);
  const power = 10 ** Math.floor(Math.log10(above) + 1e-9);
  const below = [0.5, 1, 2, 5].map((each) => each * power).filter((each) => each < from * (1 - 1e-6));
  return Number(Math.max(...below, above / 5).toPrecision(12));
}

/** Where a number stands on a rule, as a share of its length; beyond its ends at the end. */
export function placeOn({ low, high, scale }: { low: number; high: number; scale: Scale }, value: number): number {
  if (scale === 'linear') return Math.min(1, Math.max(0, (value - low) / (high - low)));
  if (value <= low) return 0;
  return Math.min(1, Math.log(value / low) / Math.log(high / low));
}

/** Round numbers to write along a rule: powers of ten, or four to six equal steps. */
export function ticksOf({ low, high, scale }: { low: number; high: number; scale: Scale }): number[] {
  if (scale === 'linear') {
    const step = roundUp((high - low) / 6);
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)));
  }
  const first = Math.ceil(Math.log10(low) - 1e-9);
  const count = Math.floor(Math.log10(high) + 1e-9) - first + 1;
  const every = Math.max(1, Math.ceil(count / 6));
  const powers = Array.from({ length: Math.max(0, count) }, (_, at) => first + at);
  return powers.filter((_, at) => at % every === 0).map((power) => Number((10 ** power).toPrecision(12)));
}
