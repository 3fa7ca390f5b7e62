import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TrainerDoor } from '../../api';
import { watching } from './watching';

const OPEN: TrainerDoor = { kind: 'open', notice: null, recoveryCode: true, smallestGroup: null };
const SHUT: TrainerDoor = { kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true };

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function watched(doors: TrainerDoor[]) {
  const asked: string[] = [];
  const next = (name: string) => () => {
    asked.push(name);
    return Promise.resolve(doors.shift() ?? OPEN);
  };
  const events = new EventTarget();
  const locked = vi.fn();
  const end = watching(events, locked, { trainerDoor: next('door'), trainerStillHere: next('here') });
  return { asked, events, locked, end };
}

describe('watching the door', () => {
  it('says that somebody is there only when a key was pressed', async () => {
    const { asked, events } = watched([]);
    await vi.advanceTimersByTimeAsync(20_000);
    events.dispatchEvent(new Event('keydown'));
    await vi.advanceTimersByTimeAsync(20_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toEqual(['door', 'here', 'door']);
  });

  it('notices that it was locked', async () => {
    const { locked } = watched([OPEN, SHUT]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(locked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(locked).toHaveBeenCalledOnce();
  });

  it('ends with the page', async () => {
    const { asked, end } = watched([]);
    end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });
});
