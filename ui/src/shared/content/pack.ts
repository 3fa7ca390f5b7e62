// What words from a pack need around them: their own language and direction, and the cards behind
// their references. A screen provides it once; RichText and Words read it.

import { getContext, setContext } from 'svelte';
import type { ClaimCard, TermCard } from '../../api';
import type { Direction } from '../text';

export interface PackWords {
  lang: string;
  dir: string;
  claims?: readonly ClaimCard[];
  terms?: readonly TermCard[];
}

const KEY = Symbol('pack');

/** Said by a screen, for everything inside it. A function, so that what it gives may change. */
export function providePack(words: () => PackWords) {
  setContext(KEY, words);
}

const NOTHING: PackWords = { lang: '', dir: 'auto' };

export function usePack(): () => PackWords {
  return getContext<(() => PackWords) | undefined>(KEY) ?? (() => NOTHING);
}

/** As the dir attribute has it; what a pack says that is not known is left to the browser. */
export function direction(dir: string): Direction | 'auto' {
  return dir === 'ltr' || dir === 'rtl' ? dir : 'auto';
}
