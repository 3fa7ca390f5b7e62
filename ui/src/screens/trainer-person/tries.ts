// The tries of a module side by side: one row for each question that was asked in any of them.

import type { AttemptSummary, PersonAnswer, PersonDetail, PersonModule } from '../../api';

export interface QuestionAcross {
  itemId: string;
  ask: string;
  best: string;
  /** One for each try, in their order; absent where the try did not ask it. */
  answers: (PersonAnswer | null)[];
}

export interface ModuleTries {
  module: PersonModule;
  tries: AttemptSummary[];
  questions: QuestionAcross[];
}

/** Modules with tries, first try first. Questions stand in the order of the latest try, then older ones. */
export function triesByModule(detail: PersonDetail): ModuleTries[] {
  return detail.modules.flatMap((module) => {
    const attempts = detail.attempts
      .filter(({ summary }) => summary.moduleId === module.moduleId)
      .sort((a, b) => a.summary.tryNumber - b.summary.tryNumber);
    if (attempts.length === 0) return [];
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
    return [{ module, tries: attempts.map(({ summary }) => summary), questions }];
  });
}

/** Answered wrong with "sure". */
export function sureButWrong(answer: PersonAnswer): boolean {
  return answer.outcome === 'wrong' && answer.confidence === 'sure';
}
