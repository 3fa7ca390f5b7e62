import { describe, expect, it } from 'vitest';
import { plain } from '../../shared/text';
import { dayAfter, daysBetween, typedDay } from './days';
import { dueWhen, pressing } from './words';

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

  it('are said in words, without counting up in red', () => {
    expect([9, 1, 0, -1, -3].map((days) => plain(dueWhen(days)))).toEqual([
      'due in 9 days',
      'due tomorrow',
      'due today',
      'was due yesterday',
      'was due 3 days ago',
    ]);
    expect([4, 3, -2].map(pressing)).toEqual([false, true, true]);
  });
});
