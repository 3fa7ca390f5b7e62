import { describe, expect, it } from 'vitest';
import { ANSWERED, PreviewSitting } from '../../../dev/fixtures/sitting';
import type { CheckResult, Home } from '../../api';
import { allTries, moduleAfter, toRevisit } from './revisiting';

const result = new PreviewSitting(ANSWERED).result();

describe('what a result leads with', () => {
  it('puts the step behind a sure mistake first and names the question', () => {
    const [first, ...others] = toRevisit(result);
    expect(first?.revisit.step.stepId).toBe('claimed-is-not-known');
    expect(first?.sure).toEqual([4]);
    expect(others.every(({ sure }) => sure.length === 0)).toBe(true);
  });

  it('does so in whatever order the steps arrive, and keeps the order of the others', () => {
    const turned: CheckResult = { ...result, revisit: [...result.revisit].reverse() };
    const steps = toRevisit(turned).map(({ revisit }) => revisit.step.stepId);
    expect(steps[0]).toBe('claimed-is-not-known');
    expect(steps.slice(1)).toEqual(turned.revisit.filter((each) => !each.sureButWrong).map((each) => each.step.stepId));
  });

  it('lists every try from first to last', () => {
    expect(allTries(result).map(({ tryNumber }) => tryNumber)).toEqual([1, 2]);
  });
});

describe('the next module', () => {
  const course = { modules: [{ id: 'the-notice', number: 1 }, { id: 'stolen-data', number: 4 }] } as unknown as Home;

  it('is the one behind in the course, whatever its number', () => {
    expect(moduleAfter(course, 'the-notice')?.number).toBe(4);
    expect(moduleAfter(course, 'stolen-data')).toBeUndefined();
    expect(moduleAfter(course, 'gone')).toBeUndefined();
  });
});
