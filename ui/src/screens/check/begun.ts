// Choices that were begun and not saved, kept in memory while the window is open: somebody who looks
// something up in another question finds theirs as they left it.

import type { Asking } from '../../features/quiz/asking.svelte';

export class Begun {
  readonly #askings = new Map<string, Asking>();

  keep(attemptId: string, position: number, asking: Asking) {
    this.#askings.set(`${attemptId} ${position}`, asking);
  }

  take(attemptId: string, position: number): Asking | undefined {
    const key = `${attemptId} ${position}`;
    const asking = this.#askings.get(key);
    this.#askings.delete(key);
    return asking;
  }

  /** A finished check has nothing left to come back to. */
  forget(attemptId: string) {
    for (const key of this.#askings.keys()) {
      if (key.startsWith(`${attemptId} `)) this.#askings.delete(key);
    }
  }
}

export const begun = new Begun();
