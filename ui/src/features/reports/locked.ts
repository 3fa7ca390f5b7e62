// The store can be locked while a page of it is open, by another window or after a time.

import type { Failure } from '../../api';

/** One of the refusals says that the door is shut. */
export function doorIsShut(...failures: (Failure | undefined)[]): boolean {
  return failures.some((failure) => failure?.code === 'TrainerLocked');
}
