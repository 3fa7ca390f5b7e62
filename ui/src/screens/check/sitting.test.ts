import { describe, expect, it, vi } from 'vitest';
import { PreviewSitting } from '../../../dev/fixtures/sitting';
import { Failure, type RecordAnswer } from '../../api';
import type { ChoiceDraft, JudgementDraft } from '../../features/quiz/drafts.svelte';
import { Begun } from './begun';
import { Sitting } from './sitting.svelte';

const full = new Failure('record_answer', { code: 'DiskFull', detail: 'no space', path: '/data', seconds: null });

function begin(position = 1, begun = new Begun(), preview = new PreviewSitting()) {
  const calls = {
    recordAnswer: vi.fn(async (args: RecordAnswer) => preview.record(args)),
    openQuestion: vi.fn(async (args: { attemptId: string; position: number }) => preview.open(args)),
    flagQuestion: vi.fn(async (args: { attemptId: string; position: number; flagged: boolean }) => preview.flag(args)),
  };
  return { sitting: new Sitting(preview.view(position), calls, begun), calls, begun, preview };
}
const choose = (sitting: Sitting, id: string) => (sitting.asking.draft as ChoiceDraft).choose(id);

describe('a question of a check', () => {
  it('is saved and leads to the next one', async () => {
    const { sitting, calls } = begin();
    choose(sitting, 'intranet');
    sitting.asking.rate('think');
    const saved = await sitting.save();
    expect(saved?.next?.position).toBe(2);
    expect(calls.recordAnswer).toHaveBeenCalledWith(
      expect.objectContaining({ attemptId: 'attempt-3', position: 1, response: { kind: 'single', choice: 'intranet' }, confidence: 'think' }),
    );
  });

  it('says "saved" only after the answer has come back', async () => {
    const { sitting } = begin();
    choose(sitting, 'intranet');
    const saving = sitting.save();
    expect(sitting.lastSaved).toBeUndefined();
    await saving;
    expect(sitting.lastSaved).toEqual({ position: 1, savedAt: '2026-11-22T10:04:00Z' });
  });

  it('makes one call of a double click', async () => {
    const { sitting, calls } = begin();
    choose(sitting, 'intranet');
    await Promise.all([sitting.save(), sitting.save()]);
    expect(calls.recordAnswer).toHaveBeenCalledTimes(1);
  });

  it('keeps the choice when saving fails', async () => {
    const { sitting, calls } = begin();
    calls.recordAnswer.mockRejectedValueOnce(full);
    choose(sitting, 'reply');
    expect(await sitting.save()).toBeUndefined();
    expect(sitting.saving.failure?.code).toBe('DiskFull');
    expect(sitting.lastSaved).toBeUndefined();
    expect((sitting.asking.draft as ChoiceDraft).chosen).toBe('reply');
    expect((await sitting.save())?.next?.position).toBe(2);
  });

  it('saves nothing while something is missing', async () => {
    const { sitting, calls } = begin();
    expect(await sitting.save()).toBeUndefined();
    expect(sitting.asking.gaps).toHaveLength(1);
    expect(calls.recordAnswer).not.toHaveBeenCalled();
  });

  it('saves a choice before another question is opened, and stays when that fails', async () => {
    const { sitting, calls } = begin(2);
    choose(sitting, 'ultimatum');
    calls.recordAnswer.mockRejectedValueOnce(full);
    expect(await sitting.open(1)).toBeUndefined();
    expect(calls.openQuestion).not.toHaveBeenCalled();
    expect((await sitting.open(1))?.position).toBe(1);
    expect(calls.recordAnswer).toHaveBeenLastCalledWith(expect.objectContaining({ position: 2 }));
  });

  it('saves nothing on leaving when nothing was chosen', async () => {
    const { sitting, calls } = begin();
    expect(await sitting.leave()).toBe(true);
    expect(calls.recordAnswer).not.toHaveBeenCalled();
  });

  it('saves a complete choice when the page is left by another way', async () => {
    const { sitting, calls, begun } = begin();
    choose(sitting, 'reply');
    await sitting.close();
    expect(calls.recordAnswer).toHaveBeenCalledTimes(1);
    expect(begun.take('attempt-3', 1)).toBeUndefined();
  });

  it('keeps that choice when it could not be saved', async () => {
    const { sitting, calls, begun } = begin();
    calls.recordAnswer.mockRejectedValueOnce(full);
    choose(sitting, 'reply');
    await sitting.close();
    expect((begin(1, begun).sitting.asking.draft as ChoiceDraft).chosen).toBe('reply');
  });

  it('finds a half-filled answer again, and forgets it with the attempt', async () => {
    const begun = new Begun();
    const first = begin(4, begun);
    (first.sitting.asking.draft as JudgementDraft).judge(true);
    first.sitting.asking.rate('guess');
    await first.sitting.close();
    expect(first.calls.recordAnswer).not.toHaveBeenCalled();
    const again = begin(4, begun).sitting;
    expect((again.asking.draft as JudgementDraft).value).toBe(true);
    await again.close();
    begun.forget('attempt-3');
    expect((begin(4, begun).sitting.asking.draft as JudgementDraft).value).toBeNull();
  });

  it('is flagged without touching the choice', async () => {
    const { sitting } = begin();
    choose(sitting, 'reply');
    await sitting.flag();
    expect(sitting.view.flagged).toBe(true);
    expect((sitting.asking.draft as ChoiceDraft).chosen).toBe('reply');
    await sitting.flag();
    expect(sitting.view.flagged).toBe(false);
  });
});

describe('feedback at once', () => {
  const begin = () => {
    const preview = new PreviewSitting([], 'atOnce');
    const calls = {
      recordAnswer: vi.fn(async (args: RecordAnswer) => preview.record(args)),
      openQuestion: vi.fn(async ({ position }: { position: number }) => preview.view(position)),
      flagQuestion: vi.fn(async () => preview.view(1)),
    };
    const waiting = new Begun();
    return { preview, calls, waiting, sitting: new Sitting(preview.view(1), calls, waiting) };
  };
  const choose = (sitting: Sitting) => {
    const { draft } = sitting.asking;
    (draft as ChoiceDraft).choose((draft as ChoiceDraft).options[0]?.id ?? '');
  };

  it('explains what was saved, and saves it once', async () => {
    const { sitting, calls } = begin();
    choose(sitting);
    expect(sitting.answeredWith).toBeNull();
    await sitting.save();
    expect(sitting.answeredWith?.explanation.outcome).toBeDefined();
    expect(sitting.next?.position).toBe(2);
    expect(await sitting.save()).toBeUndefined();
    expect(calls.recordAnswer).toHaveBeenCalledTimes(1);
  });

  it('never saves by leaving: a choice waits until its button is pressed', async () => {
    const { preview, sitting, calls, waiting } = begin();
    choose(sitting);
    await sitting.open(2);
    await sitting.close();
    expect(calls.recordAnswer).not.toHaveBeenCalled();
    const again = new Sitting(preview.view(1), calls, waiting);
    expect((again.asking.draft as ChoiceDraft).chosen).not.toBeNull();
  });
});
