import { describe, expect, it } from 'vitest';
import { MODULE_REPORT } from '../../../dev/fixtures/module-report';
import { plain } from '../../shared/text';
import { completionFinding, moduleHeadline, resultFinding, stepLine, stopFinding, timedSteps, timeFinding } from './module-report';

describe('the sentences about a module', () => {
  it('say who is done, by when, where the others are, and how checks ended', () => {
    expect(plain(moduleHeadline(MODULE_REPORT))).toBe('5 of 8 have completed it, 2 are in the middle');
    expect(plain(completionFinding(MODULE_REPORT))).toContain('3 of 5');
    expect(plain(stopFinding(MODULE_REPORT))).toContain('step 2, What a demand is: 2 people');
    expect(plain(timeFinding(MODULE_REPORT))).toContain('Step 2, What a demand is, takes longest');
    expect(plain(resultFinding(MODULE_REPORT))).toBe('4 of 6 reached the pass mark of 2 points at the first try.');
  });

  it('say so where there is nothing yet', () => {
    const module = { ...MODULE_REPORT.modules[0]!, completed: 0, started: 0, notStarted: 8 };
    const steps = MODULE_REPORT.steps.map((step) => ({ ...step, stopped: 0, lowMs: null, medianMs: null, highMs: null }));
    const none = { ...MODULE_REPORT, modules: [module], completions: [], steps, firstChecks: 0, results: [] };
    expect(plain(moduleHeadline(none))).toBe('Nobody has begun this module yet');
    expect(plain(stopFinding(none))).toBe('Nobody who began stands still in the middle.');
    expect(timedSteps(none)).toEqual([]);
    expect([completionFinding(none), timeFinding(none), resultFinding(none)].every((words) => words.length > 0)).toBe(true);
  });

  it('give no number that is withheld', () => {
    const module = { ...MODULE_REPORT.modules[0]!, completed: null, started: null, notStarted: null };
    const steps = MODULE_REPORT.steps.map((step) => ({ ...step, stopped: null }));
    const results = MODULE_REPORT.results.map((result) => ({ ...result, people: null }));
    const some = { ...MODULE_REPORT, modules: [module], steps, results };
    for (const words of [moduleHeadline(some), stopFinding(some)]) expect(words).not.toMatch(/\d/);
    expect(plain(resultFinding(some))).toBe('First finished checks of 6 people.');
  });
});

describe('the line of completions', () => {
  const days = [
    { day: '2026-11-02', people: 1 },
    { day: '2026-11-04', people: 4 },
  ];

  it('rises on the day, stays level between, and ends today', () => {
    expect(stepLine(days, '2026-11-05', 8, false)).toBe('M0 100H25V87.5H75V50H100');
  });

  it('runs the other way in a script that does', () => {
    expect(stepLine(days, '2026-11-05', 8, true)).toBe('M100 100H75V87.5H25V50H0');
  });

  it('is nothing without a day', () => {
    expect(stepLine([], '2026-11-05', 8, false)).toBe('');
  });
});
