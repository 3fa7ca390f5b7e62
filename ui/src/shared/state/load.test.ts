import { describe, expect, it, vi } from 'vitest';
import { Load } from './load.svelte';

describe('something that is fetched', () => {
  it('is there after the answer', async () => {
    const load = new Load(async () => 7);
    await vi.waitFor(() => expect(load.data).toBe(7));
    expect(load.loading).toBe(false);
  });

  it('fetches nothing when it was handed over', () => {
    const fetch = vi.fn(async () => 1);
    expect(new Load(fetch, 2).data).toBe(2);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('keeps what is there when fetching anew fails', async () => {
    let works = true;
    const load = new Load(async () => {
      if (!works) throw { code: 'StoreBusy', detail: 'locked', path: null, seconds: null };
      return 'first';
    });
    await vi.waitFor(() => expect(load.data).toBe('first'));
    works = false;
    await load.again();
    expect(load.failure?.code).toBe('StoreBusy');
    expect(load.data).toBe('first');
  });

  it('drops an answer that was overtaken', async () => {
    const answers: ((value: string) => void)[] = [];
    const load = new Load(() => new Promise<string>((done) => answers.push(done)));
    const second = load.again();
    answers[1]?.('new');
    await second;
    answers[0]?.('old');
    await Promise.resolve();
    expect(load.data).toBe('new');
  });
});
