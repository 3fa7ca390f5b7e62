import { expect, it, vi } from 'vitest';
import { type CardTurn, Failure, type MessageCard, type MessageJudged, type Refresher } from '../../api';
import { aView, shownView } from '../../features/inbox/view.fixture';
import { type RefresherCalls, Refreshing } from './refreshing.svelte';

const REFRESHER: Refresher = {
  deck: 4, due: { cards: 2, minutes: 2 }, doneToday: 0, ahead: 0, next: null, newStart: null, mayUndo: false,
};

function aCard(left: number): MessageCard {
  const { ownerName, ownerAddress, known, message, claims, terms, lang, dir } = aView();
  return { cardId: `hash-${left}`, ownerName, ownerAddress, known, message, claims, terms, lang, dir, left, mayUndo: left < 2 };
}

function whatIsSaved(left: number): MessageJudged {
  const { told, shown } = shownView([]);
  if (!told || !shown) throw new Error('the fixture is judged and shown');
  return { reviewId: `r${left}`, told, shown, grade: 'good', grades: [{ grade: 'good', day: '2026-11-24' }], left, claims: [], terms: [] };
}

/** Two messages and the end. */
async function started() {
  let left = 2;
  const turn = (): CardTurn => (left > 0 ? { kind: 'message', card: aCard(left) } : { kind: 'done', refresher: REFRESHER });
  const calls = {
    nextCard: vi.fn<RefresherCalls['nextCard']>(async () => turn()),
    answerCard: vi.fn<RefresherCalls['answerCard']>(() => Promise.reject(new Error('no question is asked'))),
    judgeCard: vi.fn<RefresherCalls['judgeCard']>(async () => whatIsSaved((left -= 1))),
    gradeCard: vi.fn<RefresherCalls['gradeCard']>(async ({ grade }) => ({ grade, savedAt: '2026-11-22T10:00:01Z' })),
    undoCard: vi.fn<RefresherCalls['undoCard']>(async () => {
      left += 1;
      return turn();
    }),
  };
  const refreshing = new Refreshing(REFRESHER, calls);
  await refreshing.start('due');
  return { calls, refreshing };
}

it('is judged with how sure one is, told, graded, and followed by the next', async () => {
  const { calls, refreshing } = await started();
  const { judging } = refreshing;
  expect([refreshing.phase, refreshing.position, refreshing.of, refreshing.asking]).toEqual(['asked', 1, 2, null]);
  expect(judging?.walk).toEqual([]);
  judging?.choose('verify');
  judging?.rate('sure');
  expect(await judging?.judge()).toBe(true);
  expect(calls.judgeCard.mock.calls[0]?.[0]).toMatchObject({ sitting: 'due', done: 0, cardId: 'hash-2', judgement: 'verify', confidence: 'sure' });
  expect([refreshing.phase, refreshing.grade, refreshing.isLast]).toEqual(['answered', 'good', false]);
  expect(judging?.tell?.at).toBe('from');
  judging?.step(1);
  expect([judging?.tell?.at, judging?.isFirst, judging?.isLast]).toEqual(['p2', false, false]);
  await refreshing.regrade('again');
  expect([calls.gradeCard.mock.calls[0]?.[0].reviewId, refreshing.isChanged]).toEqual(['r1', true]);
  expect(await refreshing.next()).toBe(true);
  expect([refreshing.judging?.card.cardId, refreshing.position, refreshing.of, refreshing.saved]).toEqual(['hash-1', 2, 2, null]);
});

it('saves nothing while nothing is chosen, and once for a double press', async () => {
  const { calls, refreshing } = await started();
  expect(await refreshing.judging?.judge()).toBe(false);
  expect([refreshing.judging?.gap, calls.judgeCard.mock.calls.length]).toEqual([true, 0]);
  refreshing.judging?.choose('report');
  expect(refreshing.judging?.gap).toBe(false);
  await Promise.all([refreshing.judging?.judge(), refreshing.judging?.judge()]);
  expect(calls.judgeCard).toHaveBeenCalledTimes(1);
  refreshing.judging?.choose('delete');
  refreshing.judging?.rate('guess');
  expect([refreshing.judging?.chosen, refreshing.judging?.confidence], 'what is saved stays').toEqual(['report', null]);
});

it('keeps the choice when saving fails, and can be taken back', async () => {
  const { calls, refreshing } = await started();
  calls.judgeCard.mockRejectedValueOnce(new Failure('judge_card', { code: 'DiskFull', detail: '', path: '/data', seconds: null }));
  refreshing.judging?.choose('proceed');
  expect(await refreshing.judging?.judge()).toBe(false);
  expect([refreshing.saving.failure?.code, refreshing.phase, refreshing.judging?.chosen]).toEqual(['DiskFull', 'asked', 'proceed']);
  expect(await refreshing.judging?.judge()).toBe(true);
  expect(await refreshing.undo()).toBe(true);
  expect([refreshing.phase, refreshing.judging?.chosen, refreshing.judging?.judged]).toEqual(['asked', null, null]);
});
