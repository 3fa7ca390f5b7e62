import { describe, expect, it, vi } from 'vitest';
import { Failure, type LookedPack, type OpenedPack, type PackInstalled, type Packs, type Startup } from '../../api';
import { plain } from '../../shared/text';
import { PackDesk } from './packs.svelte';
import { changes, hindrance, verdict } from './words';

const SIGNER = { name: '', words: 'a b c d e f', hex: '00' };
const FACTS = {
  packId: 'ours', title: 'Ours', lang: 'en-GB', version: 2, released: '2026-11-23', publisher: 'Acme', modules: 1, questions: 3, minutes: 5, files: 6, bytes: 9000,
};
const UNKNOWN: LookedPack = {
  verdict: 'unknown', detail: null, signer: SIGNER, facts: FACTS, problems: [], change: null, hindrance: { kind: 'unknownKey' },
};
const SIGNED: LookedPack = { ...UNKNOWN, verdict: 'signed', signer: { ...SIGNER, name: 'Acme' }, hindrance: null };
const looked = (pack: LookedPack): OpenedPack => ({ kind: 'looked', pack });
const NOTHING: Packs = { rows: [], keys: [], unsignedAllowed: false, passedOver: [], setAside: null };
const STARTUP = {} as Startup;
const INSTALLED: PackInstalled = { packId: 'ours', title: 'Ours', lang: 'en-GB', version: 2, taught: true, startup: STARTUP };

function desk(first: OpenedPack | null) {
  const calls = {
    packs: vi.fn(async () => NOTHING),
    openPack: vi.fn(async () => first),
    lookAtDroppedPack: vi.fn(async () => first),
    trustSigner: vi.fn(async () => looked(SIGNED)),
    forgetKey: vi.fn(async () => NOTHING),
    installPack: vi.fn(async () => INSTALLED),
    openCourse: vi.fn(async () => STARTUP),
  };
  const taught = vi.fn();
  return { made: new PackDesk(taught, calls), calls, taught };
}

describe('a pack whose signer is not known', () => {
  it('is trusted by the name that the person gives, and then installed', async () => {
    const { made, calls, taught } = desk(looked(UNKNOWN));
    expect(await made.choose()).toBe(true);
    expect(made.name).toBe('Acme');
    made.name = 'Acme Security';
    expect(await made.trust()).toBe(true);
    expect(calls.trustSigner).toHaveBeenCalledWith({ name: 'Acme Security' });
    expect(made.opened).toEqual(looked(SIGNED));
    expect(await made.install()).toBe(true);
    expect([made.opened, made.installed]).toEqual([undefined, INSTALLED]);
    expect(taught).toHaveBeenCalledWith(STARTUP);
  });

  it('stays on the page when it could not be installed', async () => {
    const { made, calls, taught } = desk(looked(SIGNED));
    await made.choose();
    calls.installPack.mockRejectedValueOnce(new Failure('install_pack', { code: 'DiskFull', detail: '', path: '/d', seconds: null }));
    expect(await made.install()).toBe(false);
    expect(made.opened).toEqual(looked(SIGNED));
    expect(taught).not.toHaveBeenCalled();
    expect(await made.install()).toBe(true);
  });
});

it('nothing happens when nothing is chosen or dropped', async () => {
  const { made } = desk(null);
  expect(await made.choose()).toBe(false);
  expect(await made.takeDropped()).toBe(false);
  expect(made.opened).toBeUndefined();
});

it('what is said of a key changes what is trusted', async () => {
  const { made, calls } = desk({ kind: 'keyRevoked', name: 'Acme', words: 'a b c d e f' });
  await made.takeDropped();
  expect(calls.packs).toHaveBeenCalledTimes(2);
});

it('another course is opened and a key forgotten', async () => {
  const { made, calls, taught } = desk(null);
  expect(await made.openCourse('ours')).toBe(true);
  expect(taught).toHaveBeenCalledWith(STARTUP);
  expect(await made.forget('00')).toBe(true);
  expect(calls.forgetKey).toHaveBeenCalledWith({ hex: '00' });
});

describe('the words', () => {
  it('say the verdict in one sentence', () => {
    expect(plain(verdict(SIGNED))).toBe('Signed by Acme, unchanged');
    expect(verdict(UNKNOWN)).toBe('Signed by someone this computer does not know');
    expect(verdict({ ...UNKNOWN, verdict: 'changed', signer: null })).toBe('Changed after signing: do not use');
    expect(verdict({ ...UNKNOWN, verdict: 'unsigned', signer: null })).toBe('Not signed');
  });

  it('say which version was here', () => {
    expect(plain(hindrance({ kind: 'older', highest: 7 }))).toContain('Version 7 was here');
  });

  it('list only what is another', () => {
    const change = {
      from: 1, modulesAdded: ['New'], modulesRemoved: [], modulesChanged: [], questionsAdded: 0, questionsRemoved: 0, questionsChanged: 4,
    };
    expect(changes({ ...SIGNED, change }).map(plain)).toEqual(['1 new module', '4 changed questions']);
    expect(changes(SIGNED)).toEqual([]);
  });
});
