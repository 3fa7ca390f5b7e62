// What the open area shows: persons, or groups only. The door says it, once: whoever locks loads the page anew.

import { trainerDoor, type TrainerDoor } from '../../api';

export class Area {
  /** People in the smallest group; null where persons are shown, absent until the door has said it. */
  #smallest = $state<number | null>();

  constructor(private readonly ask: () => Promise<TrainerDoor> = trainerDoor) {}

  /** Persons are shown, as far as is known. */
  get persons(): boolean {
    return this.#smallest === null;
  }

  opened(door: TrainerDoor) {
    if (door.kind === 'open') this.#smallest = door.smallestGroup;
  }

  /** Asks the door, unless it has said it: a page behind it was loaded anew. */
  async know(): Promise<void> {
    if (this.#smallest !== undefined) return;
    try {
      this.opened(await this.ask());
    } catch {
      // The page itself asks for more than this, and says what is wrong.
    }
  }
}

export const area = new Area();
