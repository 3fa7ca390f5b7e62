import { beforeEach, describe, expect, it } from 'vitest';
import { OF_EVERYBODY } from '../../../dev/fixtures/among';
import { plain } from '../../shared/text';
import { EVERYBODY, ReportFilter, toldOf } from './among.svelte';

let filter: ReportFilter;

beforeEach(() => {
  filter = new ReportFilter();
});

describe('of whom reports are told', () => {
  it('is everybody until something is chosen', () => {
    expect([filter.asked, filter.isSet]).toEqual([EVERYBODY, false]);
    Object.assign(filter, { groupId: 'g', when: '90' });
    expect(filter.asked).toEqual({ ...EVERYBODY, groupId: 'g', lastDays: 90 });
    expect([filter.group, filter.isSet]).toEqual([{ ...EVERYBODY, groupId: 'g' }, true]);
  });

  it('takes days only when they are days, and only where days were chosen', () => {
    Object.assign(filter, { when: 'days', from: ' 2026-10-01 ', to: '2026-02-30' });
    expect(filter.asked).toEqual({ ...EVERYBODY, fromDay: '2026-10-01' });
    expect([filter.wrongFrom, filter.wrongTo]).toEqual([false, true]);
    for (const typed of ['2026-10', '1.10.2026', '2026-10-01-1', 'today']) {
      filter.from = typed;
      expect([filter.asked.fromDay, filter.wrongFrom], typed).toEqual([null, true]);
    }
    filter.from = '';
    expect(filter.wrongFrom, 'nothing typed is no mistake').toBe(false);
    filter.when = '';
    expect([filter.asked, filter.wrongTo]).toEqual([EVERYBODY, false]);
  });

  it('knows a second day before the first', () => {
    Object.assign(filter, { when: 'days', from: '2026-10-02', to: '2026-10-02' });
    expect(filter.turned).toBe(false);
    filter.to = '2026-10-01';
    expect(filter.turned).toBe(true);
  });

  it('forgets a group that was removed, and no other', () => {
    filter.groupId = 'g';
    filter.forget('another');
    expect(filter.groupId).toBe('g');
    filter.forget('g');
    expect(filter.groupId).toBeNull();
  });

  it('stands in the headline', () => {
    const group = { groupId: 'g', name: 'Payroll' };
    const said = (told: object) => plain(toldOf({ ...OF_EVERYBODY, ...told }, 'Two are done.'));
    expect(said({})).toBe('Two are done.');
    expect(said({ group })).toBe('Payroll: Two are done.');
    expect(said({ group, fromDay: '2026-10-01' })).toBe('Payroll, since 1 October 2026: Two are done.');
    expect(said({ toDay: '2026-10-01' })).toBe('Everybody, until 1 October 2026: Two are done.');
    expect(said({ fromDay: '2026-09-01', toDay: '2026-10-01' })).toBe('Everybody, 1 September 2026 to 1 October 2026: Two are done.');
    expect(said({ fromDay: '2026-10-01', toDay: '2026-10-01' })).toBe('Everybody, on 1 October 2026: Two are done.');
    expect(plain(toldOf(null, 'One decision.'))).toBe('One decision.');
  });
});
