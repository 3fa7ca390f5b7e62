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

  it('pick out sure mistakes', () => {
    const listed = notice?.questions.find(({ itemId }) => itemId === 'listed-means-true');
    expect(listed?.answers.map((answer) => answer !== null && sureButWrong(answer))).toEqual([false, true]);
  });
});
