// A page or a question while it is written: kept after each pause, checked as it stands, and never written over
// what somebody else wrote in its file meanwhile.

import { asFailure, type DraftPart, type Failure, type OptionWords, type PartAt, packPart, type PartWords, savePackPart } from '../../api';
import { Load } from '../../shared/state/load.svelte';

const CALLS = { packPart, savePackPart };
export type PartCalls = typeof CALLS;

const PAUSE_MS = 600;
export const MOST_OPTIONS = { single: 6, several: 8 } as const;
export const FEWEST_OPTIONS = 2;

/** How what is written here stands to the disk. */
export type State = 'kept' | 'writing' | 'saving' | 'unkept' | 'conflict' | 'failed';

export class Part {
  readonly load: Load<DraftPart>;
  words = $state<PartWords>({ kind: 'text', text: '' });
  failure = $state.raw<Failure | undefined>(undefined);
  /** Each time it grows, the page is drawn anew as a learner sees it. */
  drawn = $state(0);
  #state = $state<'kept' | 'writing' | 'saving'>('kept');
  readonly #at: PartAt;
  readonly #calls: PartCalls;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Grows with every change of the form. */
  #changes = 0;

  constructor(at: PartAt, calls: PartCalls = CALLS) {
    this.#at = at;
    this.#calls = calls;
    this.load = new Load(async () => this.#open(await calls.packPart(at)));
  }

  #open(part: DraftPart): DraftPart {
    this.words = structuredClone(part.words);
    this.#state = 'kept';
    this.drawn++;
    return part;
  }

  get state(): State {
    if (this.failure?.code === 'DraftChanged') return 'conflict';
    if (this.failure) return 'failed';
    if (this.#state === 'kept' && this.load.data?.unkept) return 'unkept';
    return this.#state;
  }

  /** Something was changed in the form. */
  wrote() {
    this.#changes++;
    this.#state = 'writing';
    clearTimeout(this.#timer);
    if (this.state !== 'conflict') this.#timer = setTimeout(() => void this.save(), PAUSE_MS);
  }

  /** Keeps what stands here now; also when the page is left. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    const part = this.load.data;
    if (!part || this.#state !== 'writing' || this.state === 'conflict') return;
    const changes = this.#changes;
    this.#state = 'saving';
    this.failure = undefined;
    try {
      const words = structuredClone($state.snapshot(this.words)) as PartWords;
      const kept = await this.#calls.savePackPart({ at: this.#at, mark: part.mark, words });
      this.load.set(kept);
      this.#nameOptions(kept.words);
      this.drawn++;
      this.#state = this.#changes === changes ? 'kept' : 'writing';
    } catch (thrown) {
      this.failure = asFailure(thrown);
      this.#state = 'writing';
    }
    // What was written meanwhile.
    if (this.#changes !== changes && !this.failure) await this.save();
  }

  /** New options have got their names on the disk. What is typed stays as it is. */
  #nameOptions(kept: PartWords) {
    if (this.words.kind !== 'question' || kept.kind !== 'question') return;
    if (this.words.options.length !== kept.options.length) return;
    this.words.options.forEach((option, at) => (option.id ??= kept.options[at]?.id ?? null));
  }

  /** Puts what stands here in the place of what somebody else wrote. */
  async keepMine(): Promise<void> {
    try {
      const there = await this.#calls.packPart(this.#at);
      this.load.set(there);
      this.failure = undefined;
      this.#state = 'writing';
    } catch (thrown) {
      this.failure = asFailure(thrown);
      return;
    }
    await this.save();
  }

  /** Shows what stands on the disk in the place of what was written here. */
  async takeTheirs(): Promise<void> {
    clearTimeout(this.#timer);
    this.failure = undefined;
    await this.load.again();
  }

  get options(): OptionWords[] {
    return this.words.kind === 'question' ? this.words.options : [];
  }

  get mayAddOption(): boolean {
    const { words } = this;
    return words.kind === 'question' && words.options.length < MOST_OPTIONS[words.several ? 'several' : 'single'];
  }

  addOption() {
    if (this.words.kind !== 'question' || !this.mayAddOption) return;
    this.words.options.push({ id: null, text: '', right: false, why: '', idea: null });
    this.wrote();
  }

  removeOption(at: number) {
    if (this.words.kind !== 'question' || this.words.options.length <= FEWEST_OPTIONS) return;
    this.words.options.splice(at, 1);
    this.wrote();
  }

  /** One option may be right, or several. Where there is one, the last one chosen is it. */
  turnRight(at: number, right: boolean) {
    if (this.words.kind !== 'question') return;
    const { several, options } = this.words;
    options.forEach((option, index) => {
      if (index === at) option.right = right;
      else if (!several) option.right = false;
    });
    this.wrote();
  }

  turnSeveral(several: boolean) {
    if (this.words.kind !== 'question') return;
    this.words.several = several;
    const first = this.words.options.findIndex((option) => option.right);
    if (!several) this.words.options.forEach((option, at) => (option.right = at === first));
    this.wrote();
  }
}
