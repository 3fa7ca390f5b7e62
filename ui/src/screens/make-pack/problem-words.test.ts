import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '../../shared/text';
import { problemWords, PROBLEM_WORDS, WORDED_CODES } from './problem-words';

const FORMAT = readFileSync(new URL('../../../../crates/pack/FORMAT.md', import.meta.url), 'utf8');
const said = (code: string, ...values: string[]) => plain(problemWords({ code, values, message: 'as the check says it' }) ?? '');

describe('what the check says, in the words of the page', () => {
  it('is for codes that the check has', () => {
    for (const code of WORDED_CODES) expect(FORMAT, code).toContain(`\`${code}\``);
    expect(new Set(PROBLEM_WORDS.map(({ word }) => word)).size).toBe(PROBLEM_WORDS.length);
  });

  it('names the names and counts the numbers', () => {
    expect(said('long-step', '140', '120')).toContain('140 words, and at most 120');
    expect(said('missing-key', 'why')).toBe('“why” is missing. Add it.');
    expect(said('wrong-answers', '0')).toBe('No option is marked as right. Mark one.');
    expect(said('wrong-answers')).toContain('At least one option is right');
    expect(said('wrong-count', '2', '6', '1')).toBe('Write 2 to 6 of these. There is 1.');
    expect(said('dangling-id', 'whom')).toContain('no question whom');
    expect(said('dangling-id', 'whom', 'claim')).toContain('has the name whom');
  });

  it('is left to the check where the page has none', () => {
    expect(problemWords({ code: 'unused-claim', values: [], message: '' })).toBeUndefined();
    expect(problemWords({ code: 'small-bank', values: ['1', '2', '3'], message: '' })).toBeUndefined();
  });

  it('leaves no gap where a value belongs', () => {
    for (const code of WORDED_CODES) {
      for (const many of [0, 1, 2, 3]) {
        const words = problemWords({ code, values: Array.from({ length: many }, (_, at) => String(at + 2)), message: '' });
        expect(words ?? '', code).not.toMatch(/[{}$]/);
      }
    }
  });
});
