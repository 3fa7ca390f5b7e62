import { beforeEach, expect, it, vi } from 'vitest';
import { NO_ANSWERS, QUESTIONS } from '../../../dev/fixtures/trainer';
import type { AskQuestions, QuestionAsked, QuestionReport } from '../../api';
import { EVERYBODY, reportFilter } from '../../features/reports/among.svelte';
import { Questions } from './questions.svelte';

const ALL: AskQuestions = { moduleId: null, among: EVERYBODY, attempts: 'first' };

beforeEach(() => void Object.assign(reportFilter, { groupId: null, when: '', attempts: 'first' }));

function calls() {
  return {
    trainerQuestions: vi.fn(async ({ moduleId }: AskQuestions): Promise<QuestionReport> => (moduleId ? NO_ANSWERS : QUESTIONS)),
    trainerQuestion: vi.fn(async ({ itemHash }: { itemHash: string }) => ({ itemHash }) as QuestionAsked),
    exportQuestions: vi.fn(async () => ({ path: '/q.csv', rows: 7 })),
  };
}

it('asks for the module that is chosen, and exports the same', async () => {
  const given = calls();
  const questions = new Questions(null, given);
  await vi.waitFor(() => expect(questions.load.data?.rows).toHaveLength(7));
  await questions.exporting.export();
  await questions.show('stolen-data');
  expect(questions.load.data?.rows).toEqual([]);
  expect(questions.exporting.written, 'that file was of all modules').toBeNull();
  await questions.exporting.export();
  expect(given.exportQuestions.mock.calls).toEqual([[ALL], [{ ...ALL, moduleId: 'stolen-data' }]]);
});

it('keeps one filter when another is chosen', async () => {
  const given = calls();
  const questions = new Questions('the-notice', given);
  reportFilter.when = '30';
  await questions.count('all');
  const among = { ...EVERYBODY, lastDays: 30 };
  expect(given.trainerQuestions).toHaveBeenLastCalledWith({ moduleId: 'the-notice', among, attempts: 'all' });
});

it('opens and closes rows, each by itself, and fetches a question whole once', async () => {
  const given = calls();
  const questions = new Questions(null, given);
  await questions.toggle('a');
  await questions.toggle('b');
  await questions.toggle('a');
  await questions.toggle('a');
  expect([questions.isOpen('a'), questions.isOpen('b')]).toEqual([true, true]);
  expect(given.trainerQuestion.mock.calls).toEqual([[{ itemHash: 'a' }], [{ itemHash: 'b' }]]);
  expect(questions.whole.a?.itemHash).toBe('a');
});

it('says that the door is shut when a question is refused for it', async () => {
  const given = calls();
  given.trainerQuestion.mockRejectedValueOnce({ code: 'TrainerLocked', detail: 'locked' });
  const questions = new Questions(null, given);
  await questions.toggle('a');
  expect(questions.locked).toBe(true);
});
