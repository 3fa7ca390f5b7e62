import { describe, expect, it, vi } from 'vitest';
import { Failure, type TrainerDoor } from '../../api';
import { paper } from './paper';
import { Recovery } from './recovery.svelte';

const WORDS = ['bisal', 'gutih'];
const OPEN: TrainerDoor = { kind: 'open', notice: null, recoveryCode: false, smallestGroup: null };
const KEPT: TrainerDoor = { kind: 'open', notice: null, recoveryCode: true, smallestGroup: null };
const refused = (code: 'TrainerLocked' | 'DiskFull') => new Failure('keep_recovery_code', { code, detail: '', path: null, seconds: null });

async function opened(door: TrainerDoor) {
  const calls = {
    trainerDoor: vi.fn(async () => door),
    makeRecoveryCode: vi.fn(async () => ({ words: WORDS })),
    keepRecoveryCode: vi.fn(async () => KEPT),
    saveRecoveryCode: vi.fn(async () => null),
  };
  const recovery = new Recovery(() => paper(new Date('2026-11-23T09:00:00Z')), calls);
  await vi.waitFor(() => expect(recovery.load.data).toBeDefined());
  return { recovery, calls };
}

describe('the recovery code', () => {
  it('is shown at once where there is none', async () => {
    const { recovery, calls } = await opened(OPEN);
    expect(recovery.words).toEqual(WORDS);
    expect(calls.keepRecoveryCode).not.toHaveBeenCalled();
    expect(await recovery.keep()).toBe(true);
    expect(recovery.words, 'the page forgets it').toEqual([]);
  });

  it('is made anew only when somebody asks', async () => {
    const { recovery, calls } = await opened(KEPT);
    expect(recovery.words).toEqual([]);
    expect(calls.makeRecoveryCode).not.toHaveBeenCalled();
    expect(await recovery.make()).toBe(true);
    expect(recovery.words).toEqual(WORDS);
  });

  it('stays on the page when it could not be kept', async () => {
    const { recovery, calls } = await opened(OPEN);
    calls.keepRecoveryCode.mockRejectedValueOnce(refused('DiskFull'));
    expect(await recovery.keep()).toBe(false);
    expect([recovery.words, recovery.locked]).toEqual([WORDS, false]);
    calls.keepRecoveryCode.mockRejectedValueOnce(refused('TrainerLocked'));
    await recovery.keep();
    expect(recovery.locked).toBe(true);
  });

  it('is nothing to be seen from outside the door', async () => {
    const { recovery, calls } = await opened({ kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true });
    expect(recovery.locked).toBe(true);
    expect(calls.makeRecoveryCode).not.toHaveBeenCalled();
  });

  it('has its page to print in the reader’s words', async () => {
    const { recovery, calls } = await opened(OPEN);
    await recovery.saving.export();
    const labels = { number: 'Number', word: 'Word' };
    expect(calls.saveRecoveryCode).toHaveBeenCalledWith(expect.objectContaining({ lang: 'en-GB', labels }));
  });
});
