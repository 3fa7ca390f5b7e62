import { expect, it } from 'vitest';
import type { PersonDid } from '../../api';
import { PERSON } from '../../../dev/fixtures/trainer';
import { plain } from '../../shared/text';
import { didInWords } from './activity';

const words = (what: PersonDid) => plain(didInWords(what));

it('says what was done, in which module, and how it ended', () => {
  expect(PERSON.events.map(({ what }) => words(what))).toEqual([
    'Finished the check of module 1, The notice, try 2, below the pass mark: 4.25 of 8 points.',
    'Finished the check of module 1, The notice, try 1, below the pass mark: 3.5 of 8 points.',
    'Finished all steps of module 1, The notice.',
    'Finished the first step of module 1, The notice.',
  ]);
});

it('tells an assessment and a pre-check from the check of a module', () => {
  const check = { ...PERSON.attempts[0]!.summary, points: 6, passed: true };
  expect(words({ kind: 'finished', check })).toMatch(/^Passed the check of module 1, The notice, try 2: 6 of 8 points\.$/);
  expect(words({ kind: 'finished', check: { ...check, form: 'testOut' } })).toMatch(/^Passed the pre-check of module 1/);
  const assessment = { ...check, form: 'assessment' as const, moduleTitle: 'The whole case', moduleNumber: 0 };
  expect(words({ kind: 'began', check: assessment })).toBe('Began The whole case, try 2. It is not finished.');
});
