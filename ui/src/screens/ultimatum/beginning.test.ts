import { describe, expect, it, vi } from 'vitest';
import type { RunView } from '../../api';
import { Beginning } from './beginning.svelte';

describe('the beginning of a run', () => {
  it('needs a role before anything is sent', async () => {
    const start = vi.fn();
    const beginning = new Beginning(start);
    expect(await beginning.begin()).toBeUndefined();
    expect(beginning.missing).toBe(true);
    expect(start).not.toHaveBeenCalled();
    beginning.choose('employee');
    expect(beginning.missing).toBe(false);
  });

  it('begins one run, however often it is pressed, and keeps the role when that fails', async () => {
    const start = vi.fn(async () => ({ runId: 'r1' }) as RunView);
    start.mockRejectedValueOnce({ code: 'DiskFull', detail: '', path: null, seconds: null });
    const beginning = new Beginning(start);
    beginning.choose('employee');
    expect(await beginning.begin()).toBeUndefined();
    expect([beginning.chosen, beginning.saving.failure?.code]).toEqual(['employee', 'DiskFull']);
    const [first, second] = await Promise.all([beginning.begin(), beginning.begin()]);
    expect([first?.runId, second]).toEqual(['r1', undefined]);
    expect(start).toHaveBeenLastCalledWith({ roleId: 'employee' });
  });
});
