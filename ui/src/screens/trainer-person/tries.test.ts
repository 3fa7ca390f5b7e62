import { describe, expect, it } from 'vitest';
import { PERSON } from '../../../dev/fixtures/trainer';
import { sureButWrong, triesByModule } from './tries';

describe('tries side by side', () => {
  const [notice, ...others] = triesByModule(PERSON);

  it('stand from first to last, only for modules with tries', () => {
    expect(notice?.tries.map(({ tryNumber }) => tryNumber)).toEqual([1, 2]);
    expect(others).toEqual([]);
  });

  it('have one row for each question that any of them asked', () => {
    expect(notice?.questions.map(({ itemId }) => itemId)).toEqual([
      'first-move-link',
      'what-makes-one',
      'known-on-7-june',
      'listed-means-true',
      'order-of-days',
    ]);
    const known = notice?.questions.find(({ itemId }) => itemId === 'known-on-7-june');
    expect(known?.answers.map((answer) => answer?.outcome ?? null), 'the first try did not ask it').toEqual([null, 'partly']);
  });

  it('keep a pre-check and an assessment apart from the check of a module', () => {
    const first = PERSON.attempts[0]!;
    const { summary } = first;
    const byModule = [{ moduleId: 'the-notice', moduleNumber: 1, title: 'The notice', points: 2, of: 3 }];
    const assessment = { ...summary, form: 'assessment' as const, moduleId: 'the-whole', moduleNumber: 0, attemptId: 'a9' };
    const preCheck = { ...summary, form: 'testOut' as const, tryNumber: 1, attemptId: 'a8' };
    const all = triesByModule({
      ...PERSON,
      attempts: [{ ...first, summary: assessment, byModule }, { ...first, summary: preCheck }, ...PERSON.attempts],
    });
    expect(all.map(({ form, tries }) => [form, tries.length])).toEqual([
      ['testOut', 1],
      ['check', 2],
      ['assessment', 1],
    ]);
    expect(all[2]?.byModule).toEqual(byModule);
  });

  it('pick out sure mistakes', () => {
    const listed = notice?.questions.find(({ itemId }) => itemId === 'listed-means-true');
    expect(listed?.answers.map((answer) => answer !== null && sureButWrong(answer))).toEqual([false, true]);
  });
});
