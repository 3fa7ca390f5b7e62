import { describe, expect, it } from 'vitest';
import { plain } from '../../shared/text';
import { changes } from './changed';

const NOTHING = { since: '2026-11-19', people: 0, begun: 0, completed: 0, checks: 0, needHelp: 0 };

describe('what has changed', () => {
  it('says nothing where nothing has', () => {
    expect(changes(NOTHING)).toEqual([]);
  });

  it('names what is more and what is fewer', () => {
    const more = changes({ ...NOTHING, people: 2, begun: 3, checks: 1, completed: 1, needHelp: -1 }).map(plain);
    expect(more).toEqual([
      '2 more people',
      '3 modules begun',
      'one check finished',
      'one module completed',
      'one person fewer who may need help',
    ]);
    expect(changes({ ...NOTHING, people: -1, needHelp: 4 }).map(plain)).toEqual(['one person fewer', '4 more people who may need help']);
  });
});
