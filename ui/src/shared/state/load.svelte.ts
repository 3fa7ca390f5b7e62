// Something that is fetched for a view: loading, there, or failed. Loaded.svelte shows all of it.

import { asFailure, type Failure } from '../../api';

/** From here on the page says that it is still loading; before, a flicker would only disturb. */
const SLOW_MS = 1000;

export class Load<T> {
  data = $state.raw<T | undefined>(undefined);
  failure = $state.raw<Failure | undefined>(undefined);
  /** Has been loading for more than a second. */
  slow = $state(false);
  loading = $state(false);

  readonly #fetch: () => Promise<T>;
  #run = 0;

  /** With `given`, what another view has already been handed, nothing is fetched. */
  constructor(fetch: () => Promise<T>, given?: T) {
    this.#fetch = fetch;
    if (given === undefined) void this.again();
    else this.data = given;
  }

  /** Fetches, or fetches anew; what is there stays until the answer comes. */
  async again(): Promise<void> {
    const run = ++this.#run;
    this.loading = true;
    this.failure = undefined;
    const timer = setTimeout(() => {
      if (run === this.#run) this.slow = true;
    }, SLOW_MS);
    try {
      const data = await this.#fetch();
      if (run === this.#run) this.data = data;
    } catch (thrown) {
      if (run === this.#run) this.failure = asFailure(thrown);
    } finally {
      clearTimeout(timer);
      if (run === this.#run) {
        this.loading = false;
        this.slow = false;
      }
    }
  }

  /** Puts in what a command gave back, so that nothing is asked twice. */
  set(data: T) {
    this.#run++;
    this.loading = false;
    this.slow = false;
    this.failure = undefined;
    this.data = data;
  }
}
