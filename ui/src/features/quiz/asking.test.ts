import { describe, expect, it } from 'vitest';
import { bankItem } from '../../../dev/fixtures/bank';
import { questionOf } from '../../../dev/fixtures/marking';
import { Stopwatch } from '../../shared/state/stopwatch';
import { Asking } from './asking.svelte';
import { digitPlace } from '../../shared/keyboard/digits';
import { placeAt } from './dragging.svelte';
import type { ChoiceDraft } from './drafts.svelte';
import { gapErrors } from './gaps';

const asked = (itemId: string, now = () => 0) => new Asking(questionOf(bankItem(itemId)), null, null, new Stopwatch(now));

describe('a question being asked', () => {
  it('measures from its appearance', () => {
    let time = 1000;
    const asking = asked('first-move-link', () => time);
    (asking.draft as ChoiceDraft).choose('intranet');
    time = 8_250.4;
    expect(asking.submit()).toEqual({
      itemId: 'first-move-link',
      response: { kind: 'single', choice: 'intranet' },
      confidence: null,
      elapsedMs: 7250,
    });
  });

  it('shows what is missing after an empty submit, anew each time, and not before', () => {
    const asking = asked('first-move-link');
    expect(asking.gaps).toEqual([]);
    expect(asking.submit()).toBeNull();
    const first = asking.gaps;
    expect(gapErrors(first)).toEqual([{ field: 'question-first-move-link-other-device', text: 'Select an answer' }]);
    asking.submit();
    expect(asking.gaps, 'a new list, so that the summary takes the focus again').not.toBe(first);
  });

  it('clears what was missing once it is there', () => {
    const asking = asked('first-move-link');
    asking.submit();
    (asking.draft as ChoiceDraft).choose('reply');
    expect(asking.submit()).not.toBeNull();
    expect(asking.gaps).toEqual([]);
  });

  it('asks once about an untouched order and then takes it', () => {
    const asking = asked('order-of-days');
    expect(asking.submit()).toBeNull();
    expect(asking.submit()?.response.kind).toBe('ordering');
  });

  it('knows whether something is unsaved', () => {
    const asking = asked('first-move-link');
    expect(asking.changed).toBe(false);
    (asking.draft as ChoiceDraft).choose('reply');
    expect(asking.changed).toBe(true);
    const submission = asking.submit();
    if (submission) asking.saved(submission);
    expect(asking.changed).toBe(false);
    asking.rate('sure');
    expect(asking.changed).toBe(true);
    asking.rate(null);
    expect(asking.changed).toBe(false);
  });
});

describe('digit keys', () => {
  const key = (rest: Partial<KeyboardEvent>) => ({ key: '', code: '', ctrlKey: false, altKey: false, metaKey: false, ...rest });

  it('point at an option, by sign or by place on the keyboard', () => {
    expect(digitPlace(key({ key: '2' }), 3)).toBe(1);
    expect(digitPlace(key({ key: 'é', code: 'Digit2' }), 3)).toBe(1);
    expect(digitPlace(key({ key: '٣', code: 'Numpad3' }), 3)).toBe(2);
  });

  it('are left alone in shortcuts and past the last option', () => {
    expect(digitPlace(key({ key: '4' }), 3)).toBeNull();
    expect(digitPlace(key({ key: '1', ctrlKey: true }), 3)).toBeNull();
    expect(digitPlace(key({ key: '1', altKey: true }), 3)).toBeNull();
    expect(digitPlace(key({ key: '0', code: 'Digit0' }), 9)).toBeNull();
    expect(digitPlace(key({ key: 'a', code: 'KeyA' }), 9)).toBeNull();
  });
});

describe('dragging', () => {
  const row = (top: number) => ({ getBoundingClientRect: () => ({ top, height: 50 }) });

  it('belongs behind every row whose middle it has passed', () => {
    const others = [row(0), row(60), row(120)];
    expect(placeAt(-10, others)).toBe(0);
    expect(placeAt(24, others)).toBe(0);
    expect(placeAt(26, others)).toBe(1);
    expect(placeAt(300, others)).toBe(3);
  });
});
