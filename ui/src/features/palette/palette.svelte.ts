// The palette: what was found for what is typed, and the commands that fit it.

import { asFailure, type Failure, type Found, type SearchHit, search } from '../../api';
import { holds } from '../../shared/text/fold';

export interface Command {
  id: string;
  words: string;
  /** Opens another page, which takes the focus. */
  goes: boolean;
  run: () => void;
}

export type GroupName = 'terms' | 'steps' | 'questions' | 'commands' | 'nearest';

export interface Choice {
  id: string;
  words: string;
  /** The module and step that it is in. */
  where?: SearchHit['target'] & { kind: 'step' | 'question' };
  snippet?: SearchHit['snippet'];
  /** Words of the course, which have their own language. */
  ofPack: boolean;
  goes: boolean;
  run: () => void;
}

export interface Group {
  name: GroupName;
  choices: Choice[];
}

const GROUP_OF = { term: 'terms', step: 'steps', question: 'questions' } as const;

interface Ways {
  /** The attempt of which a question is on the page, if one is. */
  attemptId: string | null;
  term: (id: string) => void;
  step: (moduleId: string, stepId: string) => void;
  commands: () => Command[];
}

export class Palette {
  query = $state('');
  found = $state.raw<Found | undefined>(undefined);
  failure = $state.raw<Failure | undefined>(undefined);
  /** Which choice is picked out, counted over all groups. */
  at = $state(0);

  readonly #ways: Ways;
  #run = 0;

  constructor(ways: Ways) {
    this.#ways = ways;
    void this.type('');
  }

  /** An answer that was overtaken by another key is dropped. */
  async type(query: string): Promise<void> {
    this.query = query;
    this.at = 0;
    const run = ++this.#run;
    try {
      const found = await search({ query, attemptId: this.#ways.attemptId });
      if (run === this.#run) {
        this.found = found;
        this.failure = undefined;
      }
    } catch (thrown) {
      if (run === this.#run) this.failure = asFailure(thrown);
    }
  }

  get groups(): Group[] {
    const groups: Group[] = (['terms', 'steps', 'questions', 'commands', 'nearest'] as const).map((name) => ({ name, choices: [] }));
    const into = (name: GroupName, choice: Choice) => groups.find((group) => group.name === name)?.choices.push(choice);
    for (const [index, hit] of (this.found?.hits ?? []).entries()) into(GROUP_OF[hit.target.kind], this.#choice(hit, index));
    for (const near of this.found?.nearest ?? []) {
      into('nearest', { id: `near-${near.termId}`, words: near.term, ofPack: true, goes: true, run: () => this.#ways.term(near.termId) });
    }
    for (const command of this.#ways.commands()) {
      if (holds(command.words, this.query)) into('commands', { ...command, ofPack: false });
    }
    return groups.filter((group) => group.choices.length > 0);
  }

  #choice(hit: SearchHit, index: number): Choice {
    const { target, title, snippet } = hit;
    const common = { id: `hit-${index}`, words: title, ofPack: true, goes: true };
    if (target.kind === 'term') return { ...common, snippet, run: () => this.#ways.term(target.termId) };
    const { moduleId, stepId } = target.step;
    return { ...common, snippet: target.kind === 'step' ? snippet : [], where: target, run: () => this.#ways.step(moduleId, stepId) };
  }

  get choices(): Choice[] {
    return this.groups.flatMap((group) => group.choices);
  }

  /** What was found in the course, without commands. */
  get count(): number {
    return this.found?.hits.length ?? 0;
  }

  /** There is more in the course than the list holds. */
  get isCut(): boolean {
    return this.found?.more ?? false;
  }

  get picked(): Choice | undefined {
    return this.choices[this.at];
  }

  /** From the last one it goes on with the first. */
  move(by: number) {
    const { length } = this.choices;
    if (length > 0) this.at = (this.at + by + length) % length;
  }

  to(end: 'first' | 'last') {
    this.at = end === 'first' ? 0 : Math.max(0, this.choices.length - 1);
  }
}
