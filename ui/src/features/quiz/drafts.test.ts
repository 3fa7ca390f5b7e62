import { describe, expect, it } from 'vitest';
import { bankItem } from '../../../dev/fixtures/bank';
import { questionOf } from '../../../dev/fixtures/marking';
import type { ChoiceDraft, JudgementDraft, OrderDraft, PairDraft, SelectionDraft } from './drafts.svelte';
import { draftOf } from './drafts.svelte';

const draft = <D>(itemId: string, saved: Parameters<typeof draftOf>[1] = null) =>
  draftOf(questionOf(bankItem(itemId)), saved) as D;

describe('one option of several', () => {
  it('is empty until something is chosen, and can be changed', () => {
    const answer = draft<ChoiceDraft>('first-move-link');
    expect(answer.response).toBeNull();
    expect(answer.gaps).toEqual([{ control: 'question-first-move-link-other-device', message: 'question-gap-single' }]);
    answer.choose('reply');
    answer.choose('intranet');
    expect(answer.response).toEqual({ kind: 'single', choice: 'intranet' });
    expect(answer.gaps).toEqual([]);
  });

  it('begins with what was saved', () => {
    expect(draft<ChoiceDraft>('first-move-link', { kind: 'single', choice: 'reply' }).chosen).toBe('reply');
  });
});

describe('several options', () => {
  it('gives the choices in the order shown, whatever order they were ticked in', () => {
    const answer = draft<SelectionDraft>('known-on-7-june');
    for (const id of ['zellis', 'announced', 'erased']) answer.toggle(id);
    answer.toggle('erased');
    expect(answer.response).toEqual({ kind: 'multiple', choices: ['announced', 'zellis'] });
  });

  it('is empty again when everything is unticked', () => {
    const answer = draft<SelectionDraft>('known-on-7-june');
    answer.toggle('zellis');
    answer.toggle('zellis');
    expect(answer.response).toBeNull();
    expect(answer.gaps[0]?.message).toBe('question-gap-multiple');
  });
});

describe('true or false, and why', () => {
  it('needs both, and says each that is missing', () => {
    const answer = draft<JudgementDraft>('listed-means-true');
    expect(answer.gaps.map((gap) => gap.message)).toEqual(['question-gap-judgement', 'question-gap-reason']);
    answer.judge(false);
    expect(answer.gaps).toEqual([{ control: 'question-listed-means-true-all-lies', message: 'question-gap-reason' }]);
    expect(answer.response).toBeNull();
    answer.giveReason('own-claim');
    expect(answer.response).toEqual({ kind: 'trueFalse', value: false, reason: 'own-claim' });
  });

  it('keeps "false" apart from "nothing"', () => {
    const answer = draft<JudgementDraft>('listed-means-true', { kind: 'trueFalse', value: false, reason: 'own-claim' });
    expect(answer.value).toBe(false);
    expect(answer.gaps).toEqual([]);
  });
});

describe('putting in order', () => {
  const shown = ['zellis', 'notice', 'names', 'theft', 'public'];

  it('moves an entry and says where it is now', () => {
    const answer = draft<OrderDraft>('order-of-days');
    expect(answer.order).toEqual(shown);
    answer.move('names', -1);
    expect(answer.order).toEqual(['zellis', 'names', 'notice', 'theft', 'public']);
    expect(answer.moved).toEqual({ entry: 'The first names go up', position: 2, of: 5 });
    expect(answer.active, 'the moved entry stays selected').toBe('names');
  });

  it('does not move past the ends', () => {
    const answer = draft<OrderDraft>('order-of-days');
    answer.move('zellis', -1);
    answer.move('public', 1);
    expect(answer.order).toEqual(shown);
    expect(answer.moved).toBeNull();
  });

  it('moves the selection without moving entries', () => {
    const answer = draft<OrderDraft>('order-of-days');
    answer.selectAt(99);
    expect(answer.active).toBe('public');
    answer.selectAt(-1);
    expect(answer.active).toBe('zellis');
    expect(answer.order).toEqual(shown);
  });

  it('can be put back as it was', () => {
    const answer = draft<OrderDraft>('order-of-days');
    answer.moveTo('theft', 0);
    answer.putBack();
    expect(answer.order).toEqual(shown);
    expect(answer.response).toBeNull();
  });

  it('is put back to what was saved, when it was saved before', () => {
    const order = [...shown].reverse();
    const answer = draft<OrderDraft>('order-of-days', { kind: 'ordering', order });
    answer.move('theft', 1);
    answer.putBack();
    expect(answer.response).toEqual({ kind: 'ordering', order });
  });

  it('counts an untouched order as empty until it is confirmed', () => {
    const answer = draft<OrderDraft>('order-of-days');
    expect(answer.gaps[0]).toEqual({ control: 'question-order-of-days-list', message: 'question-gap-order' });
    answer.confirm();
    expect(answer.response).toEqual({ kind: 'ordering', order: shown });
  });

  it('takes an order that was moved and moved back as it stands', () => {
    const answer = draft<OrderDraft>('order-of-days');
    const first = shown[0] ?? '';
    answer.move(first, 1);
    answer.move(first, -1);
    expect(answer.response).toEqual({ kind: 'ordering', order: shown });
  });
});

describe('matching', () => {
  it('needs a target for each item, and names the items that lack one', () => {
    const answer = draft<PairDraft>('who-said-what');
    answer.match('likeness', 'likeness');
    answer.match('technique', 'court');
    expect(answer.gaps.map((gap) => gap.control)).toEqual(['question-who-said-what-we-did-it', 'question-who-said-what-weakness']);
    expect(answer.gaps[0]).toMatchObject({ item: '“It was us, and we will name those who do not pay.”' });
    answer.match('we-did-it', 'we-did-it');
    answer.match('weakness', 'weakness');
    expect(answer.response).toMatchObject({ kind: 'matching', pairs: [{ item: 'likeness', target: 'likeness' }, { item: 'technique', target: 'court' }, {}, {}] });
  });

  it('takes a choice back', () => {
    const answer = draft<PairDraft>('who-said-what');
    answer.match('likeness', 'court');
    expect(answer.usedBy('court').map((item) => item.id)).toEqual(['likeness']);
    answer.match('likeness', '');
    expect(answer.usedBy('court')).toEqual([]);
  });
});
