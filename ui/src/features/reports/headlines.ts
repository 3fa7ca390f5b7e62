import type { HelpReason, NeedsHelp, QuestionReport, QuestionRow, TrainerOverview } from '../../api';
import { REFERENCE } from './geometry';

/** A sentence that a report opens with: the finding, in words. */
export type Headline =
  | { key: 'overview-headline-nobody-began' | 'overview-headline-everybody-done'; args: { people: number } }
  | { key: 'overview-headline-done'; args: { done: number; people: number; left: number } }
  | { key: 'overview-headline-not-started'; args: { waiting: number; people: number; done: number } }
  | { key: 'overview-headline-done-help'; args: { done: number; people: number; help: number } }
  | { key: 'council-headline'; args: { people: number } }
  | { key: 'council-headline-few'; args: { smallest: number } }
  | { key: 'questions-headline-none' | 'questions-headline-none-here' }
  | { key: 'questions-headline-too-few'; args: { attempts: number } }
  | { key: 'questions-headline-hard'; args: { hard: number; questions: number } }
  | { key: 'questions-headline-wording'; args: { wording: number; questions: number } }
  | { key: 'questions-headline-fine'; args: { questions: number } };

export function overviewHeadline(overview: TrainerOverview): Headline {
  const { people, completedAll: done, notStarted, smallestGroup: smallest, peopleWhoNeedHelp: help } = overview;
  if (smallest !== null && people === 0) return { key: 'council-headline-few', args: { smallest } };
  if (done === null || notStarted === null) return { key: 'council-headline', args: { people } };
  if (notStarted === people) return { key: 'overview-headline-nobody-began', args: { people } };
  if (help > 0) return { key: 'overview-headline-done-help', args: { done, people, help } };
  if (done === people) return { key: 'overview-headline-everybody-done', args: { people } };
  if (notStarted > 0) return { key: 'overview-headline-not-started', args: { waiting: notStarted, people, done } };
  return { key: 'overview-headline-done', args: { done, people, left: people - done } };
}

/** Enough answers for a share to say anything. */
export function measured(row: QuestionRow): row is QuestionRow & { facility: number; low: number; high: number } {
  return row.facility !== null && row.low !== null && row.high !== null;
}

export function questionsHeadline(report: QuestionReport): Headline {
  if (report.attempts === 0) {
    return { key: report.moduleId === null ? 'questions-headline-none' : 'questions-headline-none-here' };
  }
  const known = report.rows.filter(measured);
  if (known.length === 0) return { key: 'questions-headline-too-few', args: { attempts: report.attempts } };
  const wording = known.filter((row) => row.verdict === 'checkWording').length;
  if (wording > 0) return { key: 'questions-headline-wording', args: { wording, questions: known.length } };
  const hard = known.filter((row) => row.facility < REFERENCE).length;
  if (hard === 0) return { key: 'questions-headline-fine', args: { questions: known.length } };
  return { key: 'questions-headline-hard', args: { hard, questions: known.length } };
}

/** Everybody who may need help once, with all their reasons, in the order given. */
export function byPerson(needHelp: NeedsHelp[]): { personId: string; name: string | null; reasons: HelpReason[] }[] {
  const found = new Map<string, { personId: string; name: string | null; reasons: HelpReason[] }>();
  for (const { personId, name, reason } of needHelp) {
    const person = found.get(personId) ?? { personId, name, reasons: [] };
    person.reasons.push(reason);
    found.set(personId, person);
  }
  return [...found.values()];
}
