// The tries of a check side by side: one row for each question that was asked in any of them.

import type { AttemptForm, AttemptSummary, ModuleScore, PersonAnswer, PersonAttempt, PersonDetail } from '../../api';

export interface QuestionAcross {
  itemId: string;
  ask: string;
  best: string;
  /** One for each try, in their order; absent where the try did not ask it. */
  answers: (PersonAnswer | null)[];
}

export interface Tries {
  form: AttemptForm;
  /** Of the module, or of the assessment. */
  id: string;
  /** The module's; 0 of an assessment. */
  number: number;
  title: string;
  tries: AttemptSummary[];
  questions: QuestionAcross[];
  /** Of an assessment: points of the latest finished try by module. */
  byModule: ModuleScore[];
}

/** Within a module the pre-check stands before the check. */
const ORDER: readonly AttemptForm[] = ['testOut', 'check', 'assessment'];

/** By module, then what is over all modules, first try first. */
export function triesByModule(detail: PersonDetail): Tries[] {
  const groups = new Map<string, PersonAttempt[]>();
  for (const attempt of detail.attempts) {
    const key = `${attempt.summary.form} ${attempt.summary.moduleId}`;
    groups.set(key, [...(groups.get(key) ?? []), attempt]);
  }
  const place = ({ form, number }: Tries) => (number || Infinity) * ORDER.length + ORDER.indexOf(form);
  return [...groups.values()].map(sideBySide).sort((a, b) => place(a) - place(b) || 0);
}

/** Questions stand in the order of the latest try, then older ones. */
function sideBySide(group: PersonAttempt[]): Tries {
  const attempts = [...group].sort((a, b) => a.summary.tryNumber - b.summary.tryNumber);
  const asked = new Map<string, PersonAnswer>();
  for (const { answers } of [...attempts].reverse()) {
    for (const answer of answers) if (!asked.has(answer.itemId)) asked.set(answer.itemId, answer);
  }
  const questions = [...asked.values()].map(({ itemId, ask, best }) => ({
    itemId,
    ask,
    best,
    answers: attempts.map(({ answers }) => answers.find((answer) => answer.itemId === itemId) ?? null),
  }));
  const tries = attempts.map(({ summary }) => summary);
  const latest = attempts.findLast(({ summary }) => summary.finishedAt !== null);
  const { form, moduleId: id, moduleNumber: number, moduleTitle: title } = (latest ?? attempts[0]!).summary;
  return { form, id, number, title, tries, questions, byModule: latest?.byModule ?? [] };
}

/** Answered wrong with "sure". */
export function sureButWrong(answer: PersonAnswer): boolean {
  return answer.outcome === 'wrong' && answer.confidence === 'sure';
}
