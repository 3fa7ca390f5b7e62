import { expect, it, vi } from 'vitest';
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
