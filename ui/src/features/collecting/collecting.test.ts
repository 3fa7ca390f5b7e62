import { describe, expect, it, vi } from 'vitest';
import { OVERVIEW } from '../../../dev/fixtures/trainer';
import type { CollectPage, FoundFile, FoundState, TrainerOverview } from '../../api';
import { Collecting, stateWord } from './collecting.svelte';

const file = (index: number, state: FoundState): FoundFile => ({
  index,
  file: `${String(index)}.e18r`,
  state,
  name: 'Maya',
  madeAt: null,
  checks: 1,
  findings: [],
});

const page = (files: FoundFile[]): CollectPage => ({
  key: { name: '', fingerprint: '' },
  folder: null,
  folderMissing: false,
  sample: false,
  files,
});

function collecting(files: FoundFile[], taken: number[], overview: TrainerOverview = OVERVIEW) {
  return new Collecting({
    collectPage: () => Promise.resolve(page(files)),
    chooseResultFiles: () => Promise.resolve(page(files)),
    chooseResultFolder: () => Promise.resolve(null),
    lookAtDropped: () => Promise.resolve(page(DROPPED_FILES)),
    collectFiles: ({ indexes }) => {
      taken.push(...indexes);
      return Promise.resolve(indexes.map((index) => file(index, { kind: 'collected' })));
    },
    trainerOverview: () => Promise.resolve(overview),
    trainerPeople: ({ standing }) => Promise.resolve({ offset: 0, shown: 1, rows: standing === 'notStarted' ? OVERVIEW.rows.slice(0, 1) : [] }),
  });
}

const DROPPED_FILES = [file(0, { kind: 'new' }), file(1, { kind: 'rejected', why: 'notOne' })];

const FILES = [
  file(0, { kind: 'new' }),
  file(1, { kind: 'same' }),
  file(2, { kind: 'rejected', why: 'doesNotOpen' }),
  file(3, { kind: 'updated' }),
];

describe('collecting from files', () => {
  it('takes what is new or adds something, and nothing else', async () => {
    const taken: number[] = [];
    const state = collecting(FILES, taken);
    await state.chooseFiles();
    expect(state.ready).toBe(2);
    await state.take();
    expect(taken).toEqual([0, 3]);
    expect([state.done, state.of, state.ready, state.collected, state.rejected]).toEqual([2, 2, 0, 2, 1]);
  });

  it('says who has not started once something was collected, and names nobody where no person is shown', async () => {
    const state = collecting(FILES, []);
    await state.chooseFiles();
    expect(state.left).toBeUndefined();
    await state.take();
    expect(state.left).toEqual({ people: 8, notStarted: 1, first: OVERVIEW.rows.slice(0, 1) });
    const groups = collecting(FILES, [], { ...OVERVIEW, smallestGroup: 8 });
    await groups.chooseFiles();
    await groups.take();
    expect(groups.left).toEqual({ people: 8, notStarted: 1, first: [] });
    const withheld = collecting(FILES, [], { ...OVERVIEW, smallestGroup: 8, notStarted: null });
    await withheld.chooseFiles();
    await withheld.take();
    expect(withheld.left).toBeUndefined();
  });

  it('stops after the files that are being taken and leaves the others as they were', async () => {
    const taken: number[] = [];
    const state = collecting(
      Array.from({ length: 60 }, (_, index) => file(index, { kind: 'new' })),
      taken,
    );
    await state.chooseFiles();
    const running = state.take();
    state.stop();
    await running;
    expect([taken.length, state.done, state.of, state.ready]).toEqual([25, 25, 60, 35]);
    await state.take();
    expect([taken.length, state.ready]).toEqual([60, 0]);
  });

  it('keeps what was found when nothing is chosen', async () => {
    const state = collecting(FILES, []);
    await state.chooseFiles();
    await state.chooseFolder();
    expect(state.files).toHaveLength(4);
  });

  it('has a reason in words for what is not taken', () => {
    expect(stateWord(file(0, { kind: 'rejected', why: 'forAnother' }))).toBe('collect-refused-for-another');
    expect(stateWord(file(0, { kind: 'same' }))).toBe('collect-state-same');
  });
});

describe('files that are dropped on the window', () => {
  it('stand in the place of what was found before', async () => {
    const taken: number[] = [];
    const it = collecting(FILES, taken);
    await vi.waitFor(() => expect(it.files).toHaveLength(4));
    await it.takeDropped();
    expect(it.files).toEqual(DROPPED_FILES);
    expect([it.ready, it.rejected]).toEqual([1, 1]);
    expect(taken, 'nothing is taken in by dropping it').toEqual([]);
  });

  it('wait while others are being taken in', async () => {
    const it = collecting(FILES, []);
    await vi.waitFor(() => expect(it.files).toHaveLength(4));
    const taking = it.take();
    await it.takeDropped();
    expect(it.files).toHaveLength(4);
    await taking;
  });
});
