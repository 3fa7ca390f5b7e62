// While a page of the trainer's area is open: says that somebody is there, and notices when it was locked.

import { trainerDoor, type TrainerDoor, trainerStillHere } from '../../api';

/** How often is looked, in milliseconds. */
const EVERY_MS = 20_000;

export interface DoorCalls {
  trainerDoor: () => Promise<TrainerDoor>;
  trainerStillHere: () => Promise<TrainerDoor>;
}

/** Calls `locked` once the door is shut; gives what ends the watching. */
export function watching(
  events: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  locked: () => void,
  calls: DoorCalls = { trainerDoor, trainerStillHere },
): () => void {
  let used = false;
  const use = () => {
    used = true;
  };
  const look = async () => {
    const ask = used ? calls.trainerStillHere : calls.trainerDoor;
    used = false;
    try {
      const door = await ask();
      if (door.kind !== 'open') locked();
    } catch {
      // What cannot be asked now is asked again soon.
    }
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  for (const kind of ['keydown', 'pointerdown', 'wheel']) events.addEventListener(kind, use);
  return () => {
    clearInterval(timer);
    for (const kind of ['keydown', 'pointerdown', 'wheel']) events.removeEventListener(kind, use);
  };
}
