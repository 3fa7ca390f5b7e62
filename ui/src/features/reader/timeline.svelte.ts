// A timeline: one event at a time, in order of time.

import type { Event } from '../../api';

export class Timeline {
  index = $state(0);
  readonly #events: () => readonly Event[];

  constructor(events: () => readonly Event[]) {
    this.#events = events;
  }

  get event(): Event | undefined {
    return this.#events()[this.index];
  }

  get first(): boolean {
    return this.index === 0;
  }

  get last(): boolean {
    return this.index >= this.#events().length - 1;
  }

  pick(index: number) {
    this.index = Math.min(this.#events().length - 1, Math.max(0, index));
  }

  earlier() {
    this.pick(this.index - 1);
  }

  later() {
    this.pick(this.index + 1);
  }
}
