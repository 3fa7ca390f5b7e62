// The learner's statements, a page at a time.

import { myStatements, type StatementLine, type StatementPage } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export class Statements {
  readonly load: Load<StatementPage>;
  readonly action = new Action();
  #older = $state.raw<readonly StatementLine[]>([]);
  #more = $state<boolean | undefined>(undefined);
  readonly #page: typeof myStatements;

  constructor(page: typeof myStatements = myStatements) {
    this.#page = page;
    this.load = new Load(() => page({ before: null }));
  }

  get lines(): readonly StatementLine[] {
    return [...(this.load.data?.statements ?? []), ...this.#older];
  }

  get more(): boolean {
    return this.#more ?? this.load.data?.more ?? false;
  }

  /** Something was sent: the newest are read again, and older ones when they are asked for. */
  async again(): Promise<void> {
    await this.load.again();
    this.#older = [];
    this.#more = undefined;
  }

  /** The page of older ones. */
  async older(): Promise<void> {
    const before = this.lines.at(-1)?.seq;
    if (before === undefined) return;
    const page = await this.action.run(() => this.#page({ before }));
    if (!page) return;
    this.#older = [...this.#older, ...page.statements];
    this.#more = page.more;
  }
}
