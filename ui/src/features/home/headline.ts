// What now and how long, in one sentence: the headline of Home.

import type { Home } from '../../api';
import { t } from '../../shared/text';

export function headline(home: Home): string {
  const { next, modules } = home;
  const untouched = modules.every((module) => module.state === 'notStarted');
  if (!next) return t('home-all-done', { count: modules.length });
  if (next.kind === 'check') {
    return t('home-check-open', { module: next.moduleNumber, position: next.position, of: next.of });
  }
  if (next.kind === 'startCheck') {
    return t('home-check-next', { module: next.moduleNumber, minutes: next.minutesLeft });
  }
  if (untouched) return t('home-begin', { minutes: next.minutesLeft });
  if (next.fresh) return t('home-next-module', { module: next.link.moduleNumber, minutes: next.minutesLeft });
  return t('home-minutes-left', { module: next.link.moduleNumber, minutes: next.minutesLeft });
}
