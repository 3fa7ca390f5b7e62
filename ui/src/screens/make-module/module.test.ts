import { describe, expect, it, vi } from 'vitest';
import type { OwnModule, QuestionsFound } from '../../api';
import { type ModuleCalls, Writing } from './module.svelte';

const row = (id: string) => ({ id, title: id, practice: false, problems: 0, mark: `mark of ${id}` });
const MODULE: OwnModule = {
  words: { moduleId: 'ours', title: 'Ours', summary: '', when: '', outcomes: ['call'], draw: 1, passPercent: 75, tries: 0 },
  number: 10, lang: 'en-GB', dir: 'ltr', folder: '/d', lesson: 'lessons/ours.md', quiz: 'quizzes/ours.toml',
  pages: [row('one'), row('two')], questions: [], problems: [],
};

const FOUND: QuestionsFound = { file: 'bank.gift', form: 'GIFT', questions: [{ line: 1, name: null, id: 'whom', changes: [], toDo: [] }], left: [], module: null };

function writing() {
  const calls = {
    addPackPart: vi.fn(async () => ({ ...MODULE, questions: [row('q')] })),
    movePackPart: vi.fn(async () => MODULE),
    packModule: vi.fn(async () => MODULE),
    removePackModule: vi.fn(async () => null),
    removePackPart: vi.fn(async () => ({ module: { ...MODULE, pages: [row('two')] }, part: { position: 1, text: '## One' } })),
    savePackModule: vi.fn(async () => MODULE),
    lookAtQuestions: vi.fn(async (): Promise<QuestionsFound | null> => FOUND),
    takeQuestions: vi.fn(async () => ({ ...FOUND, module: { ...MODULE, questions: [row('whom')] } })),
  };
  return { made: new Writing('ours', MODULE, calls as unknown as ModuleCalls), calls };
}

describe('a module of one’s own', () => {
  it('has two outcomes to write, and leaves others out while they are empty', async () => {
    const { made, calls } = writing();
    expect(made.words.outcomes).toEqual(['call', '']);
    made.promiseMore();
    made.promiseMore();
    expect(made.mayPromiseMore).toBe(false);
    made.words.outcomes[3] = 'leave it';
    made.words.draw = Number.NaN;
    await made.save();
    expect(calls.savePackModule).toHaveBeenCalledWith({ ...MODULE.words, outcomes: ['call', '', 'leave it'], draw: 0 });
  });

  it('names the text that it moves or takes away', async () => {
    const { made, calls } = writing();
    await made.move('page', 2, true);
    expect(calls.movePackPart).toHaveBeenCalledWith({ at: { moduleId: 'ours', kind: 'page', position: 2 }, mark: 'mark of two', up: true });
  });

  it('puts back what was taken away last', async () => {
    const { made, calls } = writing();
    expect(await made.putBack()).toBe(false);
    expect(await made.remove('page', 1)).toBe(true);
    expect(made.gone).toMatchObject({ kind: 'page', title: 'one' });
    expect(await made.putBack()).toBe(true);
    expect(calls.addPackPart).toHaveBeenCalledWith({ moduleId: 'ours', kind: 'page', back: { position: 1, text: '## One' } });
    expect(made.gone).toBeUndefined();
  });

  it('takes questions of other programs after a look at them, or leaves them', async () => {
    const { made, calls } = writing();
    calls.lookAtQuestions.mockResolvedValueOnce(null);
    expect([await made.look(), made.found]).toEqual([false, undefined]);
    await made.look();
    made.leave();
    expect([made.found, calls.takeQuestions.mock.calls.length]).toEqual([undefined, 0]);
    await made.look();
    expect(await made.take()).toBe(true);
    expect([made.load.data?.questions.length, made.found?.module?.questions.length]).toEqual([1, 1]);
  });

  it('says where a new part stands', async () => {
    const { made } = writing();
    expect(await made.add('question')).toBe(1);
  });
});
