import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DraftPart, Failure, type PartWords, type SavePart } from '../../api';
import { Part, type PartCalls } from './part.svelte';
import { inserted, SKELETONS } from './skeletons';

const AT = { moduleId: 'ours', kind: 'page', position: 1 } as const;
const PAGE: PartWords = { kind: 'page', title: 'One', body: 'Words.' };
const option = (id: string | null, right: boolean) => ({ id, text: 'A', right, why: 'x', idea: null });
const QUESTION: PartWords = { kind: 'question', ask: 'Who?', several: false, practice: false, step: 'one', options: [option('a', true), option('b', false)] };

const draft = (words: PartWords, mark: string): DraftPart => ({
  at: AT, of: 1, id: 'one', moduleTitle: 'Ours', title: 'One', file: 'lessons/ours.md', line: 1, mark, words,
  problems: [], unkept: null, shown: [], claims: [], terms: [], lang: 'en-GB', dir: 'ltr', steps: [], ideas: [], practice: [],
});

/** A file with one part, which somebody else may change. */
class Disk {
  sent: SavePart[] = [];
  constructor(public words: PartWords, public mark = 'm0') {}
  calls: PartCalls = {
    packPart: vi.fn(async () => draft(this.words, this.mark)),
    savePackPart: vi.fn(async (args: SavePart) => {
      if (args.mark !== this.mark) throw new Failure('save_pack_part', { code: 'DraftChanged', detail: '', path: 'lessons/ours.md', seconds: null });
      this.sent.push(args);
      this.words = args.words;
      this.mark = `m${this.sent.length}`;
      return draft(args.words, this.mark);
    }),
  };
}

async function opened(words: PartWords) {
  const disk = new Disk(words);
  const part = new Part(AT, disk.calls);
  await vi.advanceTimersByTimeAsync(0);
  return { disk, part };
}

function write(part: Part, body: string) {
  if (part.words.kind === 'page') part.words.body = body;
  part.wrote();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a page while it is written', () => {
  it('is kept after a pause, with the text that it was made from', async () => {
    const { disk, part } = await opened(PAGE);
    write(part, 'N');
    write(part, 'New.');
    expect([part.state, disk.sent.length]).toEqual(['writing', 0]);
    await vi.advanceTimersByTimeAsync(700);
    expect(disk.sent).toEqual([{ at: AT, mark: 'm0', words: { ...PAGE, body: 'New.' } }]);
    write(part, 'Newer.');
    await part.save();
    expect([disk.sent[1]?.mark, part.state]).toEqual(['m1', 'kept']);
  });

  it('keeps what is typed while it is being kept', async () => {
    const { disk, part } = await opened(PAGE);
    write(part, 'A');
    const saving = part.save();
    write(part, 'AB\n');
    await saving;
    expect(disk.sent.map((sent) => sent.words)).toEqual([{ ...PAGE, body: 'A' }, { ...PAGE, body: 'AB\n' }]);
    expect(part.words).toEqual({ ...PAGE, body: 'AB\n' });
  });

  it('is not written over what stands in the file meanwhile', async () => {
    const { disk, part } = await opened(PAGE);
    disk.mark = 'other';
    disk.words = { ...PAGE, body: 'Theirs.' };
    write(part, 'Mine.');
    await part.save();
    expect([part.state, disk.sent.length]).toEqual(['conflict', 0]);
    write(part, 'Mine too.');
    await vi.advanceTimersByTimeAsync(2000);
    expect(disk.sent.length).toBe(0);
    await part.keepMine();
    expect(disk.sent[0]).toMatchObject({ mark: 'other', words: { body: 'Mine too.' } });
    expect(part.state).toBe('kept');
    disk.mark = 'again';
    write(part, 'x');
    await part.save();
    await part.takeTheirs();
    expect([part.state, part.words]).toEqual(['kept', { ...PAGE, body: 'Mine too.' }]);
  });

  it('says that nothing was kept of what would be two pages', async () => {
    const { disk, part } = await opened(PAGE);
    disk.calls.savePackPart = async (args) => ({ ...draft(args.words, 'm0'), unkept: 'secondHeading' });
    const again = new Part(AT, disk.calls);
    await vi.advanceTimersByTimeAsync(0);
    write(again, '## Two');
    await again.save();
    expect([part.state, again.state]).toEqual(['kept', 'unkept']);
  });
});

describe('a question while it is written', () => {
  it('has one right option, or several', async () => {
    const { part } = await opened(QUESTION);
    part.turnRight(1, true);
    expect(part.options.map((one) => one.right)).toEqual([false, true]);
    part.turnSeveral(true);
    part.turnRight(0, true);
    expect(part.options.map((one) => one.right)).toEqual([true, true]);
    part.turnSeveral(false);
    expect(part.options.map((one) => one.right)).toEqual([true, false]);
  });

  it('has two to six options, and new ones take their names from the file', async () => {
    const { disk, part } = await opened(QUESTION);
    part.removeOption(0);
    expect(part.options.length).toBe(2);
    for (let more = 0; more < 9; more++) part.addOption();
    expect(part.options.length).toBe(6);
    const save = disk.calls.savePackPart;
    disk.calls.savePackPart = async (args) => {
      const kept = await save(args);
      if (kept.words.kind === 'question') kept.words.options.forEach((one, at) => (one.id ??= `o${at}`));
      return kept;
    };
    await part.save();
    expect(part.options.map((one) => one.id)).toEqual(['a', 'b', 'o2', 'o3', 'o4', 'o5']);
  });
});

describe('a block that is put in', () => {
  it('stands by itself, and the writing goes on in its first gap', () => {
    const { text, at } = inserted('One line.\nTwo.', 3, SKELETONS.callout.text);
    expect(text).toBe('One line.\n\n```callout\nbody = ""\n```\n\nTwo.');
    expect(text.slice(at - 1, at + 1)).toBe('""');
    expect(inserted('', 0, SKELETONS.check.text).text).toBe('```check\nitem = ""\n```\n');
  });
});
