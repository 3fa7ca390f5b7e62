// Erasing oneself: the word has to be typed, and only then it is done.

import { type ErasedMe, type ErasePreview, eraseMe, erasePreview, type ErrorCode } from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { type MessageId, plain, t } from '../../shared/text';

/** A line of what goes: a message and how many. */
export interface Going {
  id:
    | 'erase-goes-steps'
    | 'erase-goes-attempts'
    | 'erase-goes-answers'
    | 'erase-goes-decisions'
    | 'erase-goes-reflections'
    | 'erase-goes-other';
  count: number;
}

/** Tables with a line of their own, in the order in which they are named. */
const LINES: readonly [string, Going['id']][] = [
  ['steps_done', 'erase-goes-steps'],
  ['attempts', 'erase-goes-attempts'],
  ['answers', 'erase-goes-answers'],
  ['decisions', 'erase-goes-decisions'],
  ['reflections', 'erase-goes-reflections'],
];
/** Named by the lines above or by the name itself; `items` are the questions of the course. */
const INCLUDED = ['learners', 'places', 'attempt_items', 'items', 'flags'];

/** What goes, in lines. A kind of entry that has no line of its own is counted with the others. */
export function going({ tables }: Pick<ErasePreview, 'tables'>): Going[] {
  const rows = (table: string) => tables.find((one) => one.table === table)?.rows ?? 0;
  const known = new Set([...INCLUDED, ...LINES.map(([table]) => table)]);
  const other = tables.filter(({ table }) => !known.has(table)).reduce((sum, one) => sum + one.rows, 0);
  const lines = LINES.map(([table, id]) => ({ id, count: rows(table) }));
  return [...lines, { id: 'erase-goes-other' as const, count: other }].filter(({ count }) => count > 0);
}

/** Failures before anything was erased. One in the middle has a code of its own, with its own words. */
const STOPPED: Partial<Record<ErrorCode, MessageId>> = {
  DiskFull: 'erase-disk-full-advice',
  StoreBusy: 'erase-busy-advice',
};

export class Erasing {
  readonly load = new Load(erasePreview);
  readonly action = new Action();
  typed = $state('');
  /** The word is missing or another one. */
  problem = $state(false);

  write(typed: string) {
    this.typed = typed;
    this.problem = false;
  }

  /** What is done and what to do when the usual words of a failure speak of saving. */
  get advice(): MessageId | undefined {
    const code = this.action.failure?.code;
    return code && STOPPED[code];
  }

  /** Erases when the word stands there; nothing when it does not, or when it failed. */
  async erase(): Promise<ErasedMe | undefined> {
    const learner = this.load.data?.learner;
    if (!learner || this.action.running) return undefined;
    this.problem = folded(this.typed) !== folded(t('erase-word'));
    if (this.problem) return undefined;
    return this.action.run(() => eraseMe({ learnerId: learner.id }));
  }
}

/** Upper or lower case, and spaces around the word, decide nothing. */
function folded(word: string): string {
  return plain(word).trim().toLocaleUpperCase();
}
