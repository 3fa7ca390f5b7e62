// What a module's report says in sentences, and where its marks stand.

import type { CompletedByDay, ModuleReport, ModuleStatus, StepFigures } from '../../api';
import { day, duration, t } from '../../shared/text';

/** The module that the report is about. */
export function reported(report: ModuleReport): ModuleStatus | undefined {
  return report.modules.find((module) => module.moduleId === report.moduleId);
}

export function moduleHeadline(report: ModuleReport): string {
  const { people } = report;
  const { completed = null, started = null } = reported(report) ?? {};
  if (completed === null) return t('module-report-withheld');
  if (completed === 0 && started === 0) return t('module-report-nobody');
  if (started === null) return t('module-report-headline-completed', { completed, people });
  return t('module-report-headline', { completed, people, started });
}

/** By when half of those had completed it who have so far. */
export function completionFinding({ completions }: ModuleReport): string {
  const people = completions.at(-1)?.people ?? 0;
  const half = completions.find((on) => on.people * 2 >= people);
  if (!half) return t('module-report-time-none');
  return t('module-report-time-half', { day: day(half.day), half: half.people, people });
}

export function stopFinding({ steps }: ModuleReport): string {
  const known = steps.filter((step) => step.stopped !== null);
  if (known.length === 0) return t('module-report-stops-withheld');
  const [most] = [...known].sort((a, b) => (b.stopped ?? 0) - (a.stopped ?? 0));
  if (!most?.stopped) return t('module-report-stops-none');
  return t('module-report-stops-most', { number: most.number, title: most.title, people: most.stopped });
}

/** A step whose times are known. */
export type Timed = StepFigures & { lowMs: number; medianMs: number; highMs: number };

export function timedSteps({ steps }: ModuleReport): Timed[] {
  return steps.filter((step): step is Timed => step.lowMs !== null && step.medianMs !== null && step.highMs !== null);
}

export function timeFinding(report: ModuleReport): string {
  const [longest] = timedSteps(report).sort((a, b) => b.medianMs - a.medianMs);
  if (!longest) return t('module-report-times-few');
  return t('module-report-times-longest', { number: longest.number, title: longest.title, median: duration(longest.medianMs) });
}

export function resultFinding({ results, passPoints, firstChecks }: ModuleReport): string {
  if (firstChecks === 0) return t('module-report-results-none');
  const above = passPoints === null ? [] : results.filter(({ points }) => points >= passPoints);
  if (passPoints === null || above.some(({ people }) => people === null)) return t('module-report-results-plain', { people: firstChecks });
  const passed = above.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return t('module-report-results-passed', { passed, people: firstChecks, pass: passPoints });
}

const DAY_MS = 86_400_000;

/** A line of steps over a field of 100 by 100: it goes on level until the day on which somebody is added. */
export function stepLine(completions: readonly CompletedByDay[], today: string, everybody: number, rtl: boolean): string {
  const [first] = completions;
  if (!first) return '';
  const time = (iso: string) => Date.parse(`${iso}T00:00:00Z`);
  // The line begins a day before anybody was done, at nobody.
  const start = time(first.day) - DAY_MS;
  const length = Math.max(time(today) - start, DAY_MS);
  const across = (at: number) => {
    const share = Math.min((at - start) / length, 1) * 100;
    return Math.round((rtl ? 100 - share : share) * 100) / 100;
  };
  const up = (people: number) => Math.round((1 - people / Math.max(everybody, 1)) * 10_000) / 100;
  const parts = completions.map((on) => `H${across(time(on.day))}V${up(on.people)}`);
  return `M${across(start)} 100${parts.join('')}H${across(time(today))}`;
}
