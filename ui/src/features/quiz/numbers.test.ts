import { describe, expect, it } from 'vitest';
import { placeOn, readNumber, stepped, ticksOf, written } from './numbers';

describe('a typed number', () => {
  it.each([
    ['34000', 34000],
    [' 34,000 ', 34000],
    ['34 000', 34000],
    ['34’000', 34000],
    ['1,234,567', 1234567],
    ['2.5', 2.5],
    ['0', 0],
    ['.5', null],
    ['1,5', null],
    ['1.2.3', null],
    ['-5', null],
    ['1e5', null],
    ['a lot', null],
    ['', null],
    ['9'.repeat(16), null],
  ])('%s is %s', (typed, value) => expect(readNumber(typed)).toBe(value));

  it('is read back as it was written', () => {
    for (const value of [0, 0.25, 7, 1000, 34000, 2_700_000]) expect(readNumber(written(value))).toBe(value);
  });
});

describe('the steps of a rule', () => {
  const log = { low: 100, high: 1_000_000, scale: 'log' as const };
  const linear = { low: 0, high: 60, scale: 'linear' as const };

  it('go over round numbers and stay on the rule', () => {
    const walk = (rule: typeof log | typeof linear, from: number | null, by: 1 | -1, times: number) => {
      const seen: number[] = [];
      for (let at = from; seen.length < times; ) seen.push((at = stepped(rule, at, by)));
      return seen;
    };
    expect(walk(log, null, 1, 5)).toEqual([100, 200, 500, 1000, 2000]);
    expect(walk(log, null, -1, 4)).toEqual([1_000_000, 500_000, 200_000, 100_000]);
    expect(walk(log, 34_000, 1, 3)).toEqual([50_000, 100_000, 200_000]);
    expect(walk(log, 34_000, -1, 3)).toEqual([20_000, 10_000, 5000]);
    expect(walk(log, 150, -1, 2)).toEqual([100, 100]);
    expect(walk(linear, null, 1, 3)).toEqual([0, 2, 4]);
    expect(walk(linear, 59, 1, 3)).toEqual([60, 60, 60]);
    expect(walk(linear, 7, -1, 4)).toEqual([6, 4, 2, 0]);
  });

  it('lead up and down to the same numbers', () => {
    let at = 100;
    const up: number[] = [at];
    while (at < log.high) up.push((at = stepped(log, at, 1)));
    const down: number[] = [at];
    while (at > log.low) down.push((at = stepped(log, at, -1)));
    expect(down.reverse()).toEqual(up);
  });
});

describe('a place on a rule', () => {
  it('is to scale and never beyond its ends', () => {
    expect(placeOn({ low: 0, high: 60, scale: 'linear' }, 15)).toBe(0.25);
    expect(placeOn({ low: 100, high: 1_000_000, scale: 'log' }, 10_000)).toBeCloseTo(0.5, 12);
    expect(placeOn({ low: 100, high: 1_000_000, scale: 'log' }, 0)).toBe(0);
    expect(placeOn({ low: 0, high: 60, scale: 'linear' }, 1e9)).toBe(1);
  });

  it('is labelled with round numbers', () => {
    expect(ticksOf({ low: 100, high: 1_000_000, scale: 'log' })).toEqual([100, 1000, 10_000, 100_000, 1_000_000]);
    expect(ticksOf({ low: 0, high: 60, scale: 'linear' })).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(ticksOf({ low: 5, high: 42, scale: 'linear' })).toEqual([10, 20, 30, 40]);
  });
});
