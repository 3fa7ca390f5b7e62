import { describe, expect, it, vi } from 'vitest';
import { OVERVIEW } from '../../../dev/fixtures/trainer';
import type { AskPeople, PeoplePage } from '../../api';
import { PeopleTable } from './people.svelte';
import { ariaSort, sorted, turned } from './sorting';

const row = (at: number) => ({ ...OVERVIEW.rows[0]!, personId: `p${at}`, name: `Person ${at}` });

/** A store with so many people. */
function store(people: number) {
  const ask = vi.fn(async ({ offset, limit }: AskPeople): Promise<PeoplePage> => {
    const here = Math.max(0, Math.min(limit, people - offset));
    return { offset, shown: people, rows: Array.from({ length: here }, (_, at) => row(offset + at)) };
  });
  const overview = { ...OVERVIEW, people, rows: Array.from({ length: Math.min(25, people) }, (_, at) => row(at)) };
  return { table: new PeopleTable(() => overview, ask), ask };
}

describe('sorting', () => {
  it('begins ascending and turns round at the same column', () => {
    const first = turned({ column: 'name', ascending: true }, 'name');
    expect(first).toEqual({ column: 'name', ascending: false });
    expect(turned<string>(first, 'last')).toEqual({ column: 'last', ascending: true });
    expect(ariaSort(first, 'name')).toBe('descending');
    expect(ariaSort<string>(first, 'last')).toBe('none');
  });

  it('leaves unknown values last in both directions, and equal rows where they are', () => {
    const rows = [{ at: 2, id: 'a' }, { at: null, id: 'b' }, { at: 1, id: 'c' }, { at: 2, id: 'd' }];
    const ids = (ascending: boolean) => sorted(rows, (row) => row.at, ascending).map((row) => row.id);
    expect(ids(true)).toEqual(['c', 'a', 'd', 'b']);
    expect(ids(false)).toEqual(['a', 'd', 'c', 'b']);
  });
});

describe('the table of people', () => {
  it('begins with what the overview brought and asks nothing', () => {
    const { table, ask } = store(60);
    expect([table.rows.length, table.shown, table.from, table.to]).toEqual([25, 60, 1, 25]);
    expect([table.hasBefore, table.hasAfter]).toEqual([false, true]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('turns pages, and holds no more than one', async () => {
    const { table } = store(60);
    await table.after();
    await table.after();
    expect([table.rows.length, table.from, table.to]).toEqual([10, 51, 60]);
    expect([table.hasBefore, table.hasAfter]).toEqual([true, false]);
    await table.before();
    expect(table.from).toBe(26);
  });

  it('sorts by a module and turns round at the second press', async () => {
    const { table, ask } = store(250);
    await table.after();
    await table.sortBy('module:the-notice');
    expect(ask.mock.lastCall?.[0]).toMatchObject({ sort: { kind: 'module', moduleId: 'the-notice' }, descending: false, offset: 0 });
    await table.sortBy('module:the-notice');
    expect(ask.mock.lastCall?.[0]).toMatchObject({ descending: true });
    await table.sortBy('last');
    expect(ask.mock.lastCall?.[0]).toMatchObject({ sort: { kind: 'last' }, descending: false });
  });

  it('asks once for a name that was typed letter by letter', async () => {
    vi.useFakeTimers();
    const { table, ask } = store(250);
    for (const name of ['o', 'ok', 'oka']) table.name = name;
    expect(table.filtered).toBe(true);
    await vi.advanceTimersByTimeAsync(200);
    expect(ask).toHaveBeenCalledTimes(1);
    expect(ask.mock.lastCall?.[0]).toMatchObject({ name: 'oka', offset: 0 });
    vi.useRealTimers();
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const { table, ask } = store(250);
    let late: (page: PeoplePage) => void = () => undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (late = resolve)));
    const first = table.sortBy('last');
    await table.showOnly('help');
    expect(ask.mock.lastCall?.[0]).toMatchObject({ standing: 'help', moduleId: null, name: '' });
    late({ offset: 0, shown: 1, rows: [row(1)] });
    await first;
    expect(table.shown).toBe(250);
  });

  it('begins anew when other people are in the store', async () => {
    const { table } = store(250);
    await table.after();
    table.begin();
    expect([table.from, table.filtered]).toEqual([1, false]);
  });
});
