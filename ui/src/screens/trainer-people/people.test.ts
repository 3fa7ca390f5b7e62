import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { RosterList } from '../../api';
import { People } from './people.svelte';

const LIST: RosterList = {
  sample: false,
  people: 250,
  notAppeared: 0,
  found: 250,
  page: 0,
  pageSize: 100,
  rows: [
    { personId: '1', name: 'Ada', code: 'E1', groups: [], lastActive: null },
    { personId: '2', name: null, code: null, groups: [], lastActive: null },
  ],
  groups: [{ groupId: 'g', name: 'Payroll', people: 3 }],
  offers: [],
};
const CHANGED = { people: 2, groups: LIST.groups };

function calls() {
  return {
    trainerRoster: vi.fn(async ({ page }: { page: number }) => ({ ...LIST, page })),
    putIntoGroup: vi.fn(async () => CHANGED),
    takeOutOfGroup: vi.fn(async () => CHANGED),
    renameGroup: vi.fn(async () => CHANGED),
    removeGroup: vi.fn(async () => CHANGED),
    mergePeople: vi.fn(async () => CHANGED),
  };
}

let made: ReturnType<typeof calls>;
let people: People;

beforeEach(async () => {
  made = calls();
  people = new People(made);
  await vi.waitFor(() => expect(people.load.data).toBeDefined());
});

describe('the list', () => {
  it('turns its pages and stays within them', async () => {
    expect(people.pages).toBe(3);
    await people.turn(-1);
    expect(made.trainerRoster).toHaveBeenLastCalledWith({ search: '', groupId: null, page: 0 });
    for (let turned = 0; turned < 4; turned += 1) await people.turn(1);
    expect(made.trainerRoster).toHaveBeenLastCalledWith({ search: '', groupId: null, page: 2 });
  });

  it('asks once for what was typed, from the first page on', async () => {
    await people.turn(1);
    vi.useFakeTimers();
    made.trainerRoster.mockClear();
    people.find('a');
    people.find('ad');
    await vi.advanceTimersByTimeAsync(500);
    vi.useRealTimers();
    expect(made.trainerRoster.mock.calls).toEqual([[{ search: 'ad', groupId: null, page: 0 }]]);
  });
});

describe('the chosen', () => {
  it('are kept over pages and put into a group of a name', async () => {
    people.choose('1', 'Ada', true);
    await people.turn(1);
    people.choosePage();
    people.groupName = ' Payroll ';
    expect(await people.put()).toEqual(CHANGED);
    expect(made.putIntoGroup).toHaveBeenCalledWith({ name: 'Payroll', personIds: ['1', '2'] });
    expect([...people.chosen.keys()], 'for the next thing to be done with them').toEqual(['1', '2']);
  });

  it('have to be there, and the group has to have a name', async () => {
    people.groupName = 'Payroll';
    await people.put();
    expect(people.problem).toBe('roster-nobody-chosen');
    people.choose('1', 'Ada', true);
    expect(people.problem).toBeUndefined();
    people.groupName = ' ';
    await people.put();
    expect(people.problem).toBe('roster-put-missing');
    expect(made.putIntoGroup).not.toHaveBeenCalled();
  });

  it('lose who was put together with another', async () => {
    people.choose('1', 'Ada', true);
    const offer = { listedId: '1', listedName: 'Ada', code: 'E1', personId: '9', personName: 'e1', by: 'code' as const };
    await people.answer(offer, false);
    expect(people.chosen.size).toBe(1);
    await people.answer(offer, true);
    expect(people.chosen.size).toBe(0);
  });
});

describe('a group', () => {
  it('that is removed is no longer looked at', async () => {
    await people.showGroup('g');
    await people.remove('g');
    expect(made.trainerRoster).toHaveBeenLastCalledWith({ search: '', groupId: null, page: 0 });
  });
});
