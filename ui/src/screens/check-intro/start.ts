// What can be done about a check now.

import type { CheckTerms } from '../../api';

export function triesLeft({ tries, triesUsed }: CheckTerms): number | null {
  return tries === 0 ? null : Math.max(0, tries - triesUsed);
}

/** An open attempt can be finished even when its try was the last one. */
export function startOf(terms: CheckTerms): 'start' | 'goOn' | 'noTries' {
  if (terms.openAttempt !== null) return 'goOn';
  return triesLeft(terms) === 0 ? 'noTries' : 'start';
}
