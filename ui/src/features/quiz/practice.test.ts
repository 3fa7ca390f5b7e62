import { describe, expect, it, vi } from 'vitest';
import { bankItem } from '../../../dev/fixtures/bank';
import { explain, questionOf } from '../../../dev/fixtures/marking';
import { type AnswerPractice, Failure, type PracticeSaved } from '../../api';
import type { ChoiceDraft } from './drafts.svelte';
import { Practice, type PracticeBlock } from './practice.svelte';

const item = bankItem('try-attribution');
const place = { moduleId: 'the-notice', stepId: 'how-it-became-firm' };
const block: PracticeBlock = { kind: 'check', question: questionOf(item), feedback: null, answered: 0 };

function saved(args: AnswerPractice, times: number): PracticeSaved {
  const { response, confidence } = args;
  return { answered: { answerId: 'a', savedAt: '2026-11-22T10:00:00Z', response, confidence, explanation: explain(item, response) }, times };
}

function started(send = vi.fn(async (args: AnswerPractice) => saved(args, send.mock.calls.length))) {
  return { practice: new Practice(place, block, send), send };
}
const choose = (practice: Practice, id: string) => (practice.asking.draft as ChoiceDraft).choose(id);
const full = new Failure('answer_practice', { code: 'DiskFull', detail: 'no space', path: '/data', seconds: null });

describe('a practice question', () => {
  it('sends nothing while the answer is empty', async () => {
    const { practice, send } = started();
    expect(await practice.check()).toBe(false);
    expect(send).not.toHaveBeenCalled();
    expect(practice.asking.gaps).toHaveLength(1);
  });

  it('is explained only when the answer is saved', async () => {
    let save: (value: PracticeSaved) => void = () => undefined;
    const { practice, send } = started(vi.fn(() => new Promise<PracticeSaved>((resolve) => (save = resolve))));
    choose(practice, 'proven');
    const checking = practice.check();
    expect(practice.answered).toBeNull();
    expect(practice.saving.running).toBe(true);
    save(saved(send.mock.calls[0]?.[0] as AnswerPractice, 1));
    expect(await checking).toBe(true);
    expect(practice.answered?.explanation.outcome).toBe('wrong');
    expect(practice.justNow).toBe(true);
  });

  it('makes one call of a double click', async () => {
    const { practice, send } = started();
    choose(practice, 'proven');
    await Promise.all([practice.check(), practice.check()]);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ ...place, itemId: 'try-attribution', response: { kind: 'single', choice: 'proven' } }));
  });

  it('keeps the choice when saving fails, and saves it at the next try', async () => {
    const send = vi.fn(async (args: AnswerPractice) => saved(args, 1));
    send.mockRejectedValueOnce(full);
    const { practice } = started(send);
    choose(practice, 'likeness');
    expect(await practice.check()).toBe(false);
    expect(practice.saving.failure?.code).toBe('DiskFull');
    expect((practice.asking.draft as ChoiceDraft).chosen).toBe('likeness');
    expect(practice.answered).toBeNull();
    expect(await practice.check()).toBe(true);
    expect(practice.saving.failure).toBeUndefined();
  });

  it('can be tried once more after a mistake, with nothing chosen', async () => {
    const { practice } = started();
    choose(practice, 'proven');
    await practice.check();
    expect(practice.mayTryAgain).toBe(true);
    practice.tryAgain();
    expect(practice.answered).toBeNull();
    expect((practice.asking.draft as ChoiceDraft).chosen).toBeNull();
    choose(practice, 'worthless');
    await practice.check();
    expect(practice.mayTryAgain, 'two answers are enough').toBe(false);
  });

  it('needs no further try after the best answer', async () => {
    const { practice } = started();
    choose(practice, 'likeness');
    await practice.check();
    expect(practice.mayTryAgain).toBe(false);
  });

  it('shows what was answered on an earlier visit', () => {
    const earlier = saved({ ...place, itemId: item.id, response: { kind: 'single', choice: 'proven' }, confidence: 'sure', elapsedMs: 1 }, 1);
    const practice = new Practice(place, { ...block, feedback: earlier.answered, answered: 1 });
    expect(practice.answered?.response).toEqual({ kind: 'single', choice: 'proven' });
    expect(practice.justNow).toBe(false);
    expect(practice.mayTryAgain).toBe(true);
  });
});
