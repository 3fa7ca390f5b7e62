import { describe, expect, it } from 'vitest';
import { NO_ANSWERS, OVERVIEW, QUESTIONS } from '../../../dev/fixtures/trainer';
import type { QuestionReport, TrainerOverview } from '../../api';
import { plain } from '../../shared/text';
import { headlineWords } from './headline-words';
import { byPerson, measured, overviewHeadline, questionsHeadline } from './headlines';

const people = (rest: Partial<TrainerOverview>) => plain(headlineWords(overviewHeadline({ ...OVERVIEW, peopleWhoNeedHelp: 0, ...rest })));
const questions = (report: QuestionReport) => plain(headlineWords(questionsHeadline(report)));

describe('the sentence about people', () => {
  it('counts who is done and who may need help, each person once', () => {
    expect(people({ peopleWhoNeedHelp: 2 })).toBe('3 of 8 have completed every module, and 2 may need help');
  });

  it('says what there is to say without anybody who needs help', () => {
    expect(people({ started: 5, notStarted: 0 })).toBe('3 of 8 have completed every module, 5 are on the way');
    expect(people({})).toBe('One of 8 has not started, and 3 have completed every module');
    expect(people({ completedAll: 8, started: 0, notStarted: 0 })).toBe('All 8 people have completed every module');
    expect(people({ completedAll: 0, started: 0, notStarted: 8 })).toBe('None of the 8 people has begun yet');
    expect(people({ people: 1, completedAll: 0, started: 0, notStarted: 1 })).toBe('The one person here has not begun yet');
  });

  it('says no more than the number of people where groups only are shown', () => {
    const none = { completedAll: null, started: null, notStarted: null, smallestGroup: 8 };
    expect(people({ ...none, people: 40 })).toBe('40 people learn here');
    expect(people({ ...none, people: 0 })).toBe('Fewer than 8 people learn here: nothing can be shown yet');
  });

  it('gathers the reasons of each person', () => {
    expect(byPerson(OVERVIEW.needHelp).map(({ reasons }) => reasons.length)).toEqual([2, 1]);
  });
});

describe('the sentence about questions', () => {
  it('counts those that fewer than half got right, among those with enough answers', () => {
    expect(QUESTIONS.rows.filter(measured)).toHaveLength(6);
    expect(questions(QUESTIONS)).toBe('3 of 6 questions were answered right by fewer than half');
  });

  it('says when all is well, when there is too little, and when there is nothing', () => {
    const fine = QUESTIONS.rows.filter((row) => (row.facility ?? 0) >= 0.5);
    expect(questions({ ...QUESTIONS, rows: fine })).toBe('All 3 questions were answered right by at least half');
    const few = QUESTIONS.rows.filter((row) => row.facility === null);
    expect(questions({ ...QUESTIONS, attempts: 3, rows: few })).toBe('3 finished checks: too few to say which questions are hard');
    expect(questions(NO_ANSWERS)).toBe('Nobody has finished a check yet');
    expect(questions({ ...NO_ANSWERS, moduleId: 'stolen-data' })).toBe('Nobody has finished the check of this module yet');
  });
});
