import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordDecision } from '../../api';
import { Decision, type DecisionBlock } from './decision.svelte';

afterEach(() => clearMocks());

const block: DecisionBlock = {
  kind: 'decision',
  id: 'first-move',
  ask: [{ kind: 'text', text: 'What do you do first?' }],
  options: [
    { id: 'open', text: [] },
    { id: 'ring', text: [] },
  ],
  taken: null,
};
const place = { moduleId: 'the-notice', stepId: 'one' };
const saved = (optionId: string) => ({
  taken: { optionId, savedAt: '2026-11-22T10:00:00Z', consequences: [{ optionId, text: [] }], claims: [], terms: [] },
  learner: { id: 'l1', name: null, lastSeen: '2026-11-22T10:00:00Z' },
});

describe('a decision', () => {
  it('is saved with what was chosen and how long it took, and gives who decided', async () => {
    const sent: RecordDecision[] = [];
    mockIPC((_, payload) => {
      sent.push((payload as { args: RecordDecision }).args);
      return saved('ring');
    });
    const decision = new Decision(block, place);
    decision.choose('ring');
    const learner = await decision.decide();
    expect(learner?.id).toBe('l1');
    expect(sent[0]).toMatchObject({ ...place, decisionId: 'first-move', optionId: 'ring' });
    expect(sent[0]?.elapsedMs).toBeGreaterThanOrEqual(0);
    expect(decision.taken?.optionId).toBe('ring');
  });

  it('asks for a choice before anything is sent', async () => {
    let calls = 0;
    mockIPC(() => calls++);
    const decision = new Decision(block, place);
    await decision.decide();
    expect(decision.missing).toBe(true);
    expect(calls).toBe(0);
    decision.choose('open');
    expect(decision.missing).toBe(false);
  });

  it('keeps the choice on the screen when it could not be saved, and can be tried again', async () => {
    let full = true;
    mockIPC(() => {
      if (full) throw { code: 'DiskFull', detail: 'no space', path: '/data', seconds: null };
      return saved('open');
    });
    const decision = new Decision(block, place);
    decision.choose('open');
    expect(await decision.decide()).toBeUndefined();
    expect(decision.chosen).toBe('open');
    expect(decision.taken).toBeNull();
    expect(decision.saving.failure?.code).toBe('DiskFull');
    full = false;
    await decision.decide();
    expect(decision.taken?.optionId).toBe('open');
    expect(decision.saving.failure).toBeUndefined();
  });

  it('is sent once when activated twice', async () => {
    let calls = 0;
    mockIPC(() => {
      calls += 1;
      return saved('open');
    });
    const decision = new Decision(block, place);
    decision.choose('open');
    await Promise.all([decision.decide(), decision.decide()]);
    await decision.decide();
    expect(calls).toBe(1);
  });

  it('does not change once it is taken', () => {
    const decision = new Decision({ ...block, taken: saved('ring').taken }, place);
    decision.choose('open');
    expect(decision.chosen).toBe('ring');
  });
});
