import type { Part, Question, Response, Scale, Span, Spot } from '../../api';
import { readNumber, stepped, written } from './numbers';
import { plainWords } from './words';

/**
 * An answer that is being put together. Nothing of it is saved before it is submitted, so every
 * slip can be undone by choosing again.
 */
export type Draft = ChoiceDraft | SelectionDraft | JudgementDraft | OrderDraft | PairDraft | SpotDraft | TextDraft | NumberDraft;

/** What is still empty, the control that fills it, and the words for it. */
export type Gap = { control: string } & (
  | {
      message:
        | 'question-gap-single'
        | 'question-gap-multiple'
        | 'question-gap-judgement'
        | 'question-gap-reason'
        | 'question-gap-order'
        | 'question-gap-spot'
        | 'question-gap-short'
        | 'question-gap-estimate'
        | 'question-gap-number';
    }
  | { message: 'question-gap-pair' | 'question-gap-group'; item: string }
);

/** The id of the control of a part; the error summary links to it. */
export function controlId(itemId: string, ...names: string[]): string {
  return ['question', itemId, ...names].join('-');
}

/** One option of several, also in a scenario. */
export class ChoiceDraft {
  readonly kind = 'single';
  chosen = $state<string | null>(null);

  constructor(
    readonly itemId: string,
    readonly options: Part[],
    saved: Response | null,
  ) {
    if (saved?.kind === 'single') this.chosen = saved.choice;
  }

  choose(id: string): void {
    this.chosen = id;
  }

  get response(): Response | null {
    return this.chosen === null ? null : { kind: 'single', choice: this.chosen };
  }

  get gaps(): Gap[] {
    if (this.chosen !== null) return [];
    return [{ control: controlId(this.itemId, this.options[0]?.id ?? ''), message: 'question-gap-single' }];
  }
}

/** Any number of options. */
export class SelectionDraft {
  readonly kind = 'multiple';
  ticked = $state<string[]>([]);

  constructor(
    readonly itemId: string,
    readonly options: Part[],
    saved: Response | null,
  ) {
    if (saved?.kind === 'multiple') this.ticked = [...saved.choices];
  }

  toggle(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((each) => each !== id) : [...this.ticked, id];
  }

  /** In the order shown, so that the same selection always makes the same response. */
  get response(): Response | null {
    const choices = this.options.map((option) => option.id).filter((id) => this.ticked.includes(id));
    return choices.length === 0 ? null : { kind: 'multiple', choices };
  }

  get gaps(): Gap[] {
    if (this.ticked.length > 0) return [];
    return [{ control: controlId(this.itemId, this.options[0]?.id ?? ''), message: 'question-gap-multiple' }];
  }
}

/** True or false, and why. */
export class JudgementDraft {
  readonly kind = 'trueFalse';
  value = $state<boolean | null>(null);
  reason = $state<string | null>(null);

  constructor(
    readonly itemId: string,
    readonly reasons: Part[],
    saved: Response | null,
  ) {
    if (saved?.kind !== 'trueFalse') return;
    this.value = saved.value;
    this.reason = saved.reason;
  }

  judge(value: boolean): void {
    this.value = value;
  }

  giveReason(id: string): void {
    this.reason = id;
  }

  get response(): Response | null {
    if (this.value === null || this.reason === null) return null;
    return { kind: 'trueFalse', value: this.value, reason: this.reason };
  }

  get gaps(): Gap[] {
    const gaps: Gap[] = [];
    if (this.value === null) {
      gaps.push({ control: controlId(this.itemId, 'true'), message: 'question-gap-judgement' });
    }
    if (this.reason === null) {
      gaps.push({ control: controlId(this.itemId, this.reasons[0]?.id ?? ''), message: 'question-gap-reason' });
    }
    return gaps;
  }
}

/** What the ordering says aloud after a move. */
export interface Moved {
  entry: string;
  position: number;
  of: number;
}

/** Entries in an order of the learner's own. */
export class OrderDraft {
  readonly kind = 'ordering';
  order = $state<string[]>([]);
  active = $state<string>('');
  moved = $state<Moved | null>(null);
  #confirmed = $state(false);
  readonly #start: string[];

  constructor(
    readonly itemId: string,
    readonly entries: Part[],
    saved: Response | null,
  ) {
    this.#start = saved?.kind === 'ordering' ? [...saved.order] : entries.map((entry) => entry.id);
    this.#confirmed = saved?.kind === 'ordering';
    this.order = [...this.#start];
    this.active = this.order[0] ?? '';
  }

  get touched(): boolean {
    return this.order.some((id, at) => id !== this.#start[at]);
  }

  entry(id: string): Part | undefined {
    return this.entries.find((entry) => entry.id === id);
  }

  /** Moves the selection mark, not the entry. */
  select(id: string): void {
    if (this.order.includes(id)) this.active = id;
  }

  selectAt(position: number): void {
    const at = Math.min(Math.max(position, 0), this.order.length - 1);
    this.active = this.order[at] ?? '';
  }

  canMove(id: string, by: number): boolean {
    const to = this.order.indexOf(id) + by;
    return to >= 0 && to < this.order.length;
  }

  move(id: string, by: number): void {
    if (this.canMove(id, by)) this.moveTo(id, this.order.indexOf(id) + by);
  }

  moveTo(id: string, to: number): void {
    const rest = this.order.filter((each) => each !== id);
    this.order = [...rest.slice(0, to), id, ...rest.slice(to)];
    this.active = id;
    this.moved = { entry: plainWords(this.entry(id)?.text ?? []), position: to + 1, of: this.order.length };
  }

  putBack(): void {
    this.restore(this.#start);
  }

  /** An order that it had before, such as when a drag is given up. */
  restore(order: readonly string[]): void {
    this.order = [...order];
    this.moved = null;
  }

  /**
   * An order that nobody touched may be right or may be forgotten. The first submit asks; the
   * second one takes the order as it stands.
   */
  confirm(): void {
    this.#confirmed = true;
  }

  get response(): Response | null {
    // An entry that was moved and moved back was thought about: the order is meant as it stands.
    const meant = this.moved !== null || this.touched || this.#confirmed;
    return meant ? { kind: 'ordering', order: [...this.order] } : null;
  }

  get gaps(): Gap[] {
    if (this.response) return [];
    return [{ control: controlId(this.itemId, 'list'), message: 'question-gap-order' }];
  }
}

/** A target for each item of a matching, or a group for each entry of a sorting. */
export class PairDraft {
  chosen = $state<Record<string, string>>({});

  constructor(
    readonly kind: 'matching' | 'sorting',
    readonly itemId: string,
    readonly items: Part[],
    readonly targets: Part[],
    saved: Response | null,
  ) {
    if (saved?.kind !== 'matching' && saved?.kind !== 'sorting') return;
    this.chosen = Object.fromEntries(saved.pairs.map((pair) => [pair.item, pair.target]));
  }

  match(item: string, target: string): void {
    const rest = Object.fromEntries(Object.entries(this.chosen).filter(([id]) => id !== item));
    this.chosen = target === '' ? rest : { ...rest, [item]: target };
  }

  /** Items that already have this target, so that the list can say so. */
  usedBy(target: string): Part[] {
    return this.items.filter((item) => this.chosen[item.id] === target);
  }

  get response(): Response | null {
    const pairs = this.items.flatMap((item) => {
      const target = this.chosen[item.id];
      return target ? [{ item: item.id, target }] : [];
    });
    return pairs.length < this.items.length ? null : { kind: this.kind, pairs };
  }

  get gaps(): Gap[] {
    return this.items
      .filter((item) => !this.chosen[item.id])
      .map((item) => {
        const words = plainWords(item.text);
        if (this.kind === 'matching') {
          return { control: controlId(this.itemId, item.id), message: 'question-gap-pair' as const, item: words };
        }
        // The first of the groups: a set of radios has no control of its own.
        const first = this.targets[0]?.id ?? '';
        return { control: controlId(this.itemId, item.id, first), message: 'question-gap-group' as const, item: words };
      });
  }
}

/** Any number of spots of a drawing; the list and the drawing are one control. */
export class SpotDraft {
  readonly kind = 'hotSpot';
  ticked = $state<string[]>([]);

  constructor(
    readonly itemId: string,
    readonly spots: Spot[],
    saved: Response | null,
  ) {
    if (saved?.kind === 'hotSpot') this.ticked = [...saved.spots];
  }

  toggle(id: string): void {
    this.ticked = this.ticked.includes(id) ? this.ticked.filter((each) => each !== id) : [...this.ticked, id];
  }

  /** In the order shown, so that the same selection always makes the same response. */
  get response(): Response | null {
    const spots = this.spots.map((spot) => spot.id).filter((id) => this.ticked.includes(id));
    return spots.length === 0 ? null : { kind: 'hotSpot', spots };
  }

  get gaps(): Gap[] {
    if (this.ticked.length > 0) return [];
    return [{ control: controlId(this.itemId, this.spots[0]?.id ?? ''), message: 'question-gap-spot' }];
  }
}

/** A word or two, typed. */
export class TextDraft {
  readonly kind = 'short';
  text = $state('');

  constructor(
    readonly itemId: string,
    saved: Response | null,
  ) {
    if (saved?.kind === 'short') this.text = saved.text;
  }

  get response(): Response | null {
    const text = this.text.trim();
    return text === '' ? null : { kind: 'short', text };
  }

  get gaps(): Gap[] {
    return this.response ? [] : [{ control: controlId(this.itemId, 'field'), message: 'question-gap-short' }];
  }
}

/** The two ends of a rule, and how it is divided. */
export interface Rule {
  low: number;
  high: number;
  scale: Scale;
}

/** A number, typed or reached in steps. */
export class NumberDraft {
  readonly kind = 'estimate';
  typed = $state('');

  constructor(
    readonly itemId: string,
    readonly unit: string,
    readonly rule: Rule,
    saved: Response | null,
  ) {
    if (saved?.kind === 'estimate') this.typed = written(saved.value);
  }

  get value(): number | null {
    return readNumber(this.typed);
  }

  /** To the next round number of the rule, up or down. */
  step(by: 1 | -1): void {
    this.typed = written(stepped(this.rule, this.value, by));
  }

  get response(): Response | null {
    return this.value === null ? null : { kind: 'estimate', value: this.value };
  }

  get gaps(): Gap[] {
    if (this.value !== null) return [];
    const message = this.typed.trim() === '' ? 'question-gap-estimate' : 'question-gap-number';
    return [{ control: controlId(this.itemId, 'field'), message }];
  }
}

/** What stands before the question: the scene of a scenario. */
export function sceneOf({ body }: Question): Span[][] {
  return body.kind === 'scenario' ? body.scene : [];
}

/** The draft that fits the question, filled with what was answered before. */
export function draftOf(question: Question, saved: Response | null): Draft {
  const { itemId, body } = question;
  switch (body.kind) {
    case 'single':
      return new ChoiceDraft(itemId, body.options, saved);
    case 'multiple':
      return new SelectionDraft(itemId, body.options, saved);
    case 'trueFalse':
      return new JudgementDraft(itemId, body.reasons, saved);
    case 'ordering':
      return new OrderDraft(itemId, body.entries, saved);
    case 'matching':
      return new PairDraft('matching', itemId, body.items, body.targets, saved);
    case 'sorting':
      return new PairDraft('sorting', itemId, body.entries, body.groups, saved);
    case 'hotSpot':
      return new SpotDraft(itemId, body.spots, saved);
    case 'short':
      return new TextDraft(itemId, saved);
    case 'estimate':
      return new NumberDraft(itemId, body.unit, { low: body.low, high: body.high, scale: body.scale }, saved);
    case 'scenario':
      return new ChoiceDraft(itemId, body.options, saved);
  }
}
