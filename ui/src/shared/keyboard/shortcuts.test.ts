import { describe, expect, it, vi } from 'vitest';
import { press, type Shortcut, shortcuts } from './shortcuts';

function key(properties: Partial<KeyboardEvent>): KeyboardEvent {
  const none = { key: '', code: '', ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, defaultPrevented: false, isComposing: false };
  return { ...none, preventDefault: vi.fn(), ...properties } as unknown as KeyboardEvent;
}

/** What a key press does, by the name of the shortcut. */
function does(properties: Partial<KeyboardEvent>): string | undefined {
  let done: string | undefined;
  const table = shortcuts(() => undefined, () => undefined).map((one): Shortcut => ({ ...one, run: () => (done = one.does) }));
  press(table, key(properties));
  return done;
}

describe('the keys of the window', () => {
  it('find the main button, the way back, the settings and the help', () => {
    expect(does({ key: 'Enter', ctrlKey: true })).toBe('shortcut-primary');
    expect(does({ key: 'ArrowLeft', altKey: true })).toBe('shortcut-back');
    expect(does({ key: ',', ctrlKey: true })).toBe('shortcut-settings');
    expect(does({ key: 'F1' })).toBe('shortcut-help');
    expect(does({ key: '?', ctrlKey: true, shiftKey: true })).toBe('shortcut-help');
    expect(does({ key: 'F6', shiftKey: true })).toBe('shortcut-region');
  });

  it('change the text size by what the key prints and by where it sits', () => {
    expect(does({ key: '+', ctrlKey: true })).toBe('shortcut-larger');
    expect(does({ key: '´', code: 'Equal', ctrlKey: true })).toBe('shortcut-larger');
    expect(does({ key: '-', ctrlKey: true })).toBe('shortcut-smaller');
    expect(does({ key: '0', ctrlKey: true })).toBe('shortcut-normal');
    expect(does({ key: 'à', code: 'Digit0', ctrlKey: true })).toBe('shortcut-normal');
  });

  it('go to who stands before and after, but not while something is written', () => {
    expect(does({ key: 'ArrowUp', ctrlKey: true })).toBe('shortcut-previous');
    expect(does({ key: 'ArrowDown', ctrlKey: true })).toBe('shortcut-next');
    const target = { closest: (selector: string) => (selector.includes('textarea') ? {} : null) } as unknown as EventTarget;
    expect(does({ key: 'ArrowUp', ctrlKey: true, target })).toBeUndefined();
  });

  it('leave single characters to whatever has the focus', () => {
    for (const one of ['1', 'a', ' ', '?', ',', 'ArrowLeft', 'Enter', 'Escape']) expect(does({ key: one })).toBeUndefined();
  });

  it('do nothing while somebody else has used the key, or a word is being composed', () => {
    expect(does({ key: 'F1', defaultPrevented: true })).toBeUndefined();
    expect(does({ key: 'Enter', ctrlKey: true, isComposing: true })).toBeUndefined();
  });
});
