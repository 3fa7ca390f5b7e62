import { describe, expect, it, vi } from 'vitest';
import { bankItem } from '../../../dev/fixtures/bank';
import { explain, questionOf } from '../../../dev/fixtures/marking';
import { type AnswerCard, type CardAnswered, type CardTurn, Failure, type GradeCard, type Refresher } from '../../api';
import type { ChoiceDraft } from '../../features/quiz/drafts.svelte';
import { type RefresherCalls, Refreshing } from './refreshing.svelte';

const item = bankItem('try-attribution');
const REFRESHER: Refresher = {
  deck: 12, due: { cards: 3, minutes: 3 }, doneToday: 0, ahead: 10, next: { day: '2026-11-26', cards: 4 }, newStart: null, mayUndo: false,
};

/** Three cards, as the other side keeps them. */
function backend() {
  let answered = 0;
  const turn = (): CardTurn =>
    answered < 3
      ? { kind: 'card', card: { question: questionOf(item), moduleNumber: 1, moduleTitle: 'M', left: 3 - answered, mayUndo: answered > 0, lang: 'en-GB', dir: 'ltr' } }
      : { kind: 'done', refresher: { ...REFRESHER, due: { cards: 0, minutes: 0 }, doneToday: 3, mayUndo: true } };
  const calls = {
    nextCard: vi.fn<RefresherCalls['nextCard']>(async () => turn()),
    answerCard: vi.fn(async ({ response, confidence }: AnswerCard): Promise<CardAnswered> => {
      answered += 1;
      return {
        answered: { answerId: `r${answered}`, savedAt: '2026-11-22T10:00:00Z', response, confidence, explanation: explain(item, response) },
        grade: 'good', grades: [{ grade: 'again', day: '2026-11-23' }, { grade: 'good', day: '2026-11-24' }], left: 3 - answered,
      };
    }),
    judgeCard: vi.fn<RefresherCalls['judgeCard']>(() => Promise.reject(new Error('no message is asked'))),
    gradeCard: vi.fn(async ({ grade }: GradeCard) => ({ grade, savedAt: '2026-11-22T10:00:01Z' })),
    undoCard: vi.fn<RefresherCalls['undoCard']>(async () => {
      answered -= 1;
      return turn();
    }),
  } satisfies RefresherCalls;
  return calls;
}

async function started() {
  const calls = backend();
  const refreshing = new Refreshing(REFRESHER, calls);
  await refreshing.start('due');
  return { calls, refreshing };
}

const choose = (refreshing: Refreshing) => (refreshing.asking?.draft as ChoiceDraft).choose('likeness');
const full = new Failure('answer_card', { code: 'DiskFull', detail: 'no space', path: '/data', seconds: null });

describe('a sitting of the refresher', () => {
  it('goes from card to card to its end', async () => {
    const { calls, refreshing } = await started();
    for (const position of [1, 2, 3]) {
      expect([refreshing.phase, refreshing.position, refreshing.of]).toEqual(['asked', position, 3]);
      choose(refreshing);
      expect(await refreshing.check()).toBe(true);
      expect(refreshing.phase).toBe('answered');
      expect(refreshing.isLast).toBe(position === 3);
      expect(await refreshing.next()).toBe(true);
    }
    expect(refreshing.phase).toBe('done');
    expect(refreshing.refresher.doneToday).toBe(3);
    expect(calls.answerCard.mock.calls.map(([args]) => args.done)).toEqual([0, 1, 2]);
  });

  it('saves nothing while the answer is empty, and once for a double click', async () => {
    const { calls, refreshing } = await started();
    expect(await refreshing.check()).toBe(false);
    expect(calls.answerCard).not.toHaveBeenCalled();
    choose(refreshing);
    await Promise.all([refreshing.check(), refreshing.check()]);
    expect(calls.answerCard).toHaveBeenCalledTimes(1);
  });

  it('keeps the choice when saving fails', async () => {
    const { calls, refreshing } = await started();
    choose(refreshing);
    calls.answerCard.mockRejectedValueOnce(full);
    expect(await refreshing.check()).toBe(false);
    expect(refreshing.saving.failure?.code).toBe('DiskFull');
    expect(refreshing.phase).toBe('asked');
    expect(await refreshing.check()).toBe(true);
  });

  it('is graded by the answer until the learner says otherwise', async () => {
    const { calls, refreshing } = await started();
    choose(refreshing);
    await refreshing.check();
    expect([refreshing.grade, refreshing.isChanged]).toEqual(['good', false]);
    await refreshing.regrade('good');
    expect(calls.gradeCard, 'it is that already').not.toHaveBeenCalled();
    await refreshing.regrade('again');
    expect([refreshing.grade, refreshing.isChanged]).toEqual(['again', true]);
    calls.gradeCard.mockRejectedValueOnce(full);
    await refreshing.regrade('good');
    expect(refreshing.grade, 'what is not saved does not count').toBe('again');
    expect(refreshing.grading.failure?.code).toBe('DiskFull');
  });

  it('takes back the answer on the page, and the one before', async () => {
    const { calls, refreshing } = await started();
    expect(refreshing.mayUndo).toBe(false);
    expect(await refreshing.undo()).toBe(false);
    choose(refreshing);
    await refreshing.check();
    expect(await refreshing.undo()).toBe(true);
    expect([refreshing.phase, refreshing.position, refreshing.of]).toEqual(['asked', 1, 3]);
    choose(refreshing);
    await refreshing.check();
    await refreshing.next();
    expect(refreshing.position).toBe(2);
    await refreshing.undo();
    expect([refreshing.phase, refreshing.position, refreshing.of]).toEqual(['asked', 1, 3]);
    expect(calls.undoCard.mock.calls.map(([args]) => args.done)).toEqual([0, 0]);
  });

  it('takes back the last answer after the end', async () => {
    const { refreshing } = await started();
    for (let card = 0; card < 3; card += 1) {
      choose(refreshing);
      await refreshing.check();
      await refreshing.next();
    }
    expect(refreshing.phase).toBe('done');
    expect(await refreshing.undo()).toBe(true);
    expect([refreshing.phase, refreshing.position, refreshing.of]).toEqual(['asked', 3, 3]);
  });

  it('stays where it is when the next card cannot be had', async () => {
    const { calls, refreshing } = await started();
    choose(refreshing);
    await refreshing.check();
    calls.nextCard.mockRejectedValueOnce(full);
    expect(await refreshing.next()).toBe(false);
    expect([refreshing.phase, refreshing.position]).toEqual(['answered', 1]);
    expect(refreshing.moving.failure?.code).toBe('DiskFull');
  });
});
