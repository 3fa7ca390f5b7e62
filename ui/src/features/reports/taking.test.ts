import { describe, expect, it, vi } from 'vitest';
import { type Exported, Failure, type TakeAway, type TakingChoice } from '../../api';
import { EVERYBODY, reportFilter } from './among.svelte';
import { Taking, type TakingCalls } from './taking.svelte';
import { Underway } from './underway.svelte';

const CHOICE: TakingChoice = { form: 'csv', separator: 'comma', decimalComma: false, mark: true, names: true, organisation: 'Harbour' };
const PREVIEW = { among: null, columns: ['name'], rows: [['Maya']], text: 'name\r\nMaya\r\n', of: 3000, tooLongForPaper: true, mostOnPaper: 2000 };

function calls(more: Partial<TakingCalls> = {}) {
  return {
    takingChoice: vi.fn(async () => CHOICE),
    previewTaking: vi.fn(async () => PREVIEW),
    takeAway: vi.fn<(args: TakeAway) => Promise<Exported>>(async () => ({ path: '/reports/people.csv', rows: 3 })),
    takeEvidence: vi.fn(async () => ({ path: '/reports/evidence', rows: 2 })),
    showTaken: vi.fn(async () => undefined),
    sentenceOf: vi.fn(async () => 'Two of three are done'),
    ...more,
  } as unknown as TakingCalls & { takeAway: ReturnType<typeof vi.fn>; previewTaking: ReturnType<typeof vi.fn> };
}

async function loaded(taking: Taking) {
  await vi.waitFor(() => expect(taking.preview.data).toBeTruthy());
  return taking;
}

describe('a report on its way to a file', () => {
  it('remembers the last choice and is looked at again with each change', async () => {
    const made = calls();
    const taking = await loaded(new Taking('questions', 'the-notice', made));
    expect(taking.choice.data).toEqual(CHOICE);
    await taking.choose({ separator: 'tab' });
    expect(made.previewTaking).toHaveBeenLastCalledWith({
      what: { report: 'questions', moduleId: 'the-notice', personId: null, among: EVERYBODY, attempts: 'first' },
      choice: { ...CHOICE, separator: 'tab' },
    });
    const asked = made.previewTaking.mock.calls.length;
    await taking.choose({ organisation: 'Harbour & Sons' });
    expect(made.previewTaking.mock.calls.length, 'a name changes no row').toBe(asked);
  });

  it('leaves the subject behind with the report that it belongs to', async () => {
    const taking = await loaded(new Taking('person', 'maya', calls()));
    expect(taking.what.personId).toBe('maya');
    expect(taking.reports).toContain('person');
    await taking.pick('answers');
    expect(taking.what).toMatchObject({ report: 'answers', moduleId: null, personId: null });
    const overview = await loaded(new Taking('people', null, calls()));
    expect(overview.reports).not.toContain('person');
  });

  it('is of those of whom the reports are told', async () => {
    const made = calls();
    const taking = await loaded(new Taking('lasted', null, made));
    reportFilter.groupId = 'g-payroll';
    await taking.narrow();
    const [asked] = made.previewTaking.mock.lastCall as [{ what: { among: unknown } }];
    expect(asked.what.among).toEqual({ ...EVERYBODY, groupId: 'g-payroll' });
    reportFilter.groupId = null;
  });

  it('says where the file is, and forgets it when something else is chosen', async () => {
    const made = calls();
    const taking = await loaded(new Taking('people', null, made));
    await taking.save();
    expect(taking.written?.path).toBe('/reports/people.csv');
    const sent = made.takeAway.mock.calls[0]?.[0] as TakeAway;
    expect(sent.words.sentence).toBe('Two of three are done');
    expect(sent.words.labels['facility_low']).toBeTruthy();
    await taking.choose({ form: 'xlsx' });
    expect(taking.written).toBeNull();
  });

  it('puts names into the evidence only where they are wanted', async () => {
    const made = calls();
    const taking = await loaded(new Taking('people', null, made));
    await taking.choose({ names: false });
    await taking.prove();
    expect(made.takeEvidence).toHaveBeenCalledWith({ names: false });
    expect(taking.evidence?.path).toBe('/reports/evidence');
  });

  it('knows a report that is too long for paper', async () => {
    const taking = await loaded(new Taking('answers', null, calls()));
    expect(taking.tooLong).toBe(false);
    await taking.choose({ form: 'pdf' });
    expect(taking.tooLong).toBe(true);
  });

  it('says that it was stopped until something else is chosen', async () => {
    let finish: (value: null) => void = () => undefined;
    const made = calls({ takeAway: vi.fn(() => new Promise<null>((done) => (finish = done))) });
    const underway = new Underway({ workProgress: async () => null, stopWork: async () => null });
    const taking = await loaded(new Taking('people', null, made, underway));
    const saving = taking.save();
    await vi.waitFor(() => expect(made.takeAway).toHaveBeenCalled());
    await underway.stop();
    finish(null);
    await saving;
    expect([underway.stopped, taking.written]).toEqual([true, null]);
    await taking.choose({ form: 'pdf' });
    expect(underway.stopped).toBe(false);
  });

  it('knows that the store was locked meanwhile', async () => {
    const failure = new Failure('take_away', { code: 'TrainerLocked', detail: '', path: null, seconds: null });
    const taking = await loaded(new Taking('people', null, calls({ takeAway: () => Promise.reject(failure) })));
    await taking.save();
    expect(taking.locked).toBe(true);
  });
});
