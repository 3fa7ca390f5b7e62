import { describe, expect, it, vi } from 'vitest';
import type { GlossaryTerm } from '../../api';
import { glossary } from '../../api';
import { GlossaryView } from './glossary.svelte';

vi.mock('../../api', async (original) => ({ ...(await original<object>()), glossary: vi.fn() }));

const term = (id: string, words: string, also: string[] = []): GlossaryTerm => ({ id, term: words, means: 'A meaning.', also, example: null, steps: [] });

async function view(terms: GlossaryTerm[]): Promise<GlossaryView> {
  vi.mocked(glossary).mockResolvedValue({ terms });
  const made = new GlossaryView('en-GB');
  await vi.waitFor(() => expect(made.load.data).toBeDefined());
  return made;
}

describe('the glossary', () => {
  it('stands by letter in the order of its language', async () => {
    const made = await view([term('zero', 'zero-day'), term('two', '2FA'), term('esc', 'Éscrow'), term('ext', 'extortion'), term('early', 'early warning')]);
    expect(made.letters.map(({ letter, terms }) => [letter, terms.map((one) => one.id)])).toEqual([
      ['0–9', ['two']],
      ['E', ['early', 'esc', 'ext']],
      ['Z', ['zero']],
    ]);
  });

  it('is narrowed by the beginnings of words, in other forms too', async () => {
    const made = await view([term('zero', 'zero-day', ['0-day']), term('ext', 'double extortion')]);
    made.query = 'EXT';
    expect(made.found.map((one) => one.id)).toEqual(['ext']);
    made.query = '0-d';
    expect(made.found.map((one) => one.id)).toEqual(['zero']);
    made.query = 'nothing';
    expect(made.letters).toEqual([]);
  });
});
