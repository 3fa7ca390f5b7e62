// What a person did, as a sentence.

import type { AttemptSummary, PersonDid } from '../../api';
import { t } from '../../shared/text';

export function didInWords(what: PersonDid): string {
  switch (what.kind) {
    case 'firstStep':
      return t('person-did-first-step', { number: what.moduleNumber, title: what.moduleTitle });
    case 'allSteps':
      return t('person-did-all-steps', { number: what.moduleNumber, title: what.moduleTitle });
    case 'began':
      return t('person-did-begin', which(what.check));
    case 'finished': {
      const { points, of, passed } = what.check;
      const args = { ...which(what.check), points, of };
      return passed ? t('person-did-pass', args) : t('person-did-finish', args);
    }
  }
}

function which({ form, moduleNumber, moduleTitle, tryNumber }: AttemptSummary) {
  return { form, number: moduleNumber, title: moduleTitle, try: tryNumber };
}
