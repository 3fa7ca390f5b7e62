// Dragging an entry by pointer events: HTML5 drag and the window's file drop exclude each other on one
// of our systems, and a pointer works for mouse, pen and finger alike. It is an extra to keys and buttons.

import type { OrderDraft } from './drafts.svelte';

/** What a row tells about where it is. */
export interface Placed {
  getBoundingClientRect(): { top: number; height: number };
}

/** A press that wanders less than this was a click. */
const SLIP_PX = 4;

/** The place that a height belongs to: past the middle of a row is behind it. */
export function placeAt(y: number, rows: readonly Placed[]): number {
  const passed = rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y > top + height / 2;
  });
  return passed.length;
}

export class Dragging {
  /** The entry that follows the pointer. */
  active = $state<string | null>(null);
  #from = 0;
  #order: string[] = [];
  #held: string | null = null;

  constructor(
    private readonly draft: () => OrderDraft,
    private readonly rows: () => readonly Placed[],
  ) {}

  /** A finger drags only by the grip, so that it can scroll everywhere else. */
  take(event: PointerEvent, id: string, list: HTMLElement) {
    const onGrip = event.target instanceof Element && event.target.closest('.grip') !== null;
    if (event.button !== 0 || (event.pointerType === 'touch' && !onGrip)) return;
    this.#held = id;
    this.#from = event.clientY;
    this.#order = [...this.draft().order];
    // The list holds the pointer: a row that moves in the page would lose it.
    list.setPointerCapture(event.pointerId);
  }

  move(event: Pick<PointerEvent, 'clientY'>) {
    if (this.#held === null) return;
    if (this.active === null && Math.abs(event.clientY - this.#from) < SLIP_PX) return;
    this.active = this.#held;
    const draft = this.draft();
    const others = this.rows().filter((_, at) => draft.order[at] !== this.#held);
    const to = placeAt(event.clientY, others);
    if (draft.order.indexOf(this.#held) !== to) draft.moveTo(this.#held, to);
  }

  /** True when the drag changed the order. */
  drop(): boolean {
    const before = this.#order;
    const dragged = this.active !== null;
    this.#end();
    return dragged && this.draft().order.some((id, at) => id !== before[at]);
  }

  /** Everything is as it was when the drag began. */
  cancel() {
    if (this.active !== null) this.draft().restore(this.#order);
    this.#end();
  }

  #end() {
    this.active = null;
    this.#held = null;
  }
}
