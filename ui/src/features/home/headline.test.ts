import { describe, expect, it } from 'vitest';
import type { Home, ModuleCard, NextUp } from '../../api';
import { plain } from '../../shared/text';
import { headline } from './headline';

const card = (number: number, state: ModuleCard['state']): ModuleCard => ({
  id: `m${number}`, number, title: '', summary: '', when: '', from: '2023-06-06', to: '2023-06-07', minutes: 15, minutesLeft: 9, steps: 7, stepsDone: 3, state, best: null,
});

const step = (number: number, minutesLeft: number, fresh: boolean): NextUp => ({
  kind: 'step', link: { moduleId: `m${number}`, moduleNumber: number, stepId: 's', stepNumber: 1, title: '', minutes: 2 }, moduleTitle: '', of: 7, minutesLeft, fresh, lastOpened: null,
});

const said = (next: NextUp | null, modules: ModuleCard[]) => plain(headline({ learner: null, next, modules, story: null, recent: [], inbox: null, assessment: null, refresher: null, assigned: [] } satisfies Home));

describe('the headline of Home', () => {
  it('sends a newcomer to module 1', () =>
    expect(said(step(1, 15, true), [card(1, 'notStarted'), card(4, 'notStarted')])).toBe('Begin with module 1. It takes about 15 minutes.'));
  it('says how far the end of the module is', () =>
    expect(said(step(1, 9, false), [card(1, 'started')])).toBe('You are about 9 minutes from the end of module 1.'));
  it('names the module that comes next', () =>
    expect(said(step(4, 1, true), [card(1, 'completed'), card(4, 'notStarted')])).toBe('Next comes module 4. It takes about one minute.'));
  it('says that a check is open, and at which question', () =>
    expect(said({ kind: 'check', attemptId: 'a', moduleId: 'm1', moduleNumber: 1, moduleTitle: '', position: 4, of: 8 }, [card(1, 'stepsDone')])).toBe(
      'Your check of module 1 is open at question 4 of 8.',
    ));
  it('sends to the check when all steps are read', () =>
    expect(said({ kind: 'startCheck', moduleId: 'm1', moduleNumber: 1, moduleTitle: '', minutesLeft: 6 }, [card(1, 'stepsDone')])).toBe(
      'You have read module 1. Its check takes about 6 minutes.',
    ));
  it('says when everything is done', () => {
    expect(said(null, [card(1, 'completed'), card(4, 'completed')])).toBe('You have completed both modules.');
    expect(said(null, [1, 2, 3].map((number) => card(number, 'completed')))).toBe('You have completed all 3 modules.');
  });
});
