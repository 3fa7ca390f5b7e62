// What can be done about a check now.

import type { CheckTerms } from '../../api';

export function triesLeft({ tries, triesUsed }: CheckTerms): number | null {
  return tries === 0 ? null : Math.max(0, tries - triesUsed);
}

/** An open attempt can be finished even when its try was the last one. */
export function startOf(terms: CheckTerms): 'start' | 'goOn' | 'noTries' | 'pause' {
  if (terms.openAttempt !== null) return 'goOn';
  if (triesLeft(terms) === 0) return 'noTries';
  return terms.opensAt === null ? 'start' : 'pause';
}
