import { describe, expect, it } from 'vitest';
import { OF_EVERYBODY } from '../../../dev/fixtures/among';
import type { ForkReport, ForkScene, InboxReport, LastedReport, LastedWindow, MisconceptionReport, ShareWithin } from '../../api';
import {
  byChoice,
  deviations,
  directionOf,
  forksHeadline,
  furthest,
  inboxHeadline,
  lastedHeadline,
  leanOfPeople,
  misconceptionsHeadline,
  ofHundred,
  sensitivityOfPeople,
  signed,
  worstFork,
} from './practised';
import { plain } from '../../shared/text';

const share = (value: number, low = value - 0.1, high = value + 0.1): ShareWithin => ({ share: value, within: { low, high } });

describe('a share of a hundred', () => {
  it('is none or all only where that is true', () => {
    expect([0, 0.001, 0.5, 0.874, 0.999, 1].map(ofHundred)).toEqual([0, 1, 50, 87, 99, 100]);
  });

  it('is not less than nothing as a distance', () => {
    expect([-0.004, 0, 1.234, -0.5].map(deviations)).toEqual(['0', '0', '1.23', '\u200e−0.5']);
  });

  it('has a sign as a difference', () => {
    expect([-0.083, 0.02, 0.001, -0.004].map(signed)).toEqual(['\u200e−8', '\u200e+2', '0', '0']);
  });
});

describe('the inbox', () => {
  const tally = { caught: 7, hostile: 8, falseAlarms: 2, unchecked: 0, genuine: 10 };
  const report: InboxReport = {
    sample: false, among: OF_EVERYBODY,
    people: 12,
    fewestPeople: 10,
    overall: { tally, caught: share(0.875), falseAlarms: share(0.2), detection: null },
    levels: [],
    hostile: [],
    genuine: [],
  };

  it('opens with what was caught and what was not', () => {
    expect(plain(inboxHeadline(report))).toBe('People caught 88 in 100 hostile messages and raised 20 false alarms in 100 genuine ones');
    expect(plain(inboxHeadline({ ...report, people: 3, overall: null }))).toContain('3 people have finished a round');
    expect(plain(inboxHeadline({ ...report, people: 0, overall: null }))).toContain('No figures yet');
  });

  it('says of d′ and c no more than their ranges allow', () => {
    const found = { sensitivity: 1, sensitivityWithin: { low: 0.4, high: 1.6 }, bias: 0.3, biasWithin: { low: 0.1, high: 0.5 } };
    expect(sensitivityOfPeople(found)).toBe('People tell some of them apart.');
    expect(sensitivityOfPeople({ ...found, sensitivityWithin: { low: -0.1, high: 2.1 } })).toContain('Guessing would explain it too');
    expect(leanOfPeople(found)).toContain('trust');
    expect(leanOfPeople({ ...found, biasWithin: { low: -0.6, high: -0.1 } })).toContain('suspicion');
    expect(leanOfPeople({ ...found, biasWithin: { low: -0.1, high: 0.5 } })).toContain('No clear lean');
  });
});

describe('the ultimatum', () => {
  const scene = (sceneId: string, runs: number, chosen: [number, number]): ForkScene => ({
    sceneId,
    position: 1,
    at: '2023-06-01T08:00:00',
    ask: 'What now?',
    runs,
    medianSeconds: 20,
    reversed: 1,
    options: [
      { optionId: 'a', text: 'A', stance: 'advised', chosen: chosen[0], share: share(chosen[0] / runs) },
      { optionId: 'b', text: 'B', stance: 'against', chosen: chosen[1], share: share(chosen[1] / runs) },
    ],
  });
  const report = (scenes: ForkScene[]): ForkReport => ({
    sample: false,
    runs: 20,
    fewestRuns: 10,
    roles: [{ roleId: 'it', title: 'IT', runs: 20, scenes }],
  });

  it('opens with the decision at which most went against the advice', () => {
    const found = report([scene('one', 20, [15, 5]), scene('two', 12, [4, 8]), scene('few', 5, [0, 5])]);
    expect(worstFork(found)?.scene.sceneId).toBe('two');
    expect(plain(forksHeadline(found))).toBe('At one decision, 8 of 12 runs took what experts advise against');
    expect(plain(forksHeadline(report([scene('one', 20, [20, 0])])))).toBe('No decision was taken against the advice of experts');
  });

  it('says that there are too few runs, or none', () => {
    expect(plain(forksHeadline({ ...report([]), runs: 4 }))).toContain('4 runs have been shared');
    expect(plain(forksHeadline({ ...report([]), runs: 0 }))).toBe('Nobody has shared a run of the ultimatum yet');
  });

  it('lists options by how often they were chosen and leaves the report alone', () => {
    const one = scene('one', 20, [5, 15]);
    expect(byChoice(one).map((option) => option.optionId)).toEqual(['b', 'a']);
    expect(one.options[0]?.optionId).toBe('a');
  });
});

it('opens misconceptions with the one of most people', () => {
  const row = { id: 'i', says: 'Somebody clicked.', truth: null, met: 20, chose: 9, share: share(0.45), questions: [], step: null };
  const report = (rows: MisconceptionReport['rows']): MisconceptionReport => ({ sample: false, among: OF_EVERYBODY, rows, notMet: 0 });
  expect(plain(misconceptionsHeadline(report([row])))).toBe('9 of 20 people chose an answer that stands for one wrong idea');
  expect(plain(misconceptionsHeadline(report([{ ...row, chose: 0, share: share(0) }])))).toBe('No wrong idea has been chosen yet');
  expect(plain(misconceptionsHeadline(report([{ ...row, share: null }])))).toContain('Too few');
  expect(plain(misconceptionsHeadline(report([])))).toContain('No figures yet');
});

describe('what lasted', () => {
  const window = (days: number, change: ShareWithin | null): LastedWindow => ({
    days,
    fromDays: days - 10,
    toDays: days + 10,
    people: 12,
    pairs: 40,
    then: change ? 0.85 : null,
    now: change ? share(0.85 + change.share) : null,
    change,
  });
  const report = (later: LastedWindow[]): LastedReport => ({
    sample: false, among: OF_EVERYBODY,
    fewestPeople: 10,
    start: { people: 20, answers: 160, right: share(0.85) },
    later,
  });

  it('opens with the time furthest away of which enough is known', () => {
    const found = report([window(30, share(-0.02, -0.05, 0.01)), window(90, share(-0.08, -0.14, -0.02)), window(180, null)]);
    expect(furthest(found)?.days).toBe(90);
    expect(plain(lastedHeadline(found))).toBe('90 days later, people still got 77 of 100 questions right: 8 fewer than in their first check');
  });

  it('says no difference where the range holds none', () => {
    expect(plain(lastedHeadline(report([window(30, share(-0.02, -0.05, 0.01))])))).toContain('about as many as');
    expect(plain(lastedHeadline(report([window(30, share(0.1, 0.02, 0.18))])))).toContain('10 more than');
    expect(directionOf({ share: -0.1, within: null })).toBe('same');
    expect(directionOf(share(0.04, 0.002, 0.07)), 'the range is shown as 0 to 7').toBe('same');
  });

  it('says words while there are too few people', () => {
    expect(plain(lastedHeadline(report([window(30, null)])))).toContain('too early');
    const few = { ...report([]), start: { people: 4, answers: 20, right: null } };
    expect(plain(lastedHeadline(few))).toContain('4 people have finished a check');
    expect(plain(lastedHeadline({ ...few, start: { people: 0, answers: 0, right: null } }))).toContain('No figures yet');
  });
});
