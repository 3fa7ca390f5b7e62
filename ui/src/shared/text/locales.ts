// The languages of the interface: those with a catalogue, and two made-up ones for testers.

import { lengthen, mirror } from './pseudo';

export type Direction = 'ltr' | 'rtl';

export interface Language {
  /** BCP 47, as kept in the settings. */
  tag: string;
  /** Its own name, in its own script. */
  name: string;
  dir: Direction;
  /** For plurals, dates and numbers. */
  intl: string;
  /** The folder of its catalogue. */
  catalogue: string;
  /** Only for testers. */
  pseudo: boolean;
  /** Changes each run of words; placeables stay as they are. */
  transform?: (text: string) => string;
  /** Changes the finished message. */
  frame?: (message: string) => string;
}

export const DEFAULT_LANGUAGE: Language = {
  tag: 'en-GB',
  name: 'English',
  dir: 'ltr',
  intl: 'en-GB',
  catalogue: 'en-GB',
  pseudo: false,
};

export const LANGUAGES: readonly Language[] = [
  DEFAULT_LANGUAGE,
  {
    tag: 'en-XA',
    name: '[Ļôôñĝ Éñĝļîîšĥ]',
    dir: 'ltr',
    intl: 'en-GB',
    catalogue: 'en-GB',
    pseudo: true,
    transform: lengthen,
    frame: (message) => `[${message}]`,
  },
  {
    tag: 'ar-XB',
    name: 'من اليمين',
    dir: 'rtl',
    intl: 'ar-u-nu-latn',
    catalogue: 'en-GB',
    pseudo: true,
    transform: mirror,
  },
];

/** The language of a setting; empty means the system's, where we have it, or English. */
export function languageFor(tag: string, system: readonly string[] = []): Language {
  const named = LANGUAGES.find((language) => language.tag === tag);
  if (named) return named;
  for (const wanted of system) {
    const base = wanted.split('-')[0];
    const found = LANGUAGES.find((language) => !language.pseudo && language.tag.split('-')[0] === base);
    if (found) return found;
  }
  return DEFAULT_LANGUAGE;
}
