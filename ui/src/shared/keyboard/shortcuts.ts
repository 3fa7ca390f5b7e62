// The one table of keys: it binds them, and the shortcuts dialog is made from it.

import { navigation } from '../navigation';
import { useSession } from '../session/session.svelte';
import type { MessageId } from '../text';
import { nextRegion } from './regions';

/** Keys as they are printed on the keyboard; the first part is translated where it has a word. */
export type Cap = 'Ctrl' | 'Alt' | 'Shift' | 'Enter' | 'Tab' | 'Space' | 'Esc' | 'F1' | 'F6' | ',' | '+' | '−' | '0' | '?' | '←' | '→' | '↑' | '↓' | '1–4' | '1–9' | 'I' | 'K' | 'L' | 'Z';

export interface Shortcut {
  does: MessageId;
  /** Each way of pressing it. */
  keys: Cap[][];
  /** Absent: handled by the element that has the focus; stands in the table to be known. */
  pressed?: (event: KeyboardEvent) => boolean;
  run?: (event: KeyboardEvent) => void;
}

const control = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey;

/** By what the key prints and by where it sits: some layouts know only one of the two. */
const prints = (event: KeyboardEvent, keys: string[], codes: string[]) =>
  keys.includes(event.key) || codes.includes(event.code);

/** Whoever is writing moves by these keys within the text. */
const writes = (event: KeyboardEvent) => {
  const at = event.target as Partial<Element> | null;
  return Boolean(at?.closest?.('textarea, input, select'));
};

const mac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

function pressPrimary() {
  const dialog = document.querySelector('dialog[open]');
  const layer: ParentNode = dialog ?? document;
  const buttons = [...layer.querySelectorAll<HTMLElement>('[data-primary]')].filter((one) => one.offsetParent !== null);
  // With two on the page, such as Check inside a step, the one near the focus is meant.
  const scope = document.activeElement?.closest('form, [data-primary-scope]');
  const near = scope?.querySelector<HTMLElement>('[data-primary], [data-primary-local]');
  (near && near.offsetParent !== null ? near : buttons[0])?.click();
}

/** Presses what this page offers under a key of its own, where it does. */
function pressKeyed(key: string) {
  if (document.querySelector('dialog[open]')) return;
  document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
}

/** Saving the size can fail; the settings screen says so, and the size falls back by itself. */
const textSize = (to: 'larger' | 'smaller' | 'normal') => void useSession().changeTextSize(to).catch(() => undefined);

/** `help` opens the dialog that lists this table, `search` the palette. */
export function shortcuts(help: () => void, search: () => void): Shortcut[] {
  return [
    {
      does: 'shortcut-search',
      keys: [['Ctrl', 'K']],
      pressed: (event) => control(event) && !event.shiftKey && prints(event, ['k', 'K'], ['KeyK']),
      run: search,
    },
    {
      does: 'shortcut-primary',
      keys: [['Ctrl', 'Enter']],
      pressed: (event) => control(event) && event.key === 'Enter',
      run: pressPrimary,
    },
    {
      does: 'shortcut-back',
      keys: [['Alt', '←']],
      pressed: (event) =>
        (event.altKey && !event.ctrlKey && event.key === 'ArrowLeft') || (mac && event.metaKey && event.key === '['),
      run: () => navigation.back(),
    },
    {
      does: 'shortcut-settings',
      keys: [['Ctrl', ',']],
      pressed: (event) => control(event) && prints(event, [','], []),
      run: () => {
        if (navigation.current.name !== 'settings') navigation.go('settings');
      },
    },
    {
      does: 'shortcut-known',
      keys: [['Ctrl', 'I']],
      pressed: (event) => control(event) && !event.shiftKey && prints(event, ['i', 'I'], []),
      run: () => pressKeyed('known'),
    },
    {
      does: 'shortcut-log',
      keys: [['Ctrl', 'L']],
      pressed: (event) => control(event) && !event.shiftKey && prints(event, ['l', 'L'], []),
      run: () => pressKeyed('log'),
    },
    {
      does: 'shortcut-previous',
      keys: [['Ctrl', '↑']],
      pressed: (event) => control(event) && event.key === 'ArrowUp' && !writes(event),
      run: () => pressKeyed('previous'),
    },
    {
      does: 'shortcut-next',
      keys: [['Ctrl', '↓']],
      pressed: (event) => control(event) && event.key === 'ArrowDown' && !writes(event),
      run: () => pressKeyed('next'),
    },
    {
      does: 'shortcut-larger',
      keys: [['Ctrl', '+']],
      pressed: (event) => control(event) && prints(event, ['+', '='], ['Equal', 'NumpadAdd']),
      run: () => textSize('larger'),
    },
    {
      does: 'shortcut-smaller',
      keys: [['Ctrl', '−']],
      pressed: (event) => control(event) && prints(event, ['-', '−'], ['Minus', 'NumpadSubtract']),
      run: () => textSize('smaller'),
    },
    {
      does: 'shortcut-normal',
      keys: [['Ctrl', '0']],
      pressed: (event) => control(event) && prints(event, ['0'], ['Digit0', 'Numpad0']),
      run: () => textSize('normal'),
    },
    {
      does: 'shortcut-region',
      keys: [['F6'], ['Shift', 'F6']],
      pressed: (event) => event.key === 'F6' && !event.ctrlKey && !event.altKey,
      run: (event) => nextRegion(event.shiftKey ? -1 : 1),
    },
    {
      does: 'shortcut-help',
      keys: [['F1'], ['Ctrl', '?']],
      pressed: (event) => event.key === 'F1' || (control(event) && event.key === '?'),
      run: help,
    },
    { does: 'shortcut-tab', keys: [['Tab'], ['Shift', 'Tab']] },
    { does: 'shortcut-options', keys: [['↑'], ['↓']] },
    { does: 'shortcut-timeline', keys: [['←'], ['→']] },
    { does: 'shortcut-digits', keys: [['1–9']] },
    { does: 'shortcut-grades', keys: [['1–4']] },
    { does: 'shortcut-undo', keys: [['Ctrl', 'Z']] },
    { does: 'shortcut-close', keys: [['Esc']] },
  ];
}

/** Runs the shortcut of a key press, if it is one. */
export function press(table: readonly Shortcut[], event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  for (const shortcut of table) {
    if (!shortcut.pressed?.(event)) continue;
    event.preventDefault();
    shortcut.run?.(event);
    return;
  }
}
