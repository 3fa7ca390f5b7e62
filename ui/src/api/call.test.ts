import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';
import { call, Failure } from './call';

afterEach(() => clearMocks());

async function failed(thrown: unknown): Promise<Failure> {
  mockIPC(() => {
    throw thrown;
  });
  try {
    await call('home');
  } catch (failure) {
    expect(failure).toBeInstanceOf(Failure);
    return failure as Failure;
  }
  throw new Error('nothing was thrown');
}

describe('a command', () => {
  it('gives what the other side gives', async () => {
    mockIPC((command, payload) => ({ command, payload }));
    expect(await call('open_step', { args: { moduleId: 'm' } })).toEqual({ command: 'open_step', payload: { args: { moduleId: 'm' } } });
  });

  it('fails with the code, the path and the details of the other side', async () => {
    const failure = await failed({ code: 'DiskFull', detail: 'no space left', path: '/data', seconds: null });
    expect([failure.code, failure.path, failure.detail, failure.command]).toEqual(['DiskFull', '/data', 'no space left', 'home']);
  });

  it('makes a fault of ours of everything else', async () => {
    expect((await failed('command home not found')).code).toBe('Internal');
    expect((await failed({ code: 'NobodyKnowsThis', detail: 'x' })).code).toBe('Internal');
    expect((await failed(new TypeError('broken'))).detail).toContain('broken');
    expect((await failed(undefined)).code).toBe('Internal');
  });
});
