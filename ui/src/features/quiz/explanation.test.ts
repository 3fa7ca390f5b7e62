import { describe, expect, it } from 'vitest';
import { bankItem } from '../../../dev/fixtures/bank';
import { explain, questionOf } from '../../../dev/fixtures/marking';
import type { ExplainedPart, Response } from '../../api';
import { plain } from '../../shared/text';
import { judgementParts, markOfMany, markOfOne, matchedItems, placedEntries, scoreWords } from './explanation';
import { chosenParts, plainWords } from './words';

const part = (chosen: boolean, right: boolean): ExplainedPart => ({ id: 'x', text: [], target: null, then: null, idea: null, chosen, right, why: [] });
const explained = (itemId: string, response: Response | null) => explain(bankItem(itemId), response);

describe('the mark of a part', () => {
  it('names the answer given and the best one', () => {
    expect(markOfOne(part(true, true))).toEqual({ tone: 'good', label: 'explain-your-best' });
    expect(markOfOne(part(true, false))).toEqual({ tone: 'bad', label: 'explain-your-answer' });
    expect(markOfOne(part(false, true))).toEqual({ tone: 'good', label: 'explain-best-answer' });
    expect(markOfOne(part(false, false))).toEqual({ tone: 'plain', label: null });
  });

  it('tells a missed option from one that was rightly left out', () => {
    expect(markOfMany(part(false, true), true).label).toBe('explain-missed');
    expect(markOfMany(part(false, false), true).label).toBe('explain-left-out');
    expect(markOfMany(part(false, true), false), 'nothing was missed where nothing was answered').toEqual({
      tone: 'good',
      label: 'explain-best-answer',
    });
  });
});

describe('an ordering explained', () => {
  it('stands in the right order and says where each entry was put', () => {
    const response: Response = { kind: 'ordering', order: ['theft', 'public', 'notice', 'zellis', 'names'] };
    const placed = placedEntries(explained('order-of-days', response), response);
    expect(placed.map(({ part: { id }, put }) => [id, put])).toEqual([
      ['theft', 1],
      ['public', 2],
      ['zellis', 4],
      ['notice', 3],
      ['names', 5],
    ]);
  });

  it('says nothing of places when it was not answered', () => {
    expect(placedEntries(explained('order-of-days', null), null).every(({ put }) => put === null)).toBe(true);
  });
});

describe('a matching explained', () => {
  it('shows the words that were chosen, and the targets that match nothing', () => {
    const response: Response = { kind: 'matching', pairs: [{ item: 'weakness', target: 'court' }] };
    const { items, extra } = matchedItems(questionOf(bankItem('who-said-what')), explained('who-said-what', response), response);
    expect(items.map(({ chosen }) => (chosen ? plainWords(chosen) : null))).toEqual([null, null, null, 'A court of law']);
    expect(extra.map(({ id }) => id)).toEqual(['court']);
  });
});

describe('true or false explained', () => {
  it('keeps judgements and reasons apart', () => {
    const { judgements, reasons } = judgementParts(explained('listed-means-true', null).parts);
    expect(judgements.map(({ id }) => id)).toEqual(['true', 'false']);
    expect(reasons).toHaveLength(3);
  });
});

describe('partial credit in words', () => {
  const words = (itemId: string, response: Response) => plain(scoreWords(explained(itemId, response)));

  it('counts right and wrong choices', () => {
    expect(words('known-on-7-june', { kind: 'multiple', choices: ['announced', 'erased', 'zellis'] })).toBe(
      '2 of 3 right answers chosen, 1 wrong. Counted as 0.33 of 1 point.',
    );
    expect(words('known-on-7-june', { kind: 'multiple', choices: ['announced', 'erased'] })).toContain('Counted as 0 of 1 point');
  });

  it('explains half a point, places and pairs', () => {
    expect(words('listed-means-true', { kind: 'trueFalse', value: false, reason: 'all-lies' })).toContain('half a point');
    expect(words('order-of-days', { kind: 'ordering', order: ['theft', 'public', 'notice', 'zellis', 'names'] })).toContain('3 of 5');
  });

  it('is silent where the marks say it all', () => {
    expect(words('first-move-link', { kind: 'single', choice: 'reply' })).toBe('');
    expect(words('known-on-7-june', { kind: 'multiple', choices: ['announced', 'advisory', 'zellis'] })).toBe('');
  });
});

describe('an answer as parts', () => {
  it('finds the parts of each type', () => {
    const judged = chosenParts(questionOf(bankItem('listed-means-true')), { kind: 'trueFalse', value: true, reason: 'own-claim' });
    expect(judged).toMatchObject({ kind: 'judgement', value: true, reason: { id: 'own-claim' } });
    const order = chosenParts(questionOf(bankItem('order-of-naming')), { kind: 'ordering', order: ['gang', 'mandiant'] });
    expect(order).toMatchObject({ kind: 'order', parts: [{ id: 'gang' }, { id: 'mandiant' }] });
  });

  it('leaves out what the question no longer has', () => {
    expect(chosenParts(questionOf(bankItem('first-move-link')), { kind: 'single', choice: 'gone' })).toBeNull();
  });
});
