import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseDay, CaseEntry, ClaimStatus } from '../../api';
import { caseOn } from '../../api';
import { CaseView, FIRST_SHOWN, forget } from './case.svelte';

vi.mock('../../api', async (original) => ({ ...(await original<object>()), caseOn: vi.fn() }));

function entry(id: number, status: ClaimStatus, more: Partial<CaseEntry> = {}): CaseEntry {
  const claim = { id: `claim-${id}`, stale: false } as CaseEntry['claim'];
  return { claim, status, since: '2023-06-05', before: null, isNew: false, movedOn: false, steps: [], ...more };
}

function on(day: string, entries: CaseEntry[] = []): CaseDay {
  const turns = ['2023-05-31', '2023-06-05', '2023-06-07', '2023-06-14'].map((turn) => ({ day: turn, claims: 1 }));
  return { day, first: '2023-03-01', today: '2026-11-22', topic: null, topics: [], turns, entries };
}

async function view(entries: CaseEntry[] = [], day?: string): Promise<CaseView> {
  vi.mocked(caseOn).mockImplementation(async (args) => on(args.day ?? '2023-06-07', entries));
  const made = new CaseView(day);
  await vi.waitFor(() => expect(made.load.data).toBeDefined());
  return made;
}

beforeEach(() => {
  forget();
  vi.mocked(caseOn).mockReset();
});

describe('the case on a day', () => {
  it('begins where the app says, and asks for the day one moves to', async () => {
    const made = await view();
    expect(made.day).toBe('2023-06-07');
    made.step(1);
    expect(made.day).toBe('2023-06-08');
    expect(vi.mocked(caseOn)).toHaveBeenLastCalledWith({ day: '2023-06-08', topic: null });
  });

  it('knows the days around on which something changed', async () => {
    const made = await view();
    expect([made.before, made.after]).toEqual(['2023-06-05', '2023-06-14']);
    made.move('2023-06-14');
    expect(made.after).toBeUndefined();
    made.move('2023-05-31');
    expect(made.before).toBeUndefined();
  });

  it('takes a typed day within its range and says what is wrong with another', async () => {
    const made = await view();
    expect(made.type('2023-06-31')).toBe(false);
    expect(made.problem).toBe('no-day');
    expect(made.type('2019-01-01')).toBe(false);
    expect(made.problem).toBe('out-of-range');
    expect(made.day).toBe('2023-06-07');
    expect(made.type('2024-2-1')).toBe(true);
    expect(made.day).toBe('2024-02-01');
    expect(made.problem).toBeUndefined();
  });

  it('shows the first of a long group, and never hides what is new', async () => {
    const many = Array.from({ length: 10 }, (_, id) => entry(id, 'confirmed', { isNew: id < 8 }));
    const made = await view([...many, entry(20, 'claimed')]);
    expect(made.shown('confirmed')).toHaveLength(8);
    expect(made.shown('claimed')).toHaveLength(1);
    made.showAll('confirmed');
    expect(made.shown('confirmed')).toHaveLength(10);
    made.step(1);
    expect(made.open.size).toBe(0);
    const few = await view(Array.from({ length: 10 }, (_, id) => entry(id, 'confirmed')));
    expect(few.shown('confirmed')).toHaveLength(FIRST_SHOWN);
  });

  it('counts what became known apart from what was seen otherwise', async () => {
    const made = await view([
      entry(1, 'confirmed', { isNew: true }),
      entry(2, 'confirmed', { isNew: true, before: 'claimed' }),
      entry(3, 'disputed'),
    ]);
    expect(made.news).toEqual({ fresh: 1, changed: 1 });
  });

  it('comes back to the day and topic that one left, unless a link names a day', async () => {
    const made = await view();
    made.move('2023-06-16');
    made.narrow('gang');
    const again = await view();
    expect([again.day, again.topic]).toEqual(['2023-06-16', 'gang']);
    const linked = await view([], '2024-11-30');
    expect([linked.day, linked.topic]).toEqual(['2024-11-30', undefined]);
  });
});
