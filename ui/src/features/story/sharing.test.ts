import { expect, it, vi } from 'vitest';
import { Sharing } from './sharing.svelte';

it('keeps what was saved and nothing else', async () => {
  const share = vi.fn(async ({ yes }: { yes: boolean }) => ({ choices: yes }));
  const sharing = new Sharing({ choices: null }, share);
  expect(sharing.choices).toBeNull();
  expect(await sharing.say(true)).toBe(true);
  expect(sharing.choices).toBe(true);
  share.mockRejectedValueOnce({ code: 'DiskFull' });
  expect(await sharing.say(false)).toBe(false);
  expect(sharing.choices, 'not saved').toBe(true);
  expect(sharing.action.failure).toBeDefined();
});
