// The glossary: all terms by letter, narrowed by what is typed.

import { type Glossary, type GlossaryTerm, glossary } from '../../api';
import { Load } from '../../shared/state/load.svelte';
import { fold, holds } from '../../shared/text/fold';

export interface Letter {
  letter: string;
  terms: GlossaryTerm[];
}

export class GlossaryView {
  readonly load = new Load<Glossary>(glossary);
  query = $state('');

  readonly #lang: string;

  /** In the order of the language that the terms are written in. */
  constructor(lang: string) {
    this.#lang = lang;
  }

  get found(): GlossaryTerm[] {
    const terms = this.load.data?.terms ?? [];
    return terms.filter((term) => [term.term, ...term.also].some((form) => holds(form, this.query)));
  }

  get letters(): Letter[] {
    const order = new Intl.Collator(this.#lang, { sensitivity: 'base', numeric: true });
    const letters: Letter[] = [];
    for (const term of [...this.found].sort((a, b) => order.compare(a.term, b.term))) {
      const first = fold(term.term).charAt(0).toLocaleUpperCase(this.#lang);
      const letter = /\p{L}/u.test(first) ? first : '0–9';
      const last = letters.at(-1);
      if (last?.letter === letter) last.terms.push(term);
      else letters.push({ letter, terms: [term] });
    }
    return letters;
  }

  term(id: string): GlossaryTerm | undefined {
    return this.load.data?.terms.find((term) => term.id === id);
  }
}
