import { expect, it, vi } from 'vitest';
import type { AskPeople, PeoplePage, PersonRow } from '../../api';
import { everyone } from './everyone';

const row = (at: number): PersonRow => ({ personId: `p${at}`, name: `P ${at}`, cells: [], lastActive: null });

function store(people: number) {
  return vi.fn(async ({ offset, limit }: AskPeople): Promise<PeoplePage> => {
    const rows = Array.from({ length: Math.max(0, Math.min(limit, people - offset)) }, (_, at) => row(offset + at));
    return { offset, shown: people, rows };
  });
}

it('asks page by page until everybody is there', async () => {
  const ask = store(1_203);
  const found = await everyone('notStarted', ask);
  expect(found.map(({ personId }) => personId)).toEqual(Array.from({ length: 1_203 }, (_, at) => `p${at}`));
  expect(ask.mock.calls.map(([asked]) => [asked.offset, asked.standing])).toEqual([
    [0, 'notStarted'],
    [500, 'notStarted'],
    [1_000, 'notStarted'],
  ]);
});

it('asks once where nobody is', async () => {
  const nobody = store(0);
  expect(await everyone('help', nobody)).toEqual([]);
  expect(nobody).toHaveBeenCalledTimes(1);
});
