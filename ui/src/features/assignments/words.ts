// A day by which something is due, and what is assigned, in words.

import type { AssignedPart } from '../../api';
import { t } from '../../shared/text';

/** "due in 9 days", "due today", "was due 3 days ago". */
export function dueWhen(daysLeft: number): string {
  return daysLeft < 0 ? t('assign-was-due', { days: -daysLeft }) : t('assign-in-days', { days: daysLeft });
}

/** "Module 1: The notice", or the step to revisit. */
export function partWords(part: AssignedPart): string {
  if (part.stepTitle !== null) return t('assign-part-step', { step: part.stepTitle, number: part.moduleNumber });
  return t('assign-part-module', { number: part.moduleNumber, title: part.moduleTitle });
}

/** Days before it is due in which it is marked. */
const SOON = 3;

/** It is due soon or was due: amber, and always with words. */
export function pressing(daysLeft: number): boolean {
  return daysLeft <= SOON;
}
