import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Action } from '../../shared/state/action.svelte';
import { Underway, type UnderwayCalls } from './underway.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface File {
  path: string;
}

/** Writing that ends when the test says so. */
function writing() {
  let end: (file: File | null) => void = () => undefined;
  const file = new Promise<File | null>((settle) => (end = settle));
  const calls = {
    workProgress: vi.fn<UnderwayCalls['workProgress']>(async () => ({ done: 3, of: 20 })),
    stopWork: vi.fn(async () => null),
  };
  const underway = new Underway(calls);
  const action = new Action();
  return { ...calls, underway, action, end: (made: File | null) => end(made), over: underway.watch(action, () => file) };
}

it('says how far it is while it goes on, and not before a place is chosen', async () => {
  const { workProgress, underway, end, over } = writing();
  workProgress.mockResolvedValueOnce(null);
  await vi.advanceTimersByTimeAsync(250);
  expect(underway.progress, 'the dialog is open').toBeNull();
  await vi.advanceTimersByTimeAsync(250);
  expect(underway.progress).toEqual({ done: 3, of: 20 });
  end({ path: '/mine.zip' });
  expect(await over).toEqual({ path: '/mine.zip' });
  expect([underway.progress, underway.stopped]).toEqual([null, false]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(workProgress, 'nobody asks any more').toHaveBeenCalledTimes(2);
});

it('says that it was stopped when there is no file, until another try', async () => {
  const { stopWork, underway, action, end, over } = writing();
  await underway.stop();
  expect(stopWork).toHaveBeenCalledOnce();
  end(null);
  expect(await over).toBeNull();
  expect(underway.stopped).toBe(true);
  await underway.watch(action, async () => null);
  expect(underway.stopped, 'this time only the dialog was cancelled').toBe(false);
});

it('says that there is a file when stopping came too late', async () => {
  const { underway, end, over } = writing();
  await underway.stop();
  end({ path: '/mine.zip' });
  await over;
  expect(underway.stopped).toBe(false);
  await underway.stop();
  expect(underway.stopped, 'nor later').toBe(false);
});

it('keeps going when it could not be stopped or asked', async () => {
  const { workProgress, stopWork, underway, action, end, over } = writing();
  workProgress.mockRejectedValue(new Error('gone'));
  stopWork.mockRejectedValue(new Error('gone'));
  await vi.advanceTimersByTimeAsync(250);
  await underway.stop();
  expect([underway.progress, underway.stopped]).toEqual([null, false]);
  expect(underway.stopping.failure).toBeDefined();
  end(null);
  await over;
  expect(action.failure, 'the writing itself did not fail').toBeUndefined();
});
