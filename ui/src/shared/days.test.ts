import { describe, expect, it } from 'vitest';
import { dayAfter, daysBetween, typedDay, writtenDay } from './days';

describe('days', () => {
  it('are counted over the ends of months, years and summer time', () => {
    expect(dayAfter('2026-11-23', 14)).toBe('2026-12-07');
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-12-04', '2026-12-03')).toBe(-1);
  });

  it('are typed in three fields, and only days that there are', () => {
    expect(typedDay('4', ' 12', '2026')).toBe('2026-12-04');
    expect(typedDay('29', '2', '2028')).toBe('2028-02-29');
    for (const [day, month, year] of [['31', '11', '2026'], ['29', '2', '2026'], ['', '12', '2026'], ['4', '13', '2026'], ['4', '12', '26'], ['x', '1', '2027']] as const) {
      expect(typedDay(day, month, year), `${day} ${month} ${year}`).toBeUndefined();
    }
  });

  it('are written with strokes, and only days that there are', () => {
    expect(writtenDay(' 2026-12-04 ')).toBe('2026-12-04');
    for (const text of ['2026-12', '2026-12-04-1', '04-12-2026', '2026-11-31', 'today', '']) expect(writtenDay(text), text).toBeUndefined();
  });
});
