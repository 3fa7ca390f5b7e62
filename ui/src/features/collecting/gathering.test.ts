import { describe, expect, it, vi } from 'vitest';
import { Failure, type Gathering, type LookState } from '../../api';
import { FromStore } from './gathering.svelte';

const seen = (state: LookState, pages: number): Gathering => ({
  store: null,
  readUntil: null,
  waiting: 0,
  looked: { pages, statements: pages * 10, newChecks: pages, knownChecks: 0, openChecks: 0, leftOut: [], state },
});
const nothing: Gathering = { store: null, readUntil: null, waiting: 0, looked: null };
const MORE: LookState = { kind: 'more' };
const DONE: LookState = { kind: 'done' };

function fromStore(pages: Gathering[]) {
  const calls = {
    gathering: vi.fn(() => Promise.resolve(nothing)),
    lookInStore: vi.fn(() => Promise.resolve(seen(MORE, 0))),
    lookOnInStore: vi.fn(() => Promise.resolve(pages.shift() ?? nothing)),
    removeSource: vi.fn(() => Promise.resolve(nothing)),
    stopLook: vi.fn(() => Promise.resolve(nothing)),
    takeFromStore: vi.fn(() => Promise.resolve(nothing)),
  };
  return { calls, it: new FromStore(calls) };
}

describe('collecting from a record store', () => {
  it('reads page after page to the end and takes in what was found when it is told to', async () => {
    const { calls, it: from } = fromStore([seen(MORE, 1), seen(DONE, 2)]);
    await from.look(true);
    expect(calls.lookInStore).toHaveBeenCalledWith({ fromStart: true });
    expect([calls.lookOnInStore.mock.calls.length, from.load.data?.looked?.pages]).toEqual([2, 2]);
    expect(calls.takeFromStore).not.toHaveBeenCalled();
    await from.take();
    expect([from.taken, from.load.data?.looked]).toEqual([2, null]);
  });

  it('stops where it is told to, and goes on from there', async () => {
    const { calls, it: from } = fromStore([seen(MORE, 1), seen(DONE, 2)]);
    calls.lookInStore.mockImplementation(() => {
      from.stop();
      return Promise.resolve(seen(MORE, 0));
    });
    await from.look(false);
    expect(calls.lookOnInStore).not.toHaveBeenCalled();
    await from.goOn();
    expect(from.load.data?.looked?.state.kind).toBe('done');
  });

  it('stays where something was the matter', async () => {
    const trouble: LookState = { kind: 'trouble', trouble: 'busy', waitSeconds: 30 };
    const { calls, it: from } = fromStore([seen(trouble, 0), seen(DONE, 1)]);
    await from.look(false);
    expect(calls.lookOnInStore).toHaveBeenCalledTimes(1);
    calls.takeFromStore.mockRejectedValueOnce(new Failure('take_from_store', { code: 'TrainerLocked', detail: '', path: null, seconds: null }));
    await from.take();
    expect([from.taken, from.action.failure?.code]).toEqual([0, 'TrainerLocked']);
    await from.goOn();
    expect(from.load.data?.looked?.state.kind).toBe('done');
  });
});
