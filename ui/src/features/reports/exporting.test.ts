import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../api';
import { Exporting } from './exporting.svelte';

it('says where the file is, only when it was written', async () => {
  const write = vi.fn(async () => ({ path: '/reports/people.csv', rows: 8 }) as { path: string; rows: number } | null);
  const exporting = new Exporting(write);
  await exporting.export();
  expect(exporting.written).toEqual({ path: '/reports/people.csv', rows: 8 });
  write.mockResolvedValueOnce(null);
  await exporting.export();
  expect(exporting.written, 'cancelled').toBeNull();
  expect(exporting.action.failure).toBeUndefined();
});

it('keeps the failure for the page', async () => {
  const failure = new Failure('export_people', { code: 'FileNotWritable', detail: '', path: '/x', seconds: null });
  const exporting = new Exporting(() => Promise.reject(failure));
  await exporting.export();
  expect(exporting.action.failure).toBe(failure);
  expect(exporting.written).toBeNull();
});

describe('work that can be watched', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** Writing that ends when the test says so. */
  function watched() {
    let resolve: (written: { path: string; rows: number } | null) => void = () => undefined;
    const written = new Promise<{ path: string; rows: number } | null>((settle) => (resolve = settle));
    const end = { resolve: (file: { path: string; rows: number } | null) => resolve(file) };
    const progress = vi.fn(async () => ({ done: 3, of: 20 }) as { done: number; of: number } | null);
    const stop = vi.fn(async () => null);
    return { end, progress, stop, exporting: new Exporting(() => written, { progress, stop }) };
  }

  it('says how far it is while it goes on, and not before a place is chosen', async () => {
    const { end, progress, exporting } = watched();
    progress.mockResolvedValueOnce(null);
    const over = exporting.export();
    await vi.advanceTimersByTimeAsync(250);
    expect(exporting.progress, 'the dialog is open').toBeNull();
    await vi.advanceTimersByTimeAsync(250);
    expect(exporting.progress).toEqual({ done: 3, of: 20 });
    end.resolve({ path: '/mine.zip', rows: 40 });
    await over;
    expect([exporting.progress, exporting.written?.rows, exporting.stopped]).toEqual([null, 40, false]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(progress, 'nobody asks any more').toHaveBeenCalledTimes(2);
  });

  it('says that it was stopped when there is no file', async () => {
    const { end, stop, exporting } = watched();
    const over = exporting.export();
    await exporting.stop();
    expect(stop).toHaveBeenCalledOnce();
    end.resolve(null);
    await over;
    expect([exporting.stopped, exporting.written]).toEqual([true, null]);
    void exporting.export();
    expect(exporting.stopped, 'another try').toBe(false);
  });

  it('says that there is a file when stopping came too late', async () => {
    const { end, exporting } = watched();
    const over = exporting.export();
    await exporting.stop();
    end.resolve({ path: '/mine.zip', rows: 40 });
    await over;
    expect([exporting.stopped, exporting.written?.path]).toEqual([false, '/mine.zip']);
  });

  it('keeps going when it could not be stopped or asked', async () => {
    const { end, progress, stop, exporting } = watched();
    progress.mockRejectedValue(new Error('gone'));
    stop.mockRejectedValue(new Error('gone'));
    const over = exporting.export();
    await vi.advanceTimersByTimeAsync(250);
    await exporting.stop();
    expect([exporting.progress, exporting.stopped]).toEqual([null, false]);
    expect(exporting.stopping.failure).toBeDefined();
    end.resolve(null);
    await over;
    expect(exporting.action.failure, 'the writing itself did not fail').toBeUndefined();
  });
});
