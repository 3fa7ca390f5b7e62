import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AssignmentForm, Assignments } from '../../api';
import { Assigning, partKey } from './assigning.svelte';

const FORM: AssignmentForm = {
  sample: false,
  today: '2026-11-23',
  modules: [
    { moduleId: 'm1', number: 1, title: 'One', steps: [{ stepId: 's1', number: 1, title: 'First' }] },
    { moduleId: 'm2', number: 2, title: 'Two', steps: [] },
  ],
  groups: [{ groupId: 'g', name: 'Payroll', people: 3 }],
  people: 8,
  chosen: [{ personId: 'p', name: 'Ada' }],
};
const MADE: Assignments = { sample: false, today: '2026-11-23', from: '', fingerprint: '', rows: [] };

let calls: { assignmentForm: ReturnType<typeof vi.fn<() => Promise<AssignmentForm>>>; makeAssignment: ReturnType<typeof vi.fn<() => Promise<Assignments>>> };
let assigning: Assigning;

beforeEach(async () => {
  calls = { assignmentForm: vi.fn(async () => FORM), makeAssignment: vi.fn(async () => MADE) };
  assigning = new Assigning({ personIds: ['p'] }, calls);
  await vi.waitFor(() => expect(assigning.load.data).toBeDefined());
});

describe('a new assignment', () => {
  it('is for those who were chosen before, two weeks from today', async () => {
    assigning.turnPart(partKey('m2', null), true);
    assigning.chooseStep(0, partKey('m1', 's1'));
    assigning.addStep();
    expect(await assigning.save()).toEqual(MADE);
    expect(calls.makeAssignment).toHaveBeenCalledWith({
      parts: [
        { moduleId: 'm1', stepId: 's1' },
        { moduleId: 'm2', stepId: null },
      ],
      everybody: false,
      groupIds: [],
      personIds: ['p'],
      due: '2026-12-07',
      message: '',
    });
  });

  it('begins with what was proposed, and lets it be left out', async () => {
    const proposed = new Assigning({ personIds: ['p'], parts: [{ moduleId: 'm1', stepId: 's1' }] }, calls);
    await vi.waitFor(() => expect(proposed.load.data).toBeDefined());
    expect(proposed.steps).toEqual([partKey('m1', 's1')]);
    proposed.chooseStep(0, '');
    await proposed.save();
    expect(proposed.problems).toEqual(['assign-what-missing']);
  });

  it('says everything that is missing at once', async () => {
    assigning.chosen = false;
    assigning.when = 'other';
    assigning.message = 'x'.repeat(301);
    await assigning.save();
    expect(assigning.problems).toEqual(['assign-what-missing', 'assign-who-missing', 'assign-day-missing', 'assign-say-long']);
    expect(calls.makeAssignment).not.toHaveBeenCalled();
  });

  it('takes a day that is typed, from today on', () => {
    assigning.when = 'other';
    expect(assigning.year, 'most days are in this year').toBe('2026');
    assigning.day = '22';
    assigning.month = '11';
    expect(assigning.due).toBeUndefined();
    assigning.day = '23';
    expect([assigning.due, assigning.daysLeft]).toEqual(['2026-11-23', 0]);
  });

  it('is for everybody from the start where no person is shown', async () => {
    const groupsOnly: AssignmentForm = { ...FORM, groups: [], people: null, chosen: [] };
    const made = new Assigning({ personIds: [] }, { ...calls, assignmentForm: async () => groupsOnly });
    await vi.waitFor(() => expect(made.everybody).toBe(true));
    made.turnPart(partKey('m2', null), true);
    expect(await made.save()).toEqual(MADE);
    expect(calls.makeAssignment).toHaveBeenCalledWith(expect.objectContaining({ everybody: true, groupIds: [], personIds: [] }));
  });
});
