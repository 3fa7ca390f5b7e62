// What one page of a check hands to the next, so that nothing is asked for twice.

import type { CheckView } from '../../api';

/** An answer that has come back as saved. */
export interface SavedQuestion {
  position: number;
  savedAt: string;
}

export interface CheckGiven {
  view: CheckView;
  /** What was saved on the way here. */
  saved?: SavedQuestion;
  /** The person came from the review to change this one, and goes back there. */
  fromReview?: boolean;
}

export function checkGiven(given: unknown): CheckGiven | undefined {
  return typeof given === 'object' && given !== null && 'view' in given ? (given as CheckGiven) : undefined;
}
