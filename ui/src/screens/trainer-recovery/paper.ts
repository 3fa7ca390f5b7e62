// The words of the page that is printed, in the reader's language.

import type { TakingWords } from '../../api';
import { sheetWords } from '../../features/reports/taking-words';
import { t } from '../../shared/text';

export function paper(now: Date): TakingWords {
  return sheetWords(t('recovery-paper-title'), t('recovery-paper-sentence'), now, {
    number: t('recovery-paper-number'),
    word: t('recovery-paper-word'),
  });
}
