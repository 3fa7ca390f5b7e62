import { beforeEach, expect, it, vi } from 'vitest';
import { ERRORS, Failure } from '../../api';
import { plain, t } from '../../shared/text';
import { Erasing, going } from './erasing.svelte';

const { eraseMe, erasePreview } = vi.hoisted(() => ({ eraseMe: vi.fn(), erasePreview: vi.fn() }));
vi.mock('../../api', async (original) => ({ ...(await original<object>()), eraseMe, erasePreview }));

const PREVIEW = { learner: { id: 'l1', name: 'Maya', lastSeen: '' }, tables: [], files: 2, others: 1 };

beforeEach(() => {
  eraseMe.mockReset().mockResolvedValue({ rows: 40 });
  erasePreview.mockReset().mockResolvedValue(PREVIEW);
});

async function ready() {
  const erasing = new Erasing();
  await vi.waitFor(() => expect(erasing.load.data).toBeDefined());
  return erasing;
}

it('erases nothing until the word is typed', async () => {
  const erasing = await ready();
  for (const typed of ['', 'ERAS', 'ERASE ME']) {
    erasing.write(typed);
    expect(erasing.problem, 'typing takes the problem away').toBe(false);
    expect(await erasing.erase()).toBeUndefined();
    expect(erasing.problem, typed).toBe(true);
  }
  expect(eraseMe).not.toHaveBeenCalled();
});

it('takes the word in any case, and says whom', async () => {
  const erasing = await ready();
  erasing.write('  erase ');
  expect(await erasing.erase()).toEqual({ rows: 40 });
  expect(eraseMe).toHaveBeenCalledExactlyOnceWith({ learnerId: 'l1' });
});

it('erases nobody when nobody is learning', async () => {
  erasePreview.mockResolvedValue({ ...PREVIEW, learner: null });
  const erasing = await ready();
  erasing.write('ERASE');
  expect(await erasing.erase()).toBeUndefined();
  expect(eraseMe).not.toHaveBeenCalled();
});

it('names what goes, and counts kinds it does not know with the others', () => {
  const tables = [
    { table: 'learners', rows: 1 },
    { table: 'answers', rows: 12 },
    { table: 'items', rows: 9 },
    { table: 'reviews', rows: 3 },
    { table: 'runs', rows: 2 },
  ];
  expect(going({ tables })).toEqual([
    { id: 'erase-goes-answers', count: 12 },
    { id: 'erase-goes-other', count: 5 },
  ]);
});

/** What the page says when the erasing ends with this failure. */
async function advice(code: 'DiskFull' | 'EraseUnfinished' | 'Internal') {
  const failure = new Failure('erase_me', { code, detail: '', path: '/data', seconds: null });
  eraseMe.mockRejectedValueOnce(failure);
  const erasing = await ready();
  erasing.write('ERASE');
  expect(await erasing.erase()).toBeUndefined();
  expect(erasing.typed, 'the word still stands there').toBe('ERASE');
  const words = plain(t(erasing.advice ?? ERRORS[code].advice, { path: '/data', seconds: 0, time: '' }));
  expect(await erasing.erase(), 'the same button tries again').toEqual({ rows: 40 });
  expect(erasing.advice).toBeUndefined();
  return words;
}

it('says after a full disk that nothing was erased, what to do, and tries again', async () => {
  const words = await advice('DiskFull');
  for (const part of ['Nothing was erased', 'Free some space on the disk that holds /data', 'press the button again']) {
    expect(words).toContain(part);
  }
  expect(words, 'nothing was to be saved').not.toContain('saved');
});

it('says what is done when a full disk stops it in the middle, and tries again', async () => {
  const words = await advice('EraseUnfinished');
  for (const part of ['What was erased stays erased', '/data', 'free some space', 'press the button again']) {
    expect(words).toContain(part);
  }
});

it('says nothing of its own about a fault that may have come at any time', async () => {
  expect(await advice('Internal')).not.toContain('erased');
});
