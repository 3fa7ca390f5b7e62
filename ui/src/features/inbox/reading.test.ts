import { describe, expect, it, vi } from 'vitest';
import { Failure, type InboxView, type JudgeMessage, type MarkSpots } from '../../api';
import { Stopwatch } from '../../shared/state/stopwatch';
import { Reading } from './reading.svelte';
import { aView, judgedView, shownView } from './view.fixture';

const full = new Failure('judge_message', { code: 'DiskFull', detail: 'no space', path: '/data', seconds: null });

function opened(view: InboxView = aView()) {
  const calls = {
    judgeMessage: vi.fn(async (args: JudgeMessage) => judgedView(args.judgement)),
    markSpots: vi.fn(async (args: MarkSpots) => shownView(args.spots)),
  };
  return { reading: new Reading(view, calls, new Stopwatch(() => 500)), ...calls };
}

describe('a message of the inbox', () => {
  it('is not judged while nothing is chosen', async () => {
    const { reading, judgeMessage } = opened();
    expect(await reading.judge()).toBe(false);
    expect(reading.gap).toBe(true);
    expect(judgeMessage).not.toHaveBeenCalled();
    reading.choose('verify');
    expect(reading.gap, 'a choice takes the complaint away').toBe(false);
  });

  it('is explained only when the judgement is saved, and makes one call of a double click', async () => {
    const { reading, judgeMessage } = opened();
    reading.choose('report');
    expect(await Promise.all([reading.judge(), reading.judge()])).toEqual([true, false]);
    expect(judgeMessage).toHaveBeenCalledTimes(1);
    expect(judgeMessage).toHaveBeenCalledWith({ roundId: 'r', position: 2, judgement: 'report', elapsedMs: 0 });
    expect(reading.view.told?.outcome).toBe('caught');
    expect(reading.justNow).toBe(true);
    reading.choose('delete');
    expect(reading.chosen, 'a judgement stays').toBe('report');
  });

  it('keeps the choice when saving fails, and saves it at the next try', async () => {
    const { reading, judgeMessage } = opened();
    judgeMessage.mockRejectedValueOnce(full);
    reading.choose('delete');
    expect(await reading.judge()).toBe(false);
    expect(reading.judging.failure?.code).toBe('DiskFull');
    expect(reading.chosen).toBe('delete');
    expect(reading.view.told).toBeNull();
    expect(await reading.judge()).toBe(true);
  });

  it('has no marks before the judgement and sends them in reading order', async () => {
    const { reading, markSpots } = opened();
    reading.toggle('from');
    expect(reading.marked.size, 'too early').toBe(0);
    reading.choose('report');
    await reading.judge();
    for (const spot of ['l1', 'from', 'p1', 'p1']) reading.toggle(spot);
    expect(await reading.show()).toBe(true);
    expect(markSpots).toHaveBeenCalledWith({ roundId: 'r', position: 2, spots: ['from', 'l1'] });
    reading.toggle('subject');
    expect(reading.marked.has('subject'), 'too late').toBe(false);
    expect(await reading.show(), 'once is enough').toBe(false);
  });

  it('keeps the marks when saving them fails', async () => {
    const { reading, markSpots } = opened(judgedView('report'));
    markSpots.mockRejectedValueOnce(full);
    reading.toggle('from');
    expect(await reading.show()).toBe(false);
    expect(reading.marking.failure?.code).toBe('DiskFull');
    expect([...reading.marked]).toEqual(['from']);
  });

  it('is walked through from end to end and no further', () => {
    const { reading } = opened(shownView(['from', 'subject']));
    expect([...reading.marked].sort(), 'marks of an earlier visit').toEqual(['from', 'subject']);
    expect(reading.tell?.at).toBe('from');
    expect(reading.isFirst).toBe(true);
    reading.step(-1);
    expect(reading.at).toBe(0);
    reading.step(1);
    reading.step(1);
    reading.step(1);
    expect(reading.tell?.at).toBe('l1');
    expect(reading.isLast).toBe(true);
  });

  it('shows where a link leads, and nothing else of it', () => {
    const { reading } = opened();
    expect(reading.target).toBeNull();
    reading.link = 'l1';
    expect(reading.target).toBe('https://harbour.example.sign-in.example/');
  });
});
