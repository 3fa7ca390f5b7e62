import { describe, expect, it } from 'vitest';
import { CaseScale, MIDDLE, plusDays, typedDay } from './scale';

const scale = new CaseScale('2023-03-01', '2026-11-22');

describe('the picture of the case', () => {
  it('gives each of the eighteen days the same room, and each day outside less, the same on both sides', () => {
    const width = (day: string) => scale.position(plusDays(day, 1)) - scale.position(day);
    expect(width('2023-05-27')).toBeCloseTo(MIDDLE / 18, 10);
    expect(width('2023-06-13')).toBeCloseTo(MIDDLE / 18, 10);
    expect(width('2023-03-01')).toBeCloseTo(width('2026-01-01'), 10);
    expect(width('2023-04-01')).toBeLessThan(width('2023-06-01') / 50);
  });

  it('begins on the first day and ends today', () => {
    expect(scale.position('2023-03-01')).toBe(0);
    expect(scale.position('2026-11-22')).toBeCloseTo(1, 10);
    expect(scale.position('2020-01-01')).toBe(0);
    expect(scale.position('2030-01-01')).toBeCloseTo(1, 10);
  });

  it('finds the day that stands where one points', () => {
    for (const day of ['2023-03-01', '2023-05-27', '2023-06-07', '2023-06-14', '2025-02-01', '2026-11-22']) {
      expect(scale.dayAt(scale.position(day))).toBe(day);
    }
  });

  it('moves by days around the eighteen days and by months farther away', () => {
    expect(scale.step('2023-03-01', 1)).toBe('2023-04-01');
    expect(scale.step('2023-04-01', 1)).toBe('2023-05-01');
    expect(scale.step('2023-05-01', 1)).toBe('2023-05-02');
    expect(scale.step('2023-07-31', 1)).toBe('2023-08-01');
    expect(scale.step('2023-08-01', 1)).toBe('2023-09-01');
    expect(scale.step('2026-11-01', 1)).toBe('2026-11-22');
    expect(scale.step('2023-08-14', -1)).toBe('2023-08-01');
    expect(scale.step('2023-06-07', 7)).toBe('2023-06-14');
    expect(scale.step('2023-06-07', -7)).toBe('2023-05-31');
  });

  it('stays within its ends', () => {
    expect(scale.step('2023-03-01', -1)).toBe('2023-03-01');
    expect(scale.step('2023-04-01', -7)).toBe('2023-03-01');
    expect(scale.step('2026-11-22', 7)).toBe('2026-11-22');
  });

  it('stands also on a computer whose clock is wrong', () => {
    const early = new CaseScale('2023-03-01', '2023-03-01');
    expect(early.stops).toEqual(['2023-03-01']);
    expect(early.step('2023-03-01', 1)).toBe('2023-03-01');
    expect(early.dayAt(0.9)).toBe('2023-03-01');
  });
});

describe('a typed day', () => {
  it('is read with or without leading zeros, and only when it exists', () => {
    expect(typedDay(' 2023-06-07 ')).toBe('2023-06-07');
    expect(typedDay('2023-6-7')).toBe('2023-06-07');
    expect(typedDay('2023-06-31')).toBeUndefined();
    expect(typedDay('7 June')).toBeUndefined();
  });
});
