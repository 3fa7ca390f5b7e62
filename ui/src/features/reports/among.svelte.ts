// Of whom the reports are told: chosen once, and kept while the trainer goes from one to another. It goes when the
// store is locked, for the page is loaded anew then.

import type { Among, AmongWhom, Attempts } from '../../api';
import { day, t } from '../../shared/text';
import { writtenDay } from '../../shared/days';

/** Any time, so many days up to today, or between two days. */
export type When = '' | '30' | '90' | '365' | 'days';

export const EVERYBODY: Among = { groupId: null, lastDays: null, fromDay: null, toDay: null };

export class ReportFilter {
  groupId = $state<string | null>(null);
  when = $state<When>('');
  /** As typed. */
  from = $state('');
  to = $state('');
  /** Only the report about questions knows later tries. */
  attempts = $state<Attempts>('first');

  get asked(): Among {
    const { groupId } = this;
    if (this.when !== 'days') return { ...EVERYBODY, groupId, lastDays: this.when === '' ? null : Number(this.when) };
    return { ...EVERYBODY, groupId, fromDay: writtenDay(this.from) ?? null, toDay: writtenDay(this.to) ?? null };
  }

  /** The same at any time. */
  get group(): Among {
    return { ...EVERYBODY, groupId: this.groupId };
  }

  /** Something that is no day; nothing while nothing is typed. */
  get wrongFrom(): boolean {
    return this.when === 'days' && this.from.trim() !== '' && writtenDay(this.from) === undefined;
  }

  get wrongTo(): boolean {
    return this.when === 'days' && this.to.trim() !== '' && writtenDay(this.to) === undefined;
  }

  get turned(): boolean {
    const { fromDay, toDay } = this.asked;
    return fromDay !== null && toDay !== null && toDay < fromDay;
  }

  get isSet(): boolean {
    return this.groupId !== null || this.when !== '';
  }

  /** A group was removed. */
  forget(groupId: string): void {
    if (this.groupId === groupId) this.groupId = null;
  }
}

/** The one of the trainer's area. */
export const reportFilter = new ReportFilter();

/** Of whom a report was told, in words; nothing when of everybody, at any time. */
export function whomWords({ group, fromDay, toDay }: AmongWhom): string | undefined {
  const whom = group?.name ?? t('among-everybody');
  const [from, to] = [fromDay, toDay].map((one) => one && day(one));
  if (from && to) return from === to ? t('among-on', { whom, from }) : t('among-between', { whom, from, to });
  if (from) return t('among-since', { whom, from });
  if (to) return t('among-until', { whom, to });
  return group ? whom : undefined;
}

/** What a report says, and of whom it says it. */
export function toldOf(among: AmongWhom | null | undefined, headline: string): string {
  const whom = among && whomWords(among);
  return whom ? t('among-headline', { whom, headline }) : headline;
}
