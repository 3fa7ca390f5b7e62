import { describe, expect, it, vi } from 'vitest';
import { MODULE_REPORT } from '../../../dev/fixtures/module-report';
import { ModuleReportState } from './module.svelte';

describe('the report of a module', () => {
  it('begins with the first and goes on to the one chosen', async () => {
    const call = vi.fn(async ({ moduleId }: { moduleId: string | null }) => ({ ...MODULE_REPORT, moduleId: moduleId ?? 'first' }));
    const module = new ModuleReportState(null, call);
    await vi.waitFor(() => expect(module.load.data?.moduleId).toBe('first'));
    await module.show('stolen-data');
    expect(module.load.data?.moduleId).toBe('stolen-data');
    expect(call).toHaveBeenCalledTimes(2);
  });
});
