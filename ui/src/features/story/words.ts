// Moments of story time, days that are left, and what a choice did, in words.

import type { RunPattern, RunView, StoryDeadline, StoryMove, StoryStance } from '../../api';
import { dayFull, dayShort, list, type MessageId, t, timeOfDay } from '../../shared/text';

/** "Wednesday 7 June 2023, 16:40". */
export const storyTime = (at: string): string => t('run-at', { day: dayFull(at), time: timeOfDay(at) });

/** How much of the story is left, as far as anybody in it can know. */
export function daysLeft({ at, deadline }: Pick<RunView, 'at' | 'deadline'>): string {
  if (!deadline) return t('run-no-day');
  const named = dayShort(deadline.day);
  if (deadline.fullDaysLeft !== null) return t('run-days-left', { days: deadline.fullDaysLeft, day: named });
  return isToday(at, deadline) ? t('run-day-come') : t('run-day-passed', { day: named });
}

const isToday = (at: string, deadline: StoryDeadline) => at.slice(0, 10) === deadline.day;

/** "up 1, from 6 to 7". */
export function moved(move: StoryMove): string {
  if (move.to === move.from) return t('run-move-stays', { to: move.to });
  const by = Math.abs(move.to - move.from);
  return t(move.to > move.from ? 'run-move-up' : 'run-move-down', { by, from: move.from, to: move.to });
}

/** "better", "worse", or nothing where the meter stayed at its end. */
export function judged(move: StoryMove): string {
  if (move.to === move.from) return '';
  return move.to > move.from === move.highIsBetter ? t('run-move-better') : t('run-move-worse');
}

/** "up 1: you told staff early". */
export function lastMove(move: StoryMove | null): string {
  if (!move) return t('run-meter-still');
  const by = Math.abs(move.to - move.from);
  if (by === 0) return t('run-meter-stays', { why: move.why });
  return t(move.to > move.from ? 'run-meter-up' : 'run-meter-down', { by, why: move.why });
}

const LEANING: Record<StoryStance, Record<StoryStance, MessageId>> = {
  advised: { advised: 'debrief-advised-advised', mixed: 'debrief-advised-mixed', against: 'debrief-advised-against' },
  mixed: { advised: 'debrief-mixed-advised', mixed: 'debrief-mixed-mixed', against: 'debrief-mixed-against' },
  against: { advised: 'debrief-against-advised', mixed: 'debrief-against-mixed', against: 'debrief-against-against' },
};

/** What stands out in a run, in two sentences and never in a number. */
export function pattern({ better, worse, early, late }: RunPattern): string[] {
  return [levels(better, worse), t(LEANING[early][late])];
}

function levels(better: readonly string[], worse: readonly string[]): string {
  if (better.length > 0 && worse.length > 0) return t('debrief-better-worse', { better: list(better), worse: list(worse) });
  if (better.length > 0) return t('debrief-better', { better: list(better) });
  if (worse.length > 0) return t('debrief-worse', { worse: list(worse) });
  return t('debrief-level');
}

/** The days of some moments, each once. */
export const daysOf = (moments: readonly string[]): string => list([...new Set(moments.map((at) => dayShort(at)))]);

