import { describe, expect, it, vi } from 'vitest';
import { Failure, type RosterPreview } from '../../api';
import { Importing } from './importing.svelte';

const READY: RosterPreview = {
  kind: 'ready',
  file: 'people.csv',
  separator: 'semicolon',
  encoding: 'UTF-8',
  columns: [{ title: 'Name', used: 'name' }],
  firstRows: [['Ada']],
  added: 3,
  changed: 2,
  same: 5,
  rejected: 1,
  newGroups: [],
  problems: [],
};
const DONE = { added: 3, changed: 2, same: 5, rejected: 1, newGroups: 0, offers: 0 };

function importing(preview: RosterPreview | null) {
  const calls = { previewRoster: vi.fn(async () => preview), importRoster: vi.fn(async () => DONE) };
  return { importing: new Importing(calls), calls };
}

describe('importing', () => {
  it('shows what would happen before anything is taken', async () => {
    const { importing: it, calls } = importing(READY);
    expect(await it.choose()).toBe(true);
    expect(it.toTake, 'those who are the same are not imported again').toBe(5);
    expect(calls.importRoster).not.toHaveBeenCalled();
    expect(await it.take()).toBe(true);
    expect(it.imported).toEqual(DONE);
  });

  it('has nothing to take of a file that is no list, or of none', async () => {
    const { importing: refused } = importing({ kind: 'refused', file: 'x.csv', why: 'noColumns', columns: [] });
    expect(await refused.choose()).toBe(true);
    expect(refused.toTake).toBe(0);
    const { importing: cancelled } = importing(null);
    expect(await cancelled.choose()).toBe(false);
    expect(cancelled.preview).toBeUndefined();
  });

  it('keeps what was looked at when the disk is full', async () => {
    const { importing: it, calls } = importing(READY);
    await it.choose();
    calls.importRoster.mockRejectedValueOnce(new Failure('import_roster', { code: 'DiskFull', detail: '', path: '/data', seconds: null }));
    expect(await it.take()).toBe(false);
    expect(it.preview).toEqual(READY);
    expect(it.taking.failure?.code).toBe('DiskFull');
    expect(await it.take()).toBe(true);
  });
});
