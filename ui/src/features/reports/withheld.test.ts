import { describe, expect, it } from 'vitest';
import { plain } from '../../shared/text';
import { allShown, withheldWords } from './withheld';

const MODULE = { moduleId: 'm', number: 1, title: 'M' };

describe('counts of a store that shows groups only', () => {
  it('say what is shown and how many people the rest are', () => {
    const module = { ...MODULE, completed: 20, started: null, notStarted: null };
    expect(allShown(module)).toBe(false);
    expect(withheldWords(module, 34).map(plain)).toEqual([
      '20 of 34 completed',
      '14 others: which of the rest applies to them is withheld',
    ]);
  });

  it('say so where nothing is shown', () => {
    const module = { ...MODULE, completed: null, started: null, notStarted: null };
    expect(withheldWords(module, 34)).toHaveLength(1);
  });
});
