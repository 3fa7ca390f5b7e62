// A check, a pre-check and the assessment share their pages; only their names and their homes differ.

import type { AttemptForm } from '../../api';
import { navigation } from '../../shared/navigation';
import { t } from '../../shared/text';

interface Attempt {
  form: AttemptForm;
  moduleId: string;
  moduleNumber: number;
}

/** What stands above every page of an attempt. */
export function kicker({ form, moduleNumber: number }: Attempt): string {
  if (form === 'assessment') return t('assessment-kicker');
  return form === 'testOut' ? t('test-out-kicker', { number }) : t('review-kicker', { number });
}

/** The same with the number of the try. */
export function triedKicker(attempt: Attempt & { tryNumber: number }): string {
  const { form, moduleNumber: number, tryNumber } = attempt;
  if (form === 'assessment') return t('assessment-kicker-try', { try: tryNumber });
  return form === 'testOut' ? t('test-out-kicker', { number }) : t('result-kicker', { number, try: tryNumber });
}

/** The page that an attempt was started from. */
export function goHome({ form, moduleId }: Attempt): void {
  if (form === 'assessment') navigation.go('assessment');
  else navigation.go('module', { moduleId });
}
