import { expect, it, vi } from 'vitest';
import { NO_ANSWERS, QUESTIONS } from '../../../dev/fixtures/trainer';
import type { QuestionReport } from '../../api';
import { Questions } from './questions.svelte';

it('asks for the module that is chosen, and exports the same', async () => {
  const calls = {
    trainerQuestions: vi.fn(async ({ moduleId }: { moduleId: string | null }): Promise<QuestionReport> => (moduleId ? NO_ANSWERS : QUESTIONS)),
    exportQuestions: vi.fn(async () => ({ path: '/q.csv', rows: 7 })),
  };
  const questions = new Questions(null, calls);
  await vi.waitFor(() => expect(questions.load.data?.rows).toHaveLength(7));
  await questions.exporting.export();
  await questions.show('stolen-data');
  expect(questions.load.data?.rows).toEqual([]);
  expect(questions.exporting.written, 'that file was of all modules').toBeNull();
  await questions.exporting.export();
  expect(calls.exportQuestions.mock.calls).toEqual([[{ moduleId: null }], [{ moduleId: 'stolen-data' }]]);
});

it('opens and closes rows, each by itself', () => {
  const questions = new Questions(null, { trainerQuestions: async () => QUESTIONS, exportQuestions: async () => null });
  questions.toggle('a 1');
  questions.toggle('b 1');
  questions.toggle('a 1');
  expect([questions.isOpen('a 1'), questions.isOpen('b 1')]).toEqual([false, true]);
});
