import { beforeEach, expect, it, vi } from 'vitest';
import { Forgetting } from './forgetting.svelte';

const { forgetPerson } = vi.hoisted(() => ({ forgetPerson: vi.fn() }));
vi.mock('../../api', async (original) => ({ ...(await original<object>()), forgetPerson }));

beforeEach(() => forgetPerson.mockReset().mockResolvedValue({ rows: 12, files: 1 }));

it('takes nobody out until the word is typed', async () => {
  const forgetting = new Forgetting('p1');
  for (const typed of ['', 'REMOV', 'ERASE']) {
    forgetting.write(typed);
    expect(forgetting.problem, 'typing takes the problem away').toBe(false);
    expect(await forgetting.forget()).toBeUndefined();
    expect(forgetting.problem, typed).toBe(true);
  }
  expect(forgetPerson).not.toHaveBeenCalled();
});

it('takes the word in any case, and says whom', async () => {
  const forgetting = new Forgetting('p1');
  forgetting.write(' remove ');
  expect(await forgetting.forget()).toEqual({ rows: 12, files: 1 });
  expect(forgetPerson).toHaveBeenCalledExactlyOnceWith({ personId: 'p1' });
});
