import { describe, expect, it, vi } from 'vitest';
import { Failure, type OpenedAssignments } from '../../api';
import { Opening } from './opening.svelte';

const SIGNED = { from: 'Security team', fingerprint: 'a b c d e f', madeAt: '2026-11-23T09:00:00.000+00:00' };
const UNKNOWN: OpenedAssignments = { kind: 'unknown', ...SIGNED };
const TAKEN: OpenedAssignments = { kind: 'taken', ...SIGNED, mine: [] };

function opening(first: OpenedAssignments | null) {
  const calls = { openAssignmentFile: vi.fn(async () => first), trustTrainer: vi.fn(async () => TAKEN) };
  return { made: new Opening(calls), calls };
}

describe('a file of a trainer who is not known', () => {
  it('is taken only after somebody said that the words are the same', async () => {
    const { made, calls } = opening(UNKNOWN);
    expect(await made.choose()).toBe(true);
    expect(calls.trustTrainer).not.toHaveBeenCalled();
    expect(await made.trust()).toBe(true);
    expect(made.opened).toEqual(TAKEN);
  });

  it('is left when they are not', async () => {
    const { made, calls } = opening(UNKNOWN);
    await made.choose();
    made.decline();
    expect([made.opened, made.declined]).toEqual([undefined, true]);
    expect(calls.trustTrainer).not.toHaveBeenCalled();
  });

  it('can be trusted again when it could not be saved', async () => {
    const { made, calls } = opening(UNKNOWN);
    await made.choose();
    calls.trustTrainer.mockRejectedValueOnce(new Failure('trust_trainer', { code: 'DiskFull', detail: '', path: '/d', seconds: null }));
    expect(await made.trust()).toBe(false);
    expect(made.opened).toEqual(UNKNOWN);
    expect(await made.trust()).toBe(true);
  });
});

it('nothing happens when nothing is chosen', async () => {
  const { made } = opening(null);
  expect(await made.choose()).toBe(false);
  expect([made.opened, made.declined]).toEqual([undefined, false]);
});
