// The words of the interface. Views call `t` and the formatting functions of format.ts; both read the
// language that is set here, so everything follows when it changes.

import type { FluentBundle, FluentVariable } from '@fluent/bundle';
import { bundlesFor } from './catalogue';
import { DEFAULT_LANGUAGE, type Direction, type Language, languageFor } from './locales';
import type { MessageArgs, MessageId } from './messages';

export type Args = Record<string, FluentVariable>;

/** A message with variables must be given them; one without takes none. */
type Rest<Id extends MessageId> = undefined extends MessageArgs[Id] ? [args?: Args] : [args: MessageArgs[Id]];

class I18n {
  #language = $state.raw<Language>(DEFAULT_LANGUAGE);
  #bundles = $derived.by<FluentBundle[]>(() => bundlesFor(this.#language));

  get language(): Language {
    return this.#language;
  }

  get dir(): Direction {
    return this.#language.dir;
  }

  /** Sets the language and says so on the document. */
  use(tag: string) {
    const system = typeof navigator === 'undefined' ? [] : navigator.languages;
    this.#language = languageFor(tag, system);
    if (typeof document === 'undefined') return;
    document.documentElement.lang = this.#language.tag;
    document.documentElement.dir = this.#language.dir;
  }

  message(id: string, args?: Args): string {
    for (const bundle of this.#bundles) {
      const pattern = bundle.getMessage(id)?.value;
      if (!pattern) continue;
      const problems: Error[] = [];
      const text = bundle.formatPattern(pattern, args, problems);
      // A missing variable leaves its name in the text; the sentence stays readable.
      for (const problem of problems) console.error(`message ${id}: ${problem.message}`);
      return this.#language.frame ? this.#language.frame(text) : text;
    }
    console.error(`message ${id} is missing`);
    return id;
  }
}

export const i18n = new I18n();

/** The message in the language of the interface. */
export function t<Id extends MessageId>(id: Id, ...rest: Rest<Id>): string {
  return i18n.message(id, rest[0] as Args | undefined);
}

/** For places that show isolation marks as boxes, such as a window's title. */
export function plain(text: string): string {
  return text.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
}
