import { describe, expect, it, vi } from 'vitest';
import { Failure, type PackDraft } from '../../api';
import { Making, type PackCalls } from './making.svelte';

const DRAFT: PackDraft = {
  folder: '/d', lost: null, packId: 'ours', version: 1, title: 'Ours', lang: 'en-GB', dir: 'ltr',
  modules: [{ moduleId: 'one', number: 1, title: 'One', minutes: 5, chosen: true, own: false }],
  inbox: false, story: false, assessment: false, minutes: 5, questions: 8,
  organisation: { name: 'Acme', languages: ['en-GB'], report: null, due: null, texts: [{ lang: 'en-GB', welcome: 'Hello', contact: null, logo: null }], logo: null, accent: null },
  problems: [], key: null, today: '2026-11-23',
};
const SIGNED = { path: '/x.e18p', title: 'Ours', version: 1, words: 'a b c d e f', files: 9, bytes: 900 };

function making(over: Partial<Record<keyof PackCalls, unknown>> = {}) {
  const same = async () => DRAFT;
  const names = ['choosePackAccent', 'choosePackDue', 'choosePackLanguages', 'choosePackLogo', 'choosePackParts', 'chooseSigningKey', 'makeSigningKey', 'newPackDraft', 'openPackDraft', 'packDraft', 'raisePackVersion', 'removePackLogo', 'savePackTexts'] as const;
  const calls = { ...Object.fromEntries(names.map((name) => [name, vi.fn(same)])), showTaken: vi.fn(async () => null), signPackDraft: vi.fn(async () => SIGNED), ...over };
  return { made: new Making(calls as unknown as PackCalls), calls };
}

const settled = () => new Promise((done) => setTimeout(done));

describe('a pack that is being made', () => {
  it('shows what is on the disk', async () => {
    const { made } = making();
    await settled();
    expect(made.parts.moduleIds).toEqual(['one']);
    expect(made.words.texts).toEqual([{ lang: 'en-GB', welcome: 'Hello', contact: '', logo: '' }]);
  });

  it('keeps two quick choices one after the other, and shows the last', async () => {
    const seen: string[][] = [];
    const choosePackParts = vi.fn(async ({ moduleIds }: { moduleIds: string[] }) => {
      seen.push(moduleIds);
      await settled();
      return { ...DRAFT, modules: [...DRAFT.modules, { moduleId: 'two', number: 2, title: 'Two', minutes: 5, chosen: moduleIds.includes('two'), own: false }] };
    });
    const { made } = making({ choosePackParts });
    await settled();
    const first = made.turnModule('two', true);
    const second = made.turn({ inbox: true });
    expect(made.parts).toMatchObject({ moduleIds: ['one', 'two'], inbox: true });
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(seen).toEqual([['one', 'two'], ['one', 'two']]);
  });

  it('shows what is on the disk again when a choice could not be kept', async () => {
    const full = new Failure('choose_pack_parts', { code: 'DiskFull', detail: '', path: null, seconds: null });
    const { made } = making({ choosePackParts: vi.fn(() => Promise.reject(full)) });
    await settled();
    expect(await made.turnModule('two', true)).toBe(false);
    expect([made.action.failure?.code, made.parts.moduleIds]).toEqual(['DiskFull', ['one']]);
  });

  it('takes nothing from under somebody who writes', async () => {
    const { made } = making();
    await settled();
    made.writing = true;
    made.words.name = 'Ac';
    await made.load.again();
    expect(made.words.name).toBe('Ac');
  });

  it('says an empty field as nothing', async () => {
    const { made, calls } = making();
    await settled();
    made.words.texts[0]!.contact = '  ';
    await made.saveWords();
    expect(calls.savePackTexts).toHaveBeenCalledWith({ title: 'Ours', name: 'Acme', report: '', texts: [{ lang: 'en-GB', welcome: 'Hello', contact: null, logo: null }] });
  });

  it('keeps one language at least', async () => {
    const { made, calls } = making();
    await settled();
    expect(await made.turnLanguage('en-GB', false)).toBe(false);
    expect(calls.choosePackLanguages).not.toHaveBeenCalled();
  });

  it('asks for a colour before anything is sent', async () => {
    const { made, calls } = making();
    await settled();
    made.accent = 'red';
    expect([await made.useAccent(), made.accentWrong]).toEqual([false, true]);
    expect(calls.choosePackAccent).not.toHaveBeenCalled();
  });

  it('asks for a day from today on', async () => {
    const { made, calls } = making();
    await settled();
    for (const [day, month, year] of [['22', '11', '2026'], ['31', '11', '2026'], ['', '', '']] as const) {
      made.due = { day, month, year };
      expect([await made.useDue(), made.dueWrong]).toEqual([false, true]);
    }
    expect(calls.choosePackDue).not.toHaveBeenCalled();
    made.due = { day: '5', month: '12', year: '2026' };
    expect([await made.useDue(), made.dueWrong]).toEqual([true, false]);
    expect(calls.choosePackDue).toHaveBeenCalledWith({ due: '2026-12-05' });
  });

  it('signs with a passphrase, which it then forgets', async () => {
    const { made, calls } = making();
    await settled();
    expect([await made.sign(), made.passphraseMissing]).toEqual([false, true]);
    made.passphrase = 'seven calm herons wade';
    expect(await made.sign()).toBe(true);
    expect([made.signed, made.passphrase]).toEqual([SIGNED, '']);
    expect(calls.signPackDraft).toHaveBeenCalledTimes(1);
  });
});
