// What one page of a check hands to the next, so that nothing is asked for twice.

import type { CheckView } from '../../api';

export interface CheckGiven {
  view: CheckView;
  /** The person came from the review to change this one, and goes back there. */
  fromReview?: boolean;
}

export function checkGiven(given: unknown): CheckGiven | undefined {
  return typeof given === 'object' && given !== null && 'view' in given ? (given as CheckGiven) : undefined;
}
