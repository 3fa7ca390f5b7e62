// What the check says, in the language of the page: a message for each kind of problem that the builder can bring
// about, with the names and numbers of the problem. Everything else is said in the words of the check, in English.

import { type MessageId, t } from '../../shared/text';

/** As the check gives it. */
export interface Said {
  code: string;
  values: readonly string[];
  message: string;
}

interface Words {
  word: MessageId;
  /** What the values are called in the message, in their order. */
  names: readonly string[];
}

const just = (word: MessageId): Words[] => [{ word, names: [] }];
const withValues = (word: MessageId, ...names: string[]): Words[] => [{ word, names }];

/** One code may stand for different things, which differ in how many values they have. */
const WORDS: Record<string, Words[]> = {
  'bad-id': withValues('problem-bad-id', 'id'),
  'before-first-step': just('problem-before-first-step'),
  'bidi-control': just('problem-bidi-control'),
  'block-quote': just('problem-block-quote'),
  'check-question-in-step': withValues('problem-check-question', 'id'),
  'control-character': just('problem-control-character'),
  'dangling-id': [...withValues('problem-dangling-question', 'id'), ...withValues('problem-dangling-id', 'id', 'kind')],
  'duplicate-id': withValues('problem-duplicate-id', 'id'),
  'empty-step': just('problem-empty-step'),
  'empty-text': just('problem-empty-text'),
  footnote: just('problem-footnote'),
  'heading-level': just('problem-heading-level'),
  'hidden-character': just('problem-hidden-character'),
  image: just('problem-image'),
  'indented-code': just('problem-indented-code'),
  link: withValues('problem-link', 'to'),
  'link-definition': just('problem-link-definition'),
  'link-in-plain-text': just('problem-link-plain'),
  'list-entry': just('problem-list-entry'),
  'long-sentence': withValues('problem-long-sentence', 'words', 'most', 'begin'),
  'long-step': withValues('problem-long-step', 'words', 'most'),
  'mark-in-plain-text': just('problem-mark-plain'),
  'missing-key': withValues('problem-missing-key', 'key'),
  'missing-translation': withValues('problem-missing-translation', 'key', 'lang'),
  'nested-mark': just('problem-nested-mark'),
  'no-decision': just('problem-no-decision'),
  'no-modules': just('problem-no-modules'),
  'no-steps': just('problem-no-steps'),
  'not-one-paragraph': just('problem-not-one-paragraph'),
  'number-out-of-range': withValues('problem-number', 'least', 'most'),
  'passive-steps': just('problem-passive-steps'),
  'raw-html': just('problem-raw-html'),
  'right-misconception': just('problem-right-misconception'),
  rule: just('problem-rule'),
  'second-callout': just('problem-second-callout'),
  'small-bank': withValues('problem-small-bank', 'draw', 'held'),
  table: just('problem-table'),
  'task-list': just('problem-task-list'),
  'text-too-long': just('problem-text-too-long'),
  'toml-syntax': withValues('problem-toml-syntax', 'why'),
  'unclosed-block': just('problem-unclosed-block'),
  'unknown-attribute': just('problem-unknown-attribute'),
  'unknown-block': withValues('problem-unknown-block', 'kind', 'kinds'),
  'unknown-key': withValues('problem-unknown-key', 'key', 'keys'),
  'unknown-mark': just('problem-unknown-mark'),
  'unknown-word': withValues('problem-unknown-word', 'word', 'words'),
  'unused-practice': withValues('problem-unused-practice', 'id'),
  'wrong-answers': [...withValues('problem-one-right', 'right'), ...just('problem-several-right')],
  'wrong-count': withValues('problem-wrong-count', 'least', 'most', 'found'),
};

const NUMBER = /^\d{1,15}$/;

/** The words of the page, or nothing where it has none. */
export function problemWords({ code, values }: Said): string | undefined {
  const words = WORDS[code]?.find(({ names }) => names.length === values.length);
  if (!words) return undefined;
  const value = (text: string) => (NUMBER.test(text) ? Number(text) : text);
  const given = Object.fromEntries(words.names.map((name, at) => [name, value(values[at] ?? '')]));
  return t(words.word as 'problem-missing-key', given as { key: string });
}

/** The codes that the page has words for, and those words. */
export const WORDED_CODES = Object.keys(WORDS);
export const PROBLEM_WORDS = Object.values(WORDS).flat();
