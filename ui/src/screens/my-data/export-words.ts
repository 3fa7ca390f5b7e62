// The words of the exported files, in the language of the interface: the other side sends none.

import type { Course, ExportWords } from '../../api';
import { dateAndTime, i18n, plain, t } from '../../shared/text';

const MESSAGES = {
  modules: 'record-modules',
  checks: 'record-attempts',
  check: 'record-attempt',
  preCheck: 'record-pre-check',
  inbox: 'record-inbox',
  round: 'export-round',
  caught: 'export-caught',
  falseAlarms: 'export-false-alarms',
  ultimatum: 'record-ultimatum',
  role: 'export-role',
  ended: 'export-ended',
  refresher: 'record-refresher',
  cards: 'export-cards',
  reflections: 'record-reflections',
  everything: 'export-everything',
  everythingNote: 'export-everything-note',
  nothing: 'export-nothing',
  module: 'seen-module',
  status: 'export-status',
  version: 'record-version',
  tryNumber: 'record-try',
  result: 'record-outcome',
  date: 'record-date',
  question: 'seen-question',
  chosen: 'seen-chosen',
  best: 'export-best',
  confidence: 'seen-sure',
  written: 'export-written',
  seconds: 'export-seconds',
  notStarted: 'record-state-not-started',
  started: 'export-started',
  stepsDone: 'record-state-steps-done',
  known: 'module-known',
  completed: 'record-state-completed',
  passed: 'result-word-passed',
  notYet: 'result-word-not-yet',
  right: 'outcome-right',
  partly: 'outcome-partly',
  wrong: 'outcome-wrong',
  unanswered: 'outcome-unanswered',
  sure: 'confidence-sure',
  think: 'confidence-think',
  guess: 'confidence-guess',
} as const;

type Word = keyof typeof MESSAGES;

/** A file has no use for the marks that keep names apart from the text around them. */
export function exportWords(course: Course, name: string | null, now: Date): ExportWords {
  const words = Object.entries(MESSAGES).map(([word, id]) => [word, plain(t(id))]);
  return {
    ...(Object.fromEntries(words) as Record<Word, string>),
    lang: i18n.language.tag,
    dir: i18n.dir,
    title: plain(name === null ? t('export-title-no-name') : t('export-title', { name })),
    made: plain(t('export-made', { when: dateAndTime(now.toISOString()), course: course.title, version: course.version })),
    files: [t('export-file-readme'), t('export-file-page'), t('export-file-json'), t('export-file-tables')].map(plain),
  };
}
