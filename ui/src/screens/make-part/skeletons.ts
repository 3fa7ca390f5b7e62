// Blocks of the format with nothing in them yet, to be put into the text of a page. What is empty the check names.

import type { MessageId } from '../../shared/text';

export interface Skeleton {
  word: MessageId;
  text: string;
}

const block = (kind: string, lines: string[]) => ['```' + kind, ...lines, '```'].join('\n');

export const SKELETONS = {
  decision: {
    word: 'part-block-decision',
    text: block('decision', [
      'id = "new-choice"',
      'ask = ""',
      'option = [',
      '  { id = "one", text = "", then = "" },',
      '  { id = "two", text = "", then = "" },',
      ']',
    ]),
  },
  check: { word: 'part-block-check', text: block('check', ['item = ""']) },
  reflection: { word: 'part-block-reflection', text: block('reflection', ['id = "my-own"', 'prompt = ""']) },
  callout: { word: 'part-block-callout', text: block('callout', ['body = ""']) },
  comparison: {
    word: 'part-block-comparison',
    text: block('comparison', ['title = ""', 'columns = ["", ""]', 'row = [', '  { head = "", cells = ["", ""] },', ']']),
  },
} as const satisfies Record<string, Skeleton>;

export type SkeletonName = keyof typeof SKELETONS;

/** The text with a block at a place, with an empty line around it; and where the writing goes on. */
export function inserted(text: string, at: number, block: string): { text: string; at: number } {
  // Never into the middle of a line.
  const end = text.indexOf('\n', at);
  const place = end === -1 ? text.length : end;
  const before = text.slice(0, place).replace(/\n+$/, '');
  const after = text.slice(place).replace(/^\n+/, '');
  const start = before === '' ? '' : `${before}\n\n`;
  const empty = block.indexOf('""');
  return { text: `${start}${block}\n${after === '' ? '' : `\n${after}`}`, at: start.length + empty + 1 };
}
