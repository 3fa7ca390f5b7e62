// What the reports of practice say in words. A share is told as so many of a hundred.

import type { ForkReport, ForkRole, ForkScene, InboxDetection, InboxReport, LastedReport, LastedWindow, MisconceptionReport, ShareWithin } from '../../api';
import { number, t } from '../../shared/text';

/** So many of a hundred. None and all are said only where they are true. */
export function ofHundred(share: number): number {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 1;
  if (rounded === 100 && share < 1) return 99;
  return rounded;
}

export function inboxHeadline({ people, overall }: InboxReport): string {
  if (people === 0) return t('inbox-report-none');
  if (!overall?.caught || !overall.falseAlarms) return t('inbox-report-few', { people });
  return t('inbox-report-headline', {
    caught: ofHundred(overall.caught.share),
    alarms: ofHundred(overall.falseAlarms.share),
  });
}

/** How well people tell the two kinds apart. */
export function sensitivityOfPeople({ sensitivity, sensitivityWithin }: InboxDetection): string {
  const level = () => {
    if (sensitivity < 0.5) return t('inbox-report-d-guess');
    if (sensitivity < 1.5) return t('inbox-report-d-some');
    return sensitivity < 2.5 ? t('inbox-report-d-well') : t('inbox-report-d-very-well');
  };
  return sensitivityWithin.low <= 0 && sensitivity >= 0.5 ? `${level()} ${t('inbox-report-d-unsure')}` : level();
}

/** To which side people lean; none while the interval holds zero. */
export function leanOfPeople({ biasWithin }: InboxDetection): string {
  if (biasWithin.high < 0) return t('inbox-report-c-suspicion');
  return biasWithin.low > 0 ? t('inbox-report-c-trust') : t('inbox-report-c-none');
}

/** The decision at which most runs took what is advised against. */
export interface WorstFork {
  role: ForkRole;
  scene: ForkScene;
  against: number;
}

export function worstFork(report: ForkReport): WorstFork | undefined {
  const forks = report.roles.flatMap((role) =>
    role.scenes
      .filter((scene) => scene.runs >= report.fewestRuns)
      .map((scene) => {
        const against = scene.options.filter((option) => option.stance === 'against');
        return { role, scene, against: against.reduce((sum, option) => sum + (option.chosen ?? 0), 0) };
      }),
  );
  return forks.filter((fork) => fork.against > 0).sort((a, b) => b.against / b.scene.runs - a.against / a.scene.runs)[0];
}

export function forksHeadline(report: ForkReport): string {
  if (report.runs === 0) return t('forks-headline-none');
  if (report.roles.every((role) => role.scenes.length === 0)) return t('forks-headline-few', { runs: report.runs });
  const worst = worstFork(report);
  if (!worst) return t('forks-headline-advised');
  return t('forks-headline-against', { against: worst.against, runs: worst.scene.runs });
}

/** The options of a decision, those chosen most first. */
export function byChoice(scene: ForkScene): ForkScene['options'] {
  return [...scene.options].sort((a, b) => (b.chosen ?? 0) - (a.chosen ?? 0));
}

export function misconceptionsHeadline({ rows }: MisconceptionReport): string {
  const [first] = rows;
  if (!first) return t('misconceptions-headline-none');
  if (rows.every((row) => row.share === null)) return t('misconceptions-headline-few');
  if (!first.chose) return t('misconceptions-headline-no');
  return t('misconceptions-headline', { chose: first.chose, met: first.met });
}

/** The time furthest away of which enough is known. */
export function furthest(report: LastedReport): (LastedWindow & { now: ShareWithin; change: ShareWithin }) | undefined {
  const known = report.later.filter(
    (window): window is LastedWindow & { now: ShareWithin; change: ShareWithin } => window.now !== null && window.change !== null,
  );
  return known.at(-1);
}

export type Direction = 'less' | 'more' | 'same';

/** Where a difference goes: nowhere while its interval, as it is shown, holds zero or is not known. */
export function directionOf({ share, within }: ShareWithin): Direction {
  if (within === null || (Math.round(within.low * 100) <= 0 && Math.round(within.high * 100) >= 0)) return 'same';
  return share < 0 ? 'less' : 'more';
}

export function lastedHeadline(report: LastedReport): string {
  const { people, right } = report.start;
  if (people === 0) return t('lasted-headline-none');
  if (!right) return t('lasted-headline-few', { people });
  const window = furthest(report);
  if (!window) return t('lasted-headline-not-yet', { right: ofHundred(right.share) });
  const said = { days: window.days, right: ofHundred(window.now.share), change: ofHundred(Math.abs(window.change.share)) };
  switch (directionOf(window.change)) {
    case 'less':
      return t('lasted-headline-less', said);
    case 'more':
      return t('lasted-headline-more', said);
    case 'same':
      return t('lasted-headline-same', { days: said.days, right: said.right });
  }
}

/** The sign stands before its number in every direction of writing. */
const LEFT_TO_RIGHT = '\u200e';

/** A difference in hundredths, with its sign: a true minus, and a plus where it is more. */
export function signed(share: number): string {
  const hundredths = Math.round(share * 100);
  if (hundredths === 0) return '0';
  return `${LEFT_TO_RIGHT}${hundredths < 0 ? '−' : '+'}${Math.abs(hundredths)}`;
}

/** A distance in standard deviations, to two places. Nothing is less than nothing. */
export function deviations(value: number): string {
  const hundredths = Math.round(value * 100);
  const size = number(Math.abs(hundredths) / 100);
  return hundredths < 0 ? `${LEFT_TO_RIGHT}−${size}` : size;
}
