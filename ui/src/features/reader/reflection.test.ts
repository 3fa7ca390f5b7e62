import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reflection } from './reflection.svelte';

const place = { moduleId: 'm', stepId: 's', reflectionId: 'r' };

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  clearMocks();
});

describe('a reflection', () => {
  it('says "saved" only after the other side has said so', async () => {
    let answer: (value: unknown) => void = () => undefined;
    mockIPC(() => new Promise((done) => (answer = done)));
    const reflection = new Reflection(place, '');
    reflection.write('My number');
    await vi.advanceTimersByTimeAsync(1000);
    expect(reflection.saving).toBe(true);
    expect(reflection.savedAt).toBeUndefined();
    answer({ savedAt: '2026-11-22T10:00:00Z' });
    await vi.advanceTimersByTimeAsync(0);
    expect(reflection.savedAt).toBe('2026-11-22T10:00:00Z');
    expect(reflection.changed).toBe(false);
  });

  it('waits for a pause in typing, and sends the last words', async () => {
    const sent: string[] = [];
    mockIPC((_, payload) => {
      sent.push((payload as { args: { text: string } }).args.text);
      return { savedAt: 'now' };
    });
    const reflection = new Reflection(place, '');
    for (const text of ['M', 'My', 'My number']) {
      reflection.write(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(['My number']);
  });

  it('keeps what was typed when saving fails', async () => {
    mockIPC(() => {
      throw { code: 'StoreBusy', detail: 'locked', path: null, seconds: null };
    });
    const reflection = new Reflection(place, 'before');
    reflection.write('after');
    await reflection.save();
    expect(reflection.text).toBe('after');
    expect(reflection.savedAt).toBeUndefined();
    expect(reflection.failure?.code).toBe('StoreBusy');
  });

  it('sends nothing when nothing has changed', async () => {
    let calls = 0;
    mockIPC(() => calls++);
    await new Reflection(place, 'kept').save();
    expect(calls).toBe(0);
  });

  it('saves what was written while it was saving', async () => {
    const sent: string[] = [];
    mockIPC(async (_, payload) => {
      sent.push((payload as { args: { text: string } }).args.text);
      await new Promise((done) => setTimeout(done, 500));
      return { savedAt: 'now' };
    });
    const reflection = new Reflection(place, '');
    reflection.write('one');
    await vi.advanceTimersByTimeAsync(900);
    reflection.write('two');
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent).toEqual(['one', 'two']);
    expect(reflection.changed).toBe(false);
  });
});
