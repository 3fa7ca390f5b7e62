// How long something has stood on the screen. The clock of the page only ever goes forward.

export class Stopwatch {
  /** Absent while it is paused. */
  #since: number | undefined;
  #before = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** Whole milliseconds since it began. */
  get elapsedMs(): number {
    const running = this.#since === undefined ? 0 : this.#now() - this.#since;
    return Math.max(0, Math.round(this.#before + running));
  }

  /** What it belongs to is no longer on the screen. */
  pause() {
    this.#before = this.elapsedMs;
    this.#since = undefined;
  }

  resume() {
    this.#since ??= this.#now();
  }

  restart() {
    this.#before = 0;
    this.#since = this.#now();
  }
}
