import { describe, expect, it } from 'vitest';
import { DAYS, fraction, type Label, placeLabels, TICKS } from './geometry';

const label = (id: string, at: number, width = 100): Label => ({ id, at, width, height: 40 });

/** No two labels of one lane touch, and none leaves the rule. */
function check(labels: Label[], total: number, lanes = 6) {
  const placed = placeLabels(labels, total, 16, lanes);
  if (!placed) return undefined;
  const widths = new Map(labels.map((one) => [one.id, one.width]));
  for (const one of placed) {
    const end = one.start + (widths.get(one.id) ?? 0);
    expect(one.start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(total + 0.001);
    for (const other of placed) {
      if (other.id === one.id || other.lane !== one.lane) continue;
      const apart = one.start >= other.start + (widths.get(other.id) ?? 0) || end <= other.start;
      expect(apart, `${one.id} and ${other.id} in lane ${one.lane}`).toBe(true);
    }
    if (!one.leader) continue;
    // A line that leads down to its label crosses none above it.
    const point = (labels.find((each) => each.id === one.id)?.at ?? 0) * total;
    for (const other of placed.filter((each) => each.lane < one.lane)) {
      const crossed = point > other.start && point < other.start + (widths.get(other.id) ?? 0);
      expect(crossed, `the line of ${one.id} crosses ${other.id}`).toBe(false);
    }
  }
  return placed;
}

describe('the eighteen-day rule', () => {
  it('has eighteen equal days and a longer tick each week', () => {
    expect(DAYS).toBe(18);
    expect(TICKS).toHaveLength(19);
    expect(TICKS.filter((tick) => tick.week).map((tick) => Math.round(tick.at * 18))).toEqual([0, 7, 14]);
  });

  it('is to scale, and puts days outside at its ends', () => {
    expect(fraction('2023-05-27')).toBe(0);
    expect(fraction('2023-06-05')).toBe(0.5);
    expect(fraction('2023-06-14')).toBe(1);
    expect(fraction('2023-05-01')).toBe(0);
    expect(fraction('2024-01-01')).toBe(1);
  });
});

describe('its labels', () => {
  it('stand at their days in one lane where there is room', () => {
    const placed = check([label('a', 0), label('b', 0.5), label('c', 1)], 900);
    expect(placed?.every((one) => one.lane === 0)).toBe(true);
    expect(placed?.find((one) => one.id === 'b')?.start).toBe(450);
    expect(placed?.find((one) => one.id === 'c')?.ends).toBe(true);
  });

  it('go into further lanes where they would touch', () => {
    const placed = check([label('a', 0.5), label('b', 0.52), label('c', 0.54)], 900);
    expect(new Set(placed?.map((one) => one.lane)).size).toBe(3);
  });

  it('never touch, at any width, for nine modules of which five stand at the end', () => {
    const nine = [0, 0.222, 0.555, 0.611, 0.611, 1, 1, 1, 1].map((at, index) => label(String(index), at, 120 + 11 * index));
    for (let total = 240; total <= 1600; total += 17) check(nine, total, 9);
  });

  it('become a list when they need more lanes than allowed, or are wider than the rule', () => {
    expect(placeLabels([label('a', 0), label('b', 0)], 400, 16, 1)).toBeUndefined();
    expect(placeLabels([label('a', 0, 500)], 400, 16, 3)).toBeUndefined();
  });

  it('need nothing when there are none', () => {
    expect(placeLabels([], 400, 16, 3)).toEqual([]);
  });
});
