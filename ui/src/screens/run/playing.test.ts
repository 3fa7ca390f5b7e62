import { describe, expect, it, vi } from 'vitest';
import type { RunStage, RunView } from '../../api';
import { Playing, type RunCalls } from './playing.svelte';

const scene: RunStage = { kind: 'scene', messages: [], ask: [], options: [{ id: 'p1', text: [] }, { id: 'p2', text: [] }] };
const told: RunStage = { kind: 'consequence', ask: [], chosen: [], then: [], moves: [], isLast: false };

const view = (stage: RunStage, position = 1): RunView => ({
  runId: 'r1', title: 'The ultimatum', roleTitle: 'Employee', at: '2023-06-01T08:10:00', place: null, position, of: 9, deadline: null,
  meters: [], stage, known: [], log: [], mayStepBack: false, terms: [], lang: 'en-GB', dir: 'ltr',
});

function calls(): RunCalls & { [Name in keyof RunCalls]: ReturnType<typeof vi.fn> } {
  return {
    decideInRun: vi.fn(async () => view(told)),
    stepBackInRun: vi.fn(async () => view(scene)),
    goOnInRun: vi.fn(async () => view(scene, 2)),
    replayRun: vi.fn(async () => view(scene, 2)),
  };
}

describe('a run', () => {
  it('sends nothing before something is chosen, and says so', async () => {
    const made = calls();
    const playing = new Playing(view(scene), made);
    expect(await playing.decide()).toBe(false);
    expect(playing.missing).toBe(true);
    expect(made.decideInRun).not.toHaveBeenCalled();
    playing.choose('p1');
    expect(playing.missing).toBe(false);
  });

  it('commits the choice with its time and shows what follows', async () => {
    const made = calls();
    const playing = new Playing(view(scene), made);
    playing.choose('p1');
    playing.choose('p2');
    expect(await playing.decide()).toBe(true);
    expect(made.decideInRun).toHaveBeenCalledWith({ runId: 'r1', position: 1, option: 'p2', elapsedMs: expect.any(Number) });
    expect(playing.view.stage.kind).toBe('consequence');
    playing.choose('p1');
    expect(playing.chosen).toBe('p2');
    expect(await playing.decide()).toBe(false);
    expect(made.decideInRun).toHaveBeenCalledTimes(1);
  });

  it('sends a choice once, however often Decide is pressed', async () => {
    const made = calls();
    const playing = new Playing(view(scene), made);
    playing.choose('p1');
    await Promise.all([playing.decide(), playing.decide()]);
    expect(made.decideInRun).toHaveBeenCalledTimes(1);
  });

  it('keeps the choice on the screen when it could not be saved', async () => {
    const made = calls();
    made.decideInRun.mockRejectedValueOnce({ code: 'DiskFull', detail: '', path: '/data', seconds: null });
    const playing = new Playing(view(scene), made);
    playing.choose('p1');
    expect(await playing.decide()).toBe(false);
    expect([playing.chosen, playing.saving.failure?.code, playing.view.stage.kind]).toEqual(['p1', 'DiskFull', 'scene']);
    expect(await playing.decide()).toBe(true);
  });

  it('hands over the view of the next scene and leaves its own alone', async () => {
    const playing = new Playing(view(told), calls());
    expect((await playing.goOn())?.position).toBe(2);
    expect((await playing.back())?.stage.kind).toBe('scene');
    expect((await playing.goOnFrom(2))?.position).toBe(2);
    expect(playing.view.stage.kind).toBe('consequence');
  });

  it('has one panel open at most', () => {
    const playing = new Playing(view(scene), calls());
    expect(playing.toggle('known')).toBe(true);
    expect(playing.toggle('log')).toBe(true);
    expect(playing.panel).toBe('log');
    expect(playing.toggle('log')).toBe(false);
    expect(playing.panel).toBeUndefined();
  });
});
