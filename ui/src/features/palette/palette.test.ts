import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Found, SearchHit } from '../../api';
import { search } from '../../api';
import { Palette } from './palette.svelte';

vi.mock('../../api', async (original) => ({ ...(await original<object>()), search: vi.fn() }));

const step = { moduleId: 'm', moduleNumber: 1, stepId: 's', stepNumber: 2, title: 'A step', minutes: 2 };
const hit = (target: SearchHit['target'], title: string): SearchHit => ({ target, title, snippet: [] });
const HITS = [hit({ kind: 'step', step }, 'A step'), hit({ kind: 'term', termId: 'zero-day' }, 'zero-day'), hit({ kind: 'question', step }, 'Which?')];

function palette() {
  const ways = { term: vi.fn(), step: vi.fn(), dark: vi.fn() };
  const made = new Palette({
    attemptId: 'attempt-1',
    term: ways.term,
    step: ways.step,
    commands: () => [
      { id: 'dark', words: 'Dark theme', goes: false, run: ways.dark },
      { id: 'home', words: 'Go to Home', goes: true, run: () => undefined },
    ],
  });
  return { made, ways };
}

function finds(found: Partial<Found>) {
  vi.mocked(search).mockResolvedValue({ hits: [], more: false, nearest: [], glossaryOnly: false, ...found });
}

beforeEach(() => {
  vi.mocked(search).mockReset();
  finds({});
});

describe('the palette', () => {
  it('shows the commands before anything is typed', async () => {
    const { made } = palette();
    await vi.waitFor(() => expect(made.found).toBeDefined());
    expect(made.groups.map((group) => group.name)).toEqual(['commands']);
    expect(made.choices).toHaveLength(2);
  });

  it('groups what was found and the commands that fit', async () => {
    finds({ hits: HITS });
    const { made } = palette();
    await made.type('d');
    expect(made.groups.map((group) => group.name)).toEqual(['terms', 'steps', 'questions', 'commands']);
    expect(made.choices.at(-1)?.words).toBe('Dark theme');
    expect(made.count).toBe(3);
    expect(made.isCut).toBe(false);
    expect(search).toHaveBeenLastCalledWith({ query: 'd', attemptId: 'attempt-1' });
  });

  it('says when there is more than the list holds', async () => {
    finds({ hits: HITS, more: true });
    const { made } = palette();
    await made.type('d');
    expect(made.isCut).toBe(true);
  });

  it('goes round with the arrows and runs what is picked out', async () => {
    finds({ hits: HITS });
    const { made, ways } = palette();
    await made.type('dark');
    made.picked?.run();
    expect(ways.term).toHaveBeenCalledWith('zero-day');
    made.move(-1);
    made.picked?.run();
    expect(ways.dark).toHaveBeenCalled();
    made.move(1);
    expect(made.at).toBe(0);
    made.to('last');
    made.move(-2);
    made.picked?.run();
    expect(ways.step).toHaveBeenCalledWith('m', 's');
  });

  it('offers the nearest terms', async () => {
    finds({ nearest: [{ termId: 'zero-day', term: 'zero-day' }] });
    const { made } = palette();
    await made.type('zreo');
    expect(made.groups[0]?.name).toBe('nearest');
  });

  it('drops an answer that was overtaken', async () => {
    const answers: ((found: Found) => void)[] = [];
    vi.mocked(search).mockImplementation(() => new Promise((done) => answers.push(done)));
    const { made } = palette();
    void made.type('a');
    const last = made.type('ab');
    answers[2]?.({ hits: HITS, more: false, nearest: [], glossaryOnly: false });
    await last;
    answers[1]?.({ hits: [], more: false, nearest: [], glossaryOnly: true });
    await Promise.resolve();
    expect(made.count).toBe(3);
    expect(made.found?.glossaryOnly).toBe(false);
  });
});
