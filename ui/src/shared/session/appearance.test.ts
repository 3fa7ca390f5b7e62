import { describe, expect, it } from 'vitest';
import { accentTokens } from './appearance';

const tones = (name: string) => ({
  accent: `#${name}1`, accentHover: `#${name}2`, onAccent: `#${name}3`, accentWash: `#${name}4`, before: 1, after: 4.5, adjusted: true,
});
const ACCENT = { own: '#3584e4', light: tones('aaaaa'), dark: tones('bbbbb') };

describe('the colour of an organisation', () => {
  it('is that of the theme', () => {
    expect(accentTokens(ACCENT, false, false)).toEqual({ '--accent': '#aaaaa1', '--accent-hover': '#aaaaa2', '--on-accent': '#aaaaa3', '--accent-wash': '#aaaaa4' });
    expect(accentTokens(ACCENT, true, false)['--accent']).toBe('#bbbbb1');
  });

  it('is the stronger tone with more contrast, on paper', () => {
    const more = accentTokens(ACCENT, false, true);
    expect([more['--accent'], more['--accent-wash']]).toEqual(['#aaaaa2', '']);
  });

  it('is that of the app where there is none', () => {
    expect(Object.values(accentTokens(null, false, false))).toEqual(['', '', '', '']);
  });
});
