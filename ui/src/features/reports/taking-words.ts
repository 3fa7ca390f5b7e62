// The words of the files, in the language of the interface: the other side sends none.

import {
  type AmongWhom,
  type Report,
  type TakingWords,
  trainerForks,
  trainerInbox,
  trainerLasted,
  trainerMisconceptions,
  trainerModule,
  trainerOverview,
  trainerQuestions,
  type WhatToTake,
} from '../../api';
import { date, i18n, type MessageId, plain, t } from '../../shared/text';
import { toldOf } from './among.svelte';
import { headlineWords } from './headline-words';
import { overviewHeadline, questionsHeadline } from './headlines';
import { moduleHeadline } from './module-report';
import { forksHeadline, inboxHeadline, lastedHeadline, misconceptionsHeadline } from './practised';

/** What each column is called on paper. */
const LABELS = {
  assigned: 'column-assigned',
  due: 'column-due',
  groups: 'column-groups',
  advice: 'column-advice',
  answered: 'column-answered',
  answered_at: 'column-answered-at',
  answers: 'column-answers',
  best_answer: 'column-best-answer',
  best_points: 'column-best-points',
  change: 'column-change',
  change_high: 'column-change-high',
  change_low: 'column-change-low',
  changes: 'column-changes',
  chose: 'column-chose',
  chosen: 'column-chosen',
  chosen_runs: 'column-chosen-runs',
  confidence: 'column-confidence',
  correct: 'column-correct',
  correction: 'column-correction',
  course_version: 'column-course-version',
  days: 'column-days',
  decision: 'column-decision',
  difficulty: 'column-difficulty',
  elapsed_ms: 'column-elapsed-ms',
  facility: 'column-facility',
  facility_high: 'column-facility-high',
  facility_low: 'column-facility-low',
  finished_at: 'column-finished-at',
  from: 'column-from',
  from_days: 'column-from-days',
  high_quartile_ms: 'column-high-quartile-ms',
  item_version: 'column-item-version',
  last_active: 'column-last-active',
  low_quartile_ms: 'column-low-quartile-ms',
  median_ms: 'column-median-ms',
  median_seconds: 'column-median-seconds',
  message_version: 'column-message-version',
  met: 'column-met',
  misconception: 'column-misconception',
  module: 'column-module',
  module_number: 'column-module-number',
  name: 'column-name',
  nature: 'column-nature',
  option: 'column-option',
  outcome: 'column-outcome',
  people: 'column-people',
  person_id: 'column-person-id',
  position: 'column-position',
  question: 'column-question',
  questions: 'column-questions',
  reversed: 'column-reversed',
  right: 'column-right',
  right_high: 'column-right-high',
  right_low: 'column-right-low',
  right_then: 'column-right-then',
  role: 'column-role',
  role_runs: 'column-role-runs',
  runs: 'column-runs',
  score: 'column-score',
  share: 'column-share',
  share_high: 'column-share-high',
  share_low: 'column-share-low',
  started_at: 'column-started-at',
  status: 'column-status',
  step: 'column-step',
  step_number: 'column-step-number',
  steps: 'column-steps',
  steps_done: 'column-steps-done',
  stopped: 'column-stopped',
  story_time: 'column-story-time',
  subject: 'column-subject',
  sure_but_wrong: 'column-sure-but-wrong',
  timed: 'column-timed',
  to_days: 'column-to-days',
  top_wrong_answer: 'column-top-wrong-answer',
  top_wrong_chosen: 'column-top-wrong-chosen',
  tries: 'column-tries',
  try: 'column-try',
  type: 'column-type',
  unchecked: 'column-unchecked',
  wrong: 'column-wrong',
  wrong_share: 'column-wrong-share',
  wrong_share_high: 'column-wrong-share-high',
  wrong_share_low: 'column-wrong-share-low',
} as const satisfies Record<string, MessageId>;

const TITLES = {
  people: 'taking-report-people',
  questions: 'taking-report-questions',
  modules: 'taking-report-modules',
  inbox: 'taking-report-inbox',
  ultimatum: 'taking-report-ultimatum',
  misconceptions: 'taking-report-misconceptions',
  lasted: 'taking-report-lasted',
  person: 'taking-report-person',
  answers: 'taking-report-answers',
  assignments: 'taking-report-assignments',
} as const satisfies Record<Report, MessageId>;

export function titleOf(report: Report): string {
  return t(TITLES[report]);
}

function said<T extends { among: AmongWhom }>(report: T, headline: (report: T) => string): string {
  return toldOf(report.among, headline(report));
}

/** What the report says, as its own page says it. */
export async function sentenceOf({ report, moduleId, among, attempts }: WhatToTake): Promise<string> {
  switch (report) {
    case 'people':
      return said(await trainerOverview(among), (told) => headlineWords(overviewHeadline(told)));
    case 'questions':
      return said(await trainerQuestions({ moduleId, among, attempts }), (told) => headlineWords(questionsHeadline(told)));
    case 'modules':
      return said(await trainerModule({ moduleId, among }), moduleHeadline);
    case 'inbox':
      return said(await trainerInbox(among), inboxHeadline);
    case 'ultimatum':
      return forksHeadline(await trainerForks());
    case 'misconceptions':
      return said(await trainerMisconceptions(among), misconceptionsHeadline);
    case 'lasted':
      return said(await trainerLasted(among), lastedHeadline);
    case 'person':
      return t('taking-about-person');
    case 'answers':
      return t('taking-about-answers');
    case 'assignments':
      return t('taking-about-assignments');
  }
}

/** What a file of a report says beside its rows. */
export function takingWords(report: Report, sentence: string, now: Date): TakingWords {
  const labels = Object.entries(LABELS).map(([name, id]) => [name, t(id)]);
  return sheetWords(titleOf(report), sentence, now, Object.fromEntries(labels) as Record<string, string>);
}

/** The same for any table. Files have no use for the marks that keep names apart from the text around them. */
export function sheetWords(title: string, sentence: string, now: Date, labels: Record<string, string>): TakingWords {
  return {
    lang: i18n.language.tag,
    dir: i18n.dir,
    title: plain(title),
    sentence: plain(sentence),
    page: plain(t('taking-page')),
    of: plain(t('taking-of')),
    made: plain(t('taking-made', { date: date(now.toISOString()) })),
    unprintable: plain(t('taking-unprintable')),
    nothing: plain(t('taking-nothing')),
    labels: Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, plain(label)])),
  };
}
