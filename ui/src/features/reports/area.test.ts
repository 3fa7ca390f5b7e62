import { describe, expect, it, vi } from 'vitest';
import type { TrainerDoor } from '../../api';
import { Area } from './area.svelte';

const open = (smallestGroup: number | null): TrainerDoor => ({ kind: 'open', notice: null, recoveryCode: true, smallestGroup });

describe('what the open area shows', () => {
  it('is not persons until the door has said so', async () => {
    const area = new Area(async () => open(null));
    expect(area.persons).toBe(false);
    await area.know();
    expect(area.persons).toBe(true);
  });

  it('is groups only where that was agreed', async () => {
    const area = new Area(async () => open(8));
    await area.know();
    expect(area.persons).toBe(false);
  });

  it('is asked once, and not at all by whoever came through the door', async () => {
    const ask = vi.fn(async () => open(null));
    const area = new Area(ask);
    area.opened(open(null));
    await area.know();
    expect(ask).not.toHaveBeenCalled();
  });

  it('stays unknown behind a locked door or where nobody answers', async () => {
    const locked = new Area(async () => ({ kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true }));
    const silent = new Area(() => Promise.reject(new Error('no answer')));
    for (const area of [locked, silent]) {
      await area.know();
      expect(area.persons).toBe(false);
    }
  });
});
