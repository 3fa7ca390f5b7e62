import { describe, expect, it, vi } from 'vitest';
import { NOBODY, OVERVIEW } from '../../../dev/fixtures/trainer';
import { Failure, type PeoplePage, type TrainerOverview } from '../../api';
import { Overview } from './overview.svelte';

const locked = new Failure('load_sample', { code: 'TrainerLocked', detail: '', path: null, seconds: null });

async function opened(first: TrainerOverview) {
  const calls = {
    trainerOverview: vi.fn(async () => first),
    trainerPeople: vi.fn(async (): Promise<PeoplePage> => ({ offset: 0, shown: 0, rows: [] })),
    loadSample: vi.fn(async (): Promise<TrainerOverview> => ({ ...OVERVIEW, sample: true })),
    removeSample: vi.fn(async (): Promise<TrainerOverview> => NOBODY),
    exportPeople: vi.fn(async () => null),
  };
  const overview = new Overview(calls);
  await vi.waitFor(() => expect(overview.load.data).toBeDefined());
  return { overview, calls };
}

it('finds everybody who may need help, to assign them something', async () => {
  const { overview, calls } = await opened(OVERVIEW);
  calls.trainerPeople.mockResolvedValueOnce({ offset: 0, shown: 2, rows: OVERVIEW.rows.slice(0, 2) });
  expect(await overview.whoMayNeedHelp()).toEqual(OVERVIEW.rows.slice(0, 2).map(({ personId }) => personId));
  calls.trainerPeople.mockRejectedValueOnce(locked);
  expect(await overview.whoMayNeedHelp()).toBeUndefined();
  expect(overview.locked).toBe(true);
});

describe('the sample data', () => {
  it('fills an empty store and is taken away again, without asking twice', async () => {
    const { overview, calls } = await opened(NOBODY);
    expect(await overview.fillWithSample()).toBe(true);
    expect(overview.load.data?.sample).toBe(true);
    expect(overview.table.rows).toHaveLength(8);
    expect(await overview.takeSampleAway()).toBe(true);
    expect(overview.table.rows).toEqual([]);
    expect(calls.trainerOverview).toHaveBeenCalledTimes(1);
  });

  it('takes filters away that would hide it', async () => {
    const { overview } = await opened(NOBODY);
    overview.table.name = 'nobody of this name';
    await overview.fillWithSample();
    expect(overview.table.rows).toHaveLength(8);
  });

  it('notices that the door was shut meanwhile, and keeps what is shown', async () => {
    const { overview, calls } = await opened(NOBODY);
    calls.loadSample.mockRejectedValueOnce(locked);
    expect(overview.locked).toBe(false);
    expect(await overview.fillWithSample()).toBe(false);
    expect(overview.locked).toBe(true);
    expect(overview.load.data).toEqual(NOBODY);
  });
});
