import { clearMocks, mockIPC } from '@tauri-apps/api/mocks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Learner, Settings, Startup } from '../../api';
import { Session } from './session.svelte';

afterEach(() => clearMocks());

const settings: Settings = {
  language: 'en-GB',
  textPercent: 100,
  theme: 'system',
  moreContrast: 'system',
  lessMotion: 'system',
  readingFont: 'serif',
  singleKeys: true,
  trainerArea: false,
};
const maya: Learner = { id: 'l1', name: 'Maya', lastSeen: '2026-11-22T10:00:00Z' };

function state(learners: Learner[], current: Learner | null): Startup {
  return {
    learners,
    current,
    settings,
    course: { title: 'Eighteen Days', about: '', lang: 'en-GB', dir: 'ltr', version: 1, released: '2026-11-22', publisher: '', modules: 2, minutes: 30, inbox: false, organisation: null, hasStory: true, unsigned: false, packId: 'eighteen-days' },
    opening: { moduleId: 'm', moduleNumber: 1, stepId: 's', stepNumber: 1, title: '', minutes: 2 },
    notice: null,
  };
}

type Answers = Record<string, (args: never) => unknown>;

async function begun(answers: Answers, first = state([], null)): Promise<Session> {
  mockIPC((command, payload) => {
    if (command === 'startup') return first;
    const answer = answers[command];
    if (!answer) throw new Error(`no answer for ${command}`);
    return answer((payload as { args: never }).args);
  });
  const session = new Session();
  await vi.waitFor(() => expect(session.ready).toBe(true));
  return session;
}

describe('settings', () => {
  it('are shown at once and saved whole', async () => {
    const saved: Settings[] = [];
    const session = await begun({ save_settings: (args: Settings) => (saved.push(args), args) });
    const saving = session.change({ theme: 'dark' });
    expect(session.settings?.theme).toBe('dark');
    await saving;
    expect(saved).toEqual([{ ...settings, theme: 'dark' }]);
  });

  it('return to their old value when they could not be saved', async () => {
    const session = await begun({
      save_settings: () => {
        throw { code: 'StoreReadOnly', detail: '', path: null, seconds: null };
      },
    });
    await expect(session.change({ textPercent: 150 })).rejects.toMatchObject({ code: 'StoreReadOnly' });
    expect(session.settings?.textPercent).toBe(100);
  });

  it('keep the text size between its ends, in steps', async () => {
    const session = await begun({ save_settings: (args: Settings) => args });
    await session.changeTextSize('smaller');
    expect(session.settings?.textPercent).toBe(100);
    await session.changeTextSize('larger');
    expect(session.settings?.textPercent).toBe(125);
    await session.change({ textPercent: 200 });
    await session.changeTextSize('larger');
    expect(session.settings?.textPercent).toBe(200);
    await session.changeTextSize('normal');
    expect(session.settings?.textPercent).toBe(100);
  });

  it('are saved in the order in which they were changed', async () => {
    const saved: number[] = [];
    const session = await begun({
      save_settings: async (args: Settings) => {
        await new Promise((done) => setTimeout(done, saved.length === 0 ? 20 : 0));
        saved.push(args.textPercent);
        return args;
      },
    });
    await Promise.all([session.change({ textPercent: 120 }), session.change({ textPercent: 130 })]);
    expect(saved).toEqual([120, 130]);
  });
});

describe('who is learning', () => {
  it('must be said where several people learn', async () => {
    const session = await begun({ choose_learner: () => state([maya], maya) }, state([maya, { ...maya, id: 'l2' }], null));
    expect(session.mustChoose).toBe(true);
    await session.choose('l1');
    expect(session.mustChoose).toBe(false);
    expect(session.current?.id).toBe('l1');
  });

  it('may be somebody new, who then has to choose nothing', async () => {
    const session = await begun({ choose_learner: () => state([maya], null) }, state([maya], maya));
    await session.choose(null);
    expect(session.current).toBeNull();
    expect(session.mustChoose).toBe(false);
  });

  it('is known after the first decision, and named afterwards', async () => {
    const session = await begun({ name_learner: ({ name }: { name: string }) => ({ ...maya, name }) });
    session.learned({ ...maya, name: null });
    expect(session.current?.name).toBeNull();
    await session.name('HL-20417');
    expect(session.current?.name).toBe('HL-20417');
    expect(session.learners).toHaveLength(1);
  });
});
