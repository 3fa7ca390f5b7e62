import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure, type TrainerDoor } from '../../api';
import { characters, Door } from './door.svelte';

const OPEN: TrainerDoor = { kind: 'open', notice: null, recoveryCode: false, smallestGroup: null };
const refused = (code: 'WrongPassphrase' | 'PassphraseWait', seconds: number | null = null) =>
  new Failure('unlock_trainer', { code, detail: '', path: null, seconds });

async function door(state: TrainerDoor) {
  const calls = {
    trainerDoor: vi.fn(async () => state),
    createTrainerStore: vi.fn(async () => OPEN),
    createWorksCouncilStore: vi.fn(async () => OPEN),
    unlockTrainer: vi.fn(async () => OPEN),
    recoverTrainer: vi.fn(async () => OPEN),
  };
  const made = new Door(calls);
  await vi.waitFor(() => expect(made.load.data).toBeDefined());
  return { door: made, calls };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

describe('making a passphrase', () => {
  const none: TrainerDoor = { kind: 'none', minCharacters: 15, smallestGroup: null };

  it('counts characters as people do', () => {
    expect(characters('👍🏽 für Zoë')).toBe(10);
  });

  it('says what is wrong before anything is sent', async () => {
    const { door: it, calls } = await door(none);
    await it.create();
    expect(it.problems).toEqual([{ field: 'passphrase', message: 'door-missing' }]);
    it.passphrase = 'fourteen chars';
    await it.create();
    expect(it.problems[0]).toMatchObject({ message: 'door-short', args: { min: 15, length: 14 } });
    it.passphrase = 'fifteen charact';
    await it.create();
    expect(it.problems).toEqual([{ field: 'again', message: 'door-missing-again' }]);
    it.again = 'fifteen Charact';
    await it.create();
    expect(it.problems).toEqual([{ field: 'again', message: 'door-differ' }]);
    expect(calls.createTrainerStore).not.toHaveBeenCalled();
  });

  it('opens the door and keeps nothing that was typed', async () => {
    const { door: it, calls } = await door(none);
    it.passphrase = it.again = 'quiet harbour, nine lamps';
    expect(await it.create()).toBe(true);
    expect(calls.createTrainerStore).toHaveBeenCalledWith({ passphrase: 'quiet harbour, nine lamps' });
    expect(it.load.data).toEqual(OPEN);
    expect([it.passphrase, it.again]).toEqual(['', '']);
  });
});

describe('a store that shows groups only', () => {
  it('is the only one where the policy says so, with groups no smaller than that', async () => {
    const { door: it, calls } = await door({ kind: 'none', minCharacters: 15, smallestGroup: 12 });
    expect([it.groupsOnly, it.size, it.leastSize]).toEqual([true, '12', 12]);
    it.passphrase = it.again = 'quiet harbour, nine lamps';
    it.size = '11';
    await it.create();
    expect(it.problems).toEqual([{ field: 'size', message: 'council-size-wrong', args: { least: 12, most: 50 } }]);
    it.size = '12';
    expect(await it.create()).toBe(true);
    expect(calls.createWorksCouncilStore).toHaveBeenCalledWith({ passphrase: 'quiet harbour, nine lamps', smallestGroup: 12 });
  });

  it('is made with the size that was typed, and only with one from 5 to 50', async () => {
    const { door: it, calls } = await door({ kind: 'none', minCharacters: 15, smallestGroup: null });
    it.passphrase = it.again = 'quiet harbour, nine lamps';
    it.groupsOnly = true;
    for (const size of ['', '4', '51', '8.5', '1e1', '-8', 'eight']) {
      it.size = size;
      expect(await it.create(), size).toBe(false);
      expect(it.problems).toEqual([{ field: 'size', message: 'council-size-wrong', args: { least: 5, most: 50 } }]);
    }
    it.size = ' 12 ';
    expect(await it.create()).toBe(true);
    expect(calls.createWorksCouncilStore).toHaveBeenCalledWith({ passphrase: 'quiet harbour, nine lamps', smallestGroup: 12 });
    expect(calls.createTrainerStore).not.toHaveBeenCalled();
  });
});

describe('unlocking', () => {
  it('keeps what was typed when it was wrong', async () => {
    const { door: it, calls } = await door({ kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true });
    calls.unlockTrainer.mockRejectedValueOnce(refused('WrongPassphrase'));
    it.passphrase = 'quiet harbour';
    expect(await it.unlock()).toBe(false);
    expect(it.opening.failure?.code).toBe('WrongPassphrase');
    expect(it.passphrase).toBe('quiet harbour');
  });

  it('waits after too many wrong ones, and counts down', async () => {
    const { door: it, calls } = await door({ kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true });
    calls.unlockTrainer.mockRejectedValueOnce(refused('PassphraseWait', 2));
    it.passphrase = 'x';
    await it.unlock();
    expect(it.wait).toBe(2);
    expect(await it.unlock()).toBe(false);
    expect(it.problems[0]).toMatchObject({ message: 'door-waiting', args: { seconds: 2 } });
    expect(calls.unlockTrainer).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(2000);
    expect(it.waiting).toBe(false);
    expect(it.opening.failure, 'the refusal is over with the pause').toBeUndefined();
    expect(await it.unlock()).toBe(true);
  });

  it('goes on with a pause that began before', async () => {
    const { door: it } = await door({ kind: 'locked', waitSeconds: 28, minCharacters: 15, recoveryCode: true });
    expect(it.wait).toBe(28);
    it.close();
  });

  it('makes one call of a double click', async () => {
    const { door: it, calls } = await door({ kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true });
    it.passphrase = 'quiet harbour, nine lamps';
    await Promise.all([it.unlock(), it.unlock()]);
    expect(calls.unlockTrainer).toHaveBeenCalledTimes(1);
  });
});

describe('a lost passphrase', () => {
  const CODE = 'bisal gutih tugad mudof sakat haguz biram lusab dinod';
  const locked: TrainerDoor = { kind: 'locked', waitSeconds: 0, minCharacters: 15, recoveryCode: true };

  it('is replaced: the code and a new passphrase go together', async () => {
    const { door: it, calls } = await door(locked);
    it.goTo(true);
    it.code = CODE;
    it.passphrase = it.again = 'chosen anew, and long enough';
    expect(await it.recover()).toBe(true);
    expect(calls.recoverTrainer).toHaveBeenCalledWith({ code: CODE, passphrase: 'chosen anew, and long enough' });
    expect([it.code, it.passphrase, it.again]).toEqual(['', '', '']);
  });

  it('says everything that is wrong before anything is sent', async () => {
    const { door: it, calls } = await door(locked);
    it.goTo(true);
    it.code = 'bisal gutih tugat mudof';
    it.passphrase = 'too short';
    expect(await it.recover()).toBe(false);
    expect(it.problems).toMatchObject([
      { field: 'code', message: 'recovery-count', args: { words: 4 } },
      { field: 'passphrase', message: 'door-short', args: { min: 15, length: 9 } },
    ]);
    expect(calls.recoverTrainer).not.toHaveBeenCalled();
  });

  it('keeps what was typed when the code is refused, and forgets it on the way back', async () => {
    const { door: it, calls } = await door(locked);
    it.goTo(true);
    calls.recoverTrainer.mockRejectedValueOnce(
      new Failure('recover_trainer', { code: 'WrongRecoveryCode', detail: '', path: null, seconds: null }),
    );
    it.code = CODE;
    it.passphrase = it.again = 'chosen anew, and long enough';
    expect(await it.recover()).toBe(false);
    expect([it.code, it.opening.failure?.code]).toEqual([CODE, 'WrongRecoveryCode']);
    it.goTo(false);
    expect([it.code, it.passphrase, it.again, it.opening.failure]).toEqual(['', '', '', undefined]);
  });

  it('waits as after wrong passphrases', async () => {
    const { door: it, calls } = await door({ ...locked, waitSeconds: 9 });
    it.goTo(true);
    it.code = CODE;
    await it.recover();
    expect(it.problems).toEqual([{ field: 'code', message: 'recovery-waiting', args: { seconds: 9 } }]);
    expect(calls.recoverTrainer).not.toHaveBeenCalled();
    it.close();
  });
});
