// What the figures of a question mean, in words that come before any number.

import type { QuestionRow } from '../../api';
import { t } from '../../shared/text';

export interface VerdictWords {
  short: string;
  why: string;
  /** The question itself may be at fault, not the people. */
  fault: boolean;
}

/** Whether a question separates strong from weak well enough for nobody to doubt its wording. */
const SEPARATES = 0.2;

export function verdictWords(row: Pick<QuestionRow, 'verdict' | 'separates'>): VerdictWords {
  switch (row.verdict) {
    case 'tooFew':
      return { short: t('verdict-too-few'), why: t('verdict-too-few-why'), fault: false };
    case 'checkWording':
      return { short: t('verdict-check-wording'), why: t('verdict-check-wording-why'), fault: true };
    case 'veryHard': {
      const sound = row.separates !== null && row.separates.value >= SEPARATES;
      return { short: t('verdict-very-hard'), why: sound ? t('verdict-very-hard-sound') : t('verdict-very-hard-weak'), fault: false };
    }
    case 'nearlyEverybodyKnew':
      return { short: t('verdict-easy'), why: t('verdict-easy-why'), fault: false };
    case 'weak':
      return { short: t('verdict-weak'), why: t('verdict-weak-why'), fault: false };
    case 'sound':
      return { short: t('verdict-sound'), why: t('verdict-sound-why'), fault: false };
  }
}

/** An option in words; both sides of a judgement have none of their own. */
export function optionWords(option: { id: string; text: string }): string {
  if (option.id === 'true') return t('question-true');
  return option.id === 'false' ? t('question-false') : option.text;
}

export function typeWords(type: string): string {
  switch (type) {
    case 'single':
      return t('type-single');
    case 'multiple':
      return t('type-multiple');
    case 'true-false':
      return t('type-true-false');
    case 'ordering':
      return t('type-ordering');
    case 'matching':
      return t('type-matching');
    case 'sorting':
      return t('type-sorting');
    case 'hot-spot':
      return t('type-hot-spot');
    case 'short':
      return t('type-short');
    case 'estimate':
      return t('type-estimate');
    default:
      return t('type-scenario');
  }
}

/** Rows of the same question together: its versions, the oldest first. */
export function byItem(rows: readonly QuestionRow[]): Map<string, QuestionRow[]> {
  const found = new Map<string, QuestionRow[]>();
  for (const row of rows) found.set(row.itemId, [...(found.get(row.itemId) ?? []), row]);
  for (const versions of found.values()) versions.sort((one, next) => one.itemVersion - next.itemVersion);
  return found;
}
