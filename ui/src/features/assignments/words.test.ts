import { describe, expect, it } from 'vitest';
import { plain } from '../../shared/text';
import { dueWhen, pressing } from './words';

describe('days until something is due', () => {
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
