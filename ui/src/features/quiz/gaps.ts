// What is missing in an answer, in the words that stand beside the control and in the summary.

import type { FieldError } from '../../shared/components/ErrorSummary.svelte';
import { t } from '../../shared/text';
import type { Gap } from './drafts.svelte';

function gapWords(gap: Gap): string {
  switch (gap.message) {
    case 'question-gap-single':
      return t('question-gap-single');
    case 'question-gap-multiple':
      return t('question-gap-multiple');
    case 'question-gap-judgement':
      return t('question-gap-judgement');
    case 'question-gap-reason':
      return t('question-gap-reason');
    case 'question-gap-order':
      return t('question-gap-order');
    case 'question-gap-spot':
      return t('question-gap-spot');
    case 'question-gap-short':
      return t('question-gap-short');
    case 'question-gap-estimate':
      return t('question-gap-estimate');
    case 'question-gap-number':
      return t('question-gap-number');
    case 'question-gap-group':
      return t('question-gap-group', { item: gap.item });
    case 'question-gap-pair':
      return t('question-gap-pair', { item: gap.item });
  }
}

export function gapErrors(gaps: readonly Gap[]): FieldError[] {
  return gaps.map((gap) => ({ field: gap.control, text: gapWords(gap) }));
}
