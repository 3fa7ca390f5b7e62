// A recovery code as it is typed: nine words, each of a form that can be seen at once. Whether it is the one
// that opens the store is known on the other side only.

export type CodeProblem =
  | { message: 'recovery-missing' }
  | { message: 'recovery-waiting'; args: { seconds: number } }
  | { message: 'recovery-count'; args: { words: number } }
  | { message: 'recovery-word'; args: { number: number; word: string } };

const WORDS = 9;
const WORD = /^[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]$/;

/** What cannot be right in what was typed. A word that has been split or run together counts as it stands. */
export function codeProblem(typed: string): CodeProblem | undefined {
  const words = typed.toLowerCase().split(/[\s-]+/).filter(Boolean);
  if (words.length === 0) return { message: 'recovery-missing' };
  const wrong = words.findIndex((word) => !WORD.test(word));
  const word = words[wrong];
  if (word !== undefined) return { message: 'recovery-word', args: { number: wrong + 1, word } };
  if (words.length !== WORDS) return { message: 'recovery-count', args: { words: words.length } };
  return undefined;
}
