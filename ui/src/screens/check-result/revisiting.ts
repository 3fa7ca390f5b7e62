// What a result leads with: the steps to read again, those behind a sure mistake first.

import type { AttemptSummary, CheckResult, Home, ModuleCard, ResultQuestion, Revisit } from '../../api';

/** Answered wrong with "sure": the mistake that nobody notices alone. */
export function sureButWrong({ outcome, confidence }: ResultQuestion): boolean {
  return outcome === 'wrong' && confidence === 'sure';
}

export interface ToRevisit {
  revisit: Revisit;
  /** Positions of the sure mistakes among the questions behind it. */
  sure: number[];
}

/** Sure mistakes first; otherwise in the order of the course. */
export function toRevisit({ revisit, questions }: CheckResult): ToRevisit[] {
  const wrong = new Set(questions.filter(sureButWrong).map((question) => question.position));
  const listed = revisit.map((each) => ({ revisit: each, sure: each.positions.filter((position) => wrong.has(position)) }));
  return [...listed.filter(({ revisit: { sureButWrong: first } }) => first), ...listed.filter(({ revisit: { sureButWrong: first } }) => !first)];
}

/** Every finished try of this check, first to last. */
export function allTries({ summary, otherTries }: CheckResult): AttemptSummary[] {
  return [...otherTries, summary].sort((a, b) => a.tryNumber - b.tryNumber);
}

/** The module behind this one in the course; nothing after the last. */
export function moduleAfter({ modules }: Home, moduleId: string): ModuleCard | undefined {
  const at = modules.findIndex((module) => module.id === moduleId);
  return at === -1 ? undefined : modules[at + 1];
}
