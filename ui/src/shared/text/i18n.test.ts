import { afterEach, describe, expect, it, vi } from 'vitest';
import { ago, day, dayFull, dayKnown, duration, number } from './format';
import { i18n, plain, t } from './i18n.svelte';
import { languageFor } from './locales';
import { lengthen, mirror } from './pseudo';

afterEach(() => i18n.use('en-GB'));

describe('a message', () => {
  it('follows the number that it is about', () => {
    expect(plain(t('about-minutes', { minutes: 1 }))).toBe('about one minute');
    expect(plain(t('about-minutes', { minutes: 9 }))).toBe('about 9 minutes');
  });

  it('isolates what is put into it, so that a name in another script does not turn the sentence', () => {
    expect(t('name-saved', { name: 'مايا' })).toContain('\u2068مايا\u2069');
  });

  it('is longer, accented and in brackets in the first made-up language', () => {
    i18n.use('en-XA');
    const long = t('start-now');
    expect(long).toMatch(/^\[.*\]$/);
    expect(long.length).toBeGreaterThan('Start now'.length * 1.4);
    expect(long).not.toContain('Start');
  });

  it('is written in Arabic letters in the second one, and leaves what is put in alone', () => {
    i18n.use('ar-XB');
    expect(i18n.dir).toBe('rtl');
    const text = t('name-saved', { name: 'Maya' });
    expect(text).toContain('\u2068Maya\u2069');
    expect(text.replace('Maya', '')).not.toMatch(/[A-Za-z]/);
  });

  it('says its id when it is missing, and tells the console', () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(i18n.message('no-such-message')).toBe('no-such-message');
    expect(told).toHaveBeenCalled();
    told.mockRestore();
  });
});

describe('the language', () => {
  it('is the chosen one', () => expect(languageFor('ar-XB').tag).toBe('ar-XB'));
  it('is the language of the system where we have it', () => expect(languageFor('', ['de-CH', 'en-US']).tag).toBe('en-GB'));
  it('is English where we have nothing else', () => expect(languageFor('', ['fr-FR']).tag).toBe('en-GB'));
  it('is never a made-up one by itself', () => expect(languageFor('', ['ar-EG']).tag).toBe('en-GB'));
});

describe('the made-up alphabets', () => {
  it('lengthen by doubling vowels', () => expect(lengthen('ale')).toBe('ááļéé'));
  it('mirror letters and the question mark', () => expect(mirror('No?')).toBe('نو؟'));
});

describe('dates and numbers', () => {
  it('show a day of the case as it is, in every time zone', () => {
    expect(day('2023-06-06')).toBe('6 June 2023');
    expect(dayFull('2023-06-14')).toMatch(/^Wednesday,? 14 June 2023$/);
  });

  it('show no more of a date than is known', () => {
    expect(dayKnown('2023-06-06', 'day')).toBe('6 June 2023');
    expect(dayKnown('2023-07-01', 'month')).toBe('July 2023');
    expect(dayKnown('2021-01-01', 'year')).toBe('2021');
  });

  it('say how long ago in words, and the date after a week', () => {
    const now = new Date(2026, 10, 22, 9, 0);
    expect(ago(new Date(2026, 10, 22, 1, 0).toISOString(), now)).toBe('today');
    expect(ago(new Date(2026, 10, 21, 23, 0).toISOString(), now)).toBe('yesterday');
    expect(ago(new Date(2026, 10, 1).toISOString(), now)).toBe('1 November 2026');
  });

  it('group thousands and name units', () => {
    expect(number(100_000)).toBe('100,000');
    expect(duration(372_000)).toBe('6 minutes, 12 seconds');
    expect(duration(3_720_000)).toBe('1 hour, 2 minutes');
  });

  it('use the words of the chosen language', () => {
    i18n.use('ar-XB');
    expect(day('2023-06-06')).toContain('يونيو');
    expect(dayKnown('2023-06-01', 'month')).toContain('يونيو');
  });
});
