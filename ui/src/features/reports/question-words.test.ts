import { expect, it } from 'vitest';
import { QUESTIONS } from '../../../dev/fixtures/trainer';
import type { QuestionRow, QuestionVerdict } from '../../api';
import { questionsHeadline } from './headlines';
import { byItem, optionWords, verdictWords } from './question-words';

const FIRST = QUESTIONS.rows[0] as QuestionRow;

function separating(verdict: QuestionVerdict, value: number | null) {
  return verdictWords({ verdict, separates: value === null ? null : { value, low: value - 0.1, high: value + 0.1 } });
}

it('says whether the question or the people are at fault', () => {
  expect(separating('checkWording', -0.2).fault).toBe(true);
  const verdicts: QuestionVerdict[] = ['tooFew', 'veryHard', 'nearlyEverybodyKnew', 'weak', 'sound'];
  expect(verdicts.map((verdict) => separating(verdict, 0.3).fault)).toEqual([false, false, false, false, false]);
  expect(separating('veryHard', 0.3).why, 'a sound question that is hard is for the lesson').not.toBe(separating('veryHard', 0.1).why);
  expect(separating('veryHard', null).why).toBe(separating('veryHard', 0.1).why);
});

it('names both sides of a judgement, which have no words of their own', () => {
  const words = ['true', 'false', 'link'].map((id) => optionWords({ id, text: id }));
  expect(words).toEqual(['True', 'False', 'link']);
});

it('puts the versions of a question together, the oldest first', () => {
  const version = (itemVersion: number) => ({ ...FIRST, itemVersion });
  const found = byItem([version(2), ...QUESTIONS.rows.slice(1), version(1)]);
  expect(found.get(FIRST.itemId)?.map((row) => row.itemVersion)).toEqual([1, 2]);
  expect(found.size).toBe(QUESTIONS.rows.length);
});

it('opens with the questions that may be at fault, before the hard ones', () => {
  const rows = QUESTIONS.rows.map((row, at): QuestionRow => (at < 2 ? { ...row, verdict: 'checkWording' } : row));
  expect(questionsHeadline({ ...QUESTIONS, rows })).toEqual({ key: 'questions-headline-wording', args: { wording: 2, questions: 6 } });
});
