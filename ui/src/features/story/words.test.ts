import { describe, expect, it } from 'vitest';
import type { StoryDeadline, StoryMove } from '../../api';
import { plain } from '../../shared/text';
import { daysLeft, daysOf, judged, lastMove, moved, pattern, storyTime } from './words';

const move = (from: number, to: number, highIsBetter = true): StoryMove => ({ meter: 'Staff trust', highIsBetter, from, to, why: 'you told them' });
const left = (at: string, deadline: StoryDeadline | null) => plain(daysLeft({ at, deadline }));

describe('the words of the story', () => {
  it('says story time as a clock on the wall shows it', () => {
    expect(plain(storyTime('2023-06-07T16:40:00'))).toMatch(/^Wednesday,? 7 June 2023, 16:40$/);
    expect(plain(storyTime('2023-06-14T00:05:00'))).toMatch(/^Wednesday,? 14 June 2023, 00:05$/);
  });

  it('says how many days are left only when a day was named', () => {
    const day = '2023-06-14';
    expect(left('2023-06-02T10:00:00', null)).toBe('Nobody knows yet how long this will last.');
    expect(left('2023-06-07T16:40:00', { day, fullDaysLeft: 6 })).toBe('Six full days are left in the story. The gang named 14 June and gave no hour.');
    expect(left('2023-06-12T16:40:00', { day, fullDaysLeft: 1 })).toBe('One full day is left in the story. The gang named 14 June and gave no hour.');
    expect(left('2023-06-13T16:40:00', { day, fullDaysLeft: 0 })).toBe('No full day is left in the story. The gang named 14 June and gave no hour.');
    expect(left('2023-06-14T09:00:00', { day, fullDaysLeft: null })).toBe('This is the day that the gang named. It gave no hour.');
    expect(left('2023-06-15T09:00:00', { day, fullDaysLeft: null })).toBe('The gang had named 14 June. That day has passed.');
  });

  it('says what a choice did to a meter, and its cause', () => {
    expect(plain(moved(move(6, 7)))).toBe('up 1, from 6 to 7');
    expect(plain(moved(move(6, 3)))).toBe('down 3, from 6 to 3');
    expect(plain(moved(move(10, 10)))).toBe('stays at 10, its end');
    expect([judged(move(6, 7)), judged(move(6, 7, false)), judged(move(7, 6, false)), judged(move(10, 10))]).toEqual(['better', 'worse', 'better', '']);
    expect(plain(lastMove(move(6, 7)))).toBe('up 1: you told them');
    expect(plain(lastMove(move(0, 0)))).toBe('stays: you told them');
    expect(plain(lastMove(null))).toBe('no change yet');
  });

  it('names what stands out, without a number and without a grade', () => {
    const sentences = (better: string[], worse: string[]) => pattern({ better, worse, early: 'advised', late: 'against' }).map(plain);
    expect(sentences(['Staff trust'], ['Cost'])).toEqual([
      'Staff trust ended better than at the start, and Cost ended worse.',
      'You began with the advice; under pressure you mostly went another way.',
    ]);
    for (const [better, worse] of [[['Staff trust', 'Legal risk'], []], [[], ['Cost']], [[], []]] as [string[], string[]][]) {
      expect(sentences(better, worse).join(' ')).not.toMatch(/\d/);
    }
  });

  it('lists each day once', () => {
    expect(plain(daysOf(['2023-05-31T19:00:00', '2023-05-31T20:00:00', '2023-06-07T10:00:00']))).toBe('31 May and 7 June');
  });
});
