// A reflection: saved by itself while it is written. "Saved" only after the other side has said so.

import { saveReflection } from '../../api';
import { asFailure, type Failure } from '../../api';

interface Place {
  moduleId: string;
  stepId: string;
  reflectionId: string;
}

/** After this pause in typing it is saved. */
const PAUSE_MS = 800;
export const LONGEST = 4000;

export class Reflection {
  text = $state('');
  /** When what stands here was saved; absent while it is not. */
  savedAt = $state<string | undefined>(undefined);
  saving = $state(false);
  failure = $state.raw<Failure | undefined>(undefined);

  readonly #place: Place;
  #saved: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place, written: string) {
    this.#place = place;
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
      const { savedAt } = await saveReflection({ ...this.#place, text });
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
