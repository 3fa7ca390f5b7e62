import { expect, it } from 'vitest';
import type { CheckTerms } from '../../api';
import { startOf, triesLeft } from './start';

const terms: CheckTerms = { questions: 8, passPoints: 6, tries: 3, triesUsed: 1, minutes: 6, feedback: 'after', pauseMinutes: 0, opensAt: null, openAttempt: null };

it('starts while tries are left', () => {
  expect(startOf(terms)).toBe('start');
  expect(triesLeft(terms)).toBe(2);
  expect(startOf({ ...terms, triesUsed: 3 })).toBe('noTries');
});

it('waits while there is a pause, but not for an attempt that is open', () => {
  const opensAt = '2026-11-22T10:30:00Z';
  expect(startOf({ ...terms, opensAt })).toBe('pause');
  expect(startOf({ ...terms, opensAt, triesUsed: 3 })).toBe('noTries');
  expect(startOf({ ...terms, opensAt, openAttempt: 'a' })).toBe('goOn');
});

it('goes on with an open attempt, even the last one', () => {
  expect(startOf({ ...terms, triesUsed: 3, openAttempt: 'a' })).toBe('goOn');
});

it('never runs out where there is no limit', () => {
  expect(triesLeft({ ...terms, tries: 0, triesUsed: 40 })).toBeNull();
  expect(startOf({ ...terms, tries: 0, triesUsed: 40 })).toBe('start');
});
