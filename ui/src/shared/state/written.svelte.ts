// What somebody writes for herself: saved by itself while it is written. "Saved" only after the other side
// has said so.

import { asFailure, type Failure } from '../../api';

/** After this pause in typing it is saved. */
const PAUSE_MS = 800;
export const LONGEST = 4000;

export class Written {
  text = $state('');
  /** When what stands here was saved; absent while it is not. */
  savedAt = $state<string | undefined>(undefined);
  saving = $state(false);
  failure = $state.raw<Failure | undefined>(undefined);

  readonly #save: (text: string) => Promise<{ savedAt: string }>;
  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(save: (text: string) => Promise<{ savedAt: string }>, written: string) {
    this.#save = save;
    this.text = written;
    this.#saved = written;
  }

  get changed(): boolean {
    return this.text !== this.#saved;
  }

  write(text: string) {
    this.text = text;
    this.savedAt = undefined;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Saves what stands here now; also when the field is left. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.saving || !this.changed) return;
    const text = this.text;
    this.saving = true;
    this.failure = undefined;
    try {
      const { savedAt } = await this.#save(text);
      this.#saved = text;
      if (this.text === text) this.savedAt = savedAt;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.saving = false;
    }
    // What was written meanwhile.
    if (this.changed && !this.failure) await this.save();
  }
}
