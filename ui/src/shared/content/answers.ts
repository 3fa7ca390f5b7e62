// Where decisions and practice answers go: into the learner's record, or, while the maker of a pack tries it, nowhere.

import { getContext, setContext } from 'svelte';
import { type AnswerPractice, answerPractice, type DecisionTaken, type Learner, type PracticeSaved, type RecordDecision, recordDecision } from '../../api';

export interface Answers {
  /** What is answered stays. */
  kept: boolean;
  decide: (args: RecordDecision) => Promise<{ taken: DecisionTaken; learner: Learner | null }>;
  answer: (args: AnswerPractice) => Promise<PracticeSaved>;
}

const KEY = Symbol('answers');
const KEPT: Answers = { kept: true, decide: recordDecision, answer: answerPractice };

export function provideAnswers(answers: Answers) {
  setContext(KEY, answers);
}

export function useAnswers(): Answers {
  return getContext<Answers | undefined>(KEY) ?? KEPT;
}
