import { describe, expect, it, vi } from 'vitest';
import type { Assignments as AssignmentList } from '../../api';
import { Assignments } from './assignments.svelte';

const EMPTY: AssignmentList = { sample: false, today: '2026-11-23', from: '', fingerprint: 'a b c d e f', rows: [] };

function assignments() {
  const named = { ...EMPTY, from: 'Security team' };
  const calls = {
    trainerAssignments: vi.fn(async () => EMPTY),
    withdrawAssignment: vi.fn(async () => EMPTY),
    nameTrainer: vi.fn(async () => named),
    saveAssignmentFile: vi.fn(async () => ({ path: '/work.e18a', rows: 1 })),
  };
  return { made: new Assignments(EMPTY, calls), calls };
}

describe('the file for other computers', () => {
  it('needs a sender before it is written', async () => {
    const { made, calls } = assignments();
    await made.saveFile();
    expect(made.nobody).toBe(true);
    expect(calls.saveAssignmentFile).not.toHaveBeenCalled();
    made.from = ' Security team ';
    expect(await made.saveFrom()).toBe(true);
    expect(calls.nameTrainer).toHaveBeenCalledWith({ name: 'Security team' });
    expect(made.nobody).toBe(false);
    await made.saveFile();
    expect(made.saving.written?.path).toBe('/work.e18a');
  });

  it('has a sender of 1 to 80 characters', async () => {
    const { made, calls } = assignments();
    for (const wrong of ['  ', 'x'.repeat(81)]) {
      made.from = wrong;
      expect(await made.saveFrom()).toBe(false);
      expect(made.problem).toBe(true);
    }
    expect(calls.nameTrainer).not.toHaveBeenCalled();
  });

  it('asks for nothing that was handed over', () => {
    expect(assignments().calls.trainerAssignments).not.toHaveBeenCalled();
  });
});
