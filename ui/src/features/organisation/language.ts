// In which language an organisation speaks to whoever reads: theirs where it is there, otherwise its first one.

import type { Organisation, OrganisationText } from '../../api';
import { i18n } from '../../shared/text';

const base = (tag: string): string => tag.split('-')[0] ?? tag;

/** What the person reads, best first: the language of the setting, or those of the system. */
export function readersLanguages(setting: string | undefined, system: readonly string[]): string[] {
  return setting ? [setting] : [...system];
}

export interface Spoken {
  text: OrganisationText;
  /** None of the reader's languages is there. */
  other: boolean;
}

/** The words for a reader; nothing where the organisation says nothing. */
export function spoken({ languages, texts }: Organisation, wanted: readonly string[]): Spoken | undefined {
  const find = (is: (tag: string) => boolean) => texts.find((text) => is(text.lang));
  for (const tag of wanted) {
    const exact = find((lang) => lang.toLowerCase() === tag.toLowerCase()) ?? find((lang) => base(lang) === base(tag));
    if (exact) return { text: exact, other: false };
  }
  const first = find((lang) => lang === languages[0]) ?? texts[0];
  return first && { text: first, other: true };
}

/** The name of a language in the language of the interface; the tag where there is none. */
export function languageName(tag: string, inLanguage: string = i18n.language.intl): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Not every well-formed tag is one that the engine knows.
    return tag;
  }
}

/** Its name in itself. */
export const ownName = (tag: string): string => languageName(tag, tag);
