import { describe, expect, it } from 'vitest';
import type { Explanation, Part, Question, QuestionBody, Response, Spot } from '../../api';
import { plain } from '../../shared/text';
import { draftOf, type NumberDraft, type PairDraft, type SpotDraft, type TextDraft } from './drafts.svelte';
import { matchedItems, scoreWords, spotMarks } from './explanation';
import { gapErrors } from './gaps';
import { chosenParts } from './words';

const part = (id: string): Part => ({ id, text: [{ kind: 'text', text: `Part ${id}` }] });
const spot = (id: string): Spot => ({ ...part(id), x: 0, y: 0, width: 24, height: 24 });
const question = (body: QuestionBody): Question => ({ itemId: 'item', ask: [], body });

const sorting = question({ kind: 'sorting', entries: [part('p1'), part('p2')], groups: [part('t1'), part('t2')] });
const hotSpot = question({
  kind: 'hotSpot',
  art: { kind: 'drawing', width: 100, height: 100, shapes: [] },
  alt: 'A drawing.',
  spots: [spot('p1'), spot('p2'), spot('p3')],
});
const short = question({ kind: 'short' });
const estimate = question({ kind: 'estimate', unit: 'people', low: 100, high: 1e6, scale: 'log' });
const scenario = question({ kind: 'scenario', scene: [[{ kind: 'text', text: 'It is late.' }]], options: [part('p1'), part('p2')] });

describe('what is answered', () => {
  it('is complete when every entry has a group', () => {
    const draft = draftOf(sorting, null) as PairDraft;
    draft.match('p2', 't1');
    expect(draft.response).toBeNull();
    const [error] = gapErrors(draft.gaps);
    expect([error?.field, plain(error?.text ?? '')]).toEqual(['question-item-p1-t1', 'Choose a group for “Part p1”']);
    draft.match('p1', 't1');
    draft.match('p1', 't2');
    const pairs = [{ item: 'p1', target: 't2' }, { item: 'p2', target: 't1' }];
    expect(draft.response).toEqual({ kind: 'sorting', pairs });
    expect((draftOf(sorting, draft.response) as PairDraft).response).toEqual(draft.response);
  });

  it('is a selection of spots, whichever form they were chosen in', () => {
    const draft = draftOf(hotSpot, null) as SpotDraft;
    expect(gapErrors(draft.gaps)[0]?.field).toBe('question-item-p1');
    for (const id of ['p3', 'p2', 'p1', 'p2']) draft.toggle(id);
    expect(draft.response).toEqual({ kind: 'hotSpot', spots: ['p1', 'p3'] });
  });

  it('is a word without the spaces around it', () => {
    const draft = draftOf(short, null) as TextDraft;
    draft.text = '   ';
    expect(draft.response).toBeNull();
    expect(gapErrors(draft.gaps)).toEqual([{ field: 'question-item-field', text: 'Type your answer' }]);
    draft.text = ' zero day ';
    expect(draft.response).toEqual({ kind: 'short', text: 'zero day' });
  });

  it('is a number, and says when it is none', () => {
    const draft = draftOf(estimate, null) as NumberDraft;
    expect(draft.gaps[0]?.message).toBe('question-gap-estimate');
    draft.typed = 'many';
    expect(draft.gaps[0]?.message).toBe('question-gap-number');
    draft.typed = '34,000';
    expect(draft.response).toEqual({ kind: 'estimate', value: 34000 });
    draft.step(1);
    expect(draft.response).toEqual({ kind: 'estimate', value: 50000 });
    expect((draftOf(estimate, draft.response) as NumberDraft).typed).toBe('50,000');
  });

  it('is a single choice in a scenario', () => {
    const draft = draftOf(scenario, { kind: 'single', choice: 'p2' });
    expect(draft.response).toEqual({ kind: 'single', choice: 'p2' });
  });
});

describe('what was answered', () => {
  it('stands there in words', () => {
    const words = (asked: Question, response: Response) => chosenParts(asked, response);
    expect(words(short, { kind: 'short', text: 'shell' })).toEqual({ kind: 'typed', text: 'shell' });
    expect(words(estimate, { kind: 'estimate', value: 20000 })).toEqual({ kind: 'typed', text: '20,000 people' });
    expect(words(scenario, { kind: 'single', choice: 'p2' })).toEqual({ kind: 'one', part: part('p2') });
    expect(words(hotSpot, { kind: 'hotSpot', spots: ['p3'] })).toMatchObject({ kind: 'several', parts: [{ id: 'p3' }] });
    expect(words(sorting, { kind: 'sorting', pairs: [{ item: 'p1', target: 't2' }] })).toEqual({
      kind: 'pairs',
      pairs: [{ item: part('p1'), target: part('t2') }],
    });
  });

  const explained = (best: Response, marks: [chosen: boolean, right: boolean][], score: number): Explanation => ({
    outcome: score === 0 ? 'wrong' : score === 1 ? 'right' : 'partly',
    score,
    best,
    parts: marks.map(([chosen, right], at) => ({ ...part(`p${at + 1}`), target: null, then: null, idea: null, chosen, right, why: [] })),
    reveal: null,
    step: { moduleId: 'm', moduleNumber: 1, stepId: 's', stepNumber: 1, title: 'S', minutes: 1 },
    claims: [],
  });

  it('is counted in words where it counts in part', () => {
    const pairs = [{ item: 'p1', target: 't1' }, { item: 'p2', target: 't1' }];
    expect(scoreWords(explained({ kind: 'sorting', pairs }, [[true, true], [false, true]], 0.5))).toContain('group');
    expect(scoreWords(explained({ kind: 'hotSpot', spots: ['p1', 'p2'] }, [[true, true], [false, true]], 0.5))).toContain('right answers');
    expect(scoreWords(explained({ kind: 'estimate', value: 5 }, [[false, true]], 0.5))).toContain('twice the tolerance');
    expect(scoreWords(explained({ kind: 'short', text: 'a' }, [[false, true]], 0))).toBe('');
  });

  it('marks spots that were wrongly chosen and those that are right', () => {
    const { parts } = explained({ kind: 'hotSpot', spots: ['p1'] }, [[false, true], [true, false], [false, false]], 0);
    expect(spotMarks(parts)).toEqual(['right', 'wrong', 'open']);
  });

  it('names the group that was chosen', () => {
    const best: Response = { kind: 'sorting', pairs: [] };
    const given: Response = { kind: 'sorting', pairs: [{ item: 'p1', target: 't2' }] };
    const { items } = matchedItems(sorting, explained(best, [[false, true], [false, true]], 0), given);
    expect(items.map(({ chosen }) => chosen)).toEqual([part('t2').text, null]);
  });
});
