import { describe, expect, it } from 'vitest';
import type { Organisation } from '../../api';
import { languageName, ownName, readersLanguages, spoken } from './language';

const text = (lang: string) => ({ lang, welcome: lang, contact: null, logo: null });
const ACME: Organisation = {
  name: 'Acme',
  languages: ['en-GB', 'de', 'pt-BR'],
  report: null,
  due: null,
  texts: ['de', 'en-GB', 'pt-BR'].map(text),
  logo: null,
  accent: null,
};

describe('the words of an organisation', () => {
  it.each([
    [['de'], 'de', false],
    [['de-AT'], 'de', false],
    [['pt'], 'pt-BR', false],
    [['sv', 'de'], 'de', false],
    [['EN-gb'], 'en-GB', false],
    [['sv'], 'en-GB', true],
    [[], 'en-GB', true],
  ])('for somebody who reads %s are in %s', (wanted, lang, other) => {
    const found = spoken(ACME, wanted);
    expect([found?.text.lang, found?.other]).toEqual([lang, other]);
  });

  it('are none where it says nothing', () => {
    expect(spoken({ ...ACME, texts: [] }, ['de'])).toBeUndefined();
  });

  it('follow the setting, and otherwise the system', () => {
    expect(readersLanguages('de', ['fr'])).toEqual(['de']);
    expect(readersLanguages('', ['fr', 'de'])).toEqual(['fr', 'de']);
  });

  it('are named in the language of the interface and in their own', () => {
    expect(languageName('de')).toBe('German');
    expect(ownName('de')).toBe('Deutsch');
    expect(languageName('not a tag')).toBe('not a tag');
  });
});
