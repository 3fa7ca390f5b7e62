// What the numbers of signal detection mean, in words. A number is never said without its interval.

import type { InboxDetection } from '../../api';
import { t } from '../../shared/text';

/** How well the two kinds are told apart. */
export function sensitivityWords({ sensitivity, sensitivityWithin }: InboxDetection): string {
  if (sensitivityWithin.low <= 0) return sensitivity < 0.5 ? t('inbox-d-guess') : `${level(sensitivity)} ${t('inbox-d-unsure')}`;
  return level(sensitivity);
}

function level(sensitivity: number): string {
  if (sensitivity < 0.5) return t('inbox-d-guess');
  if (sensitivity < 1.5) return t('inbox-d-some');
  return sensitivity < 2.5 ? t('inbox-d-well') : t('inbox-d-very-well');
}

/** To which side somebody leans; none while the interval holds zero. */
export function biasWords({ biasWithin }: InboxDetection): string {
  if (biasWithin.high < 0) return t('inbox-c-suspicion');
  return biasWithin.low > 0 ? t('inbox-c-trust') : t('inbox-c-none');
}
