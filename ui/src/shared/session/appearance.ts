// Puts the settings on the document. "System" follows the system, also when it changes while we run.

import type { AccentShown, Settings } from '../../api';
import { theme } from './theme.svelte';

const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  contrast: '(prefers-contrast: more)',
  motion: '(prefers-reduced-motion: reduce)',
} as const;

type Choices = Pick<Settings, 'theme' | 'moreContrast' | 'lessMotion' | 'readingFont' | 'textPercent'>;

export const DEFAULT_CHOICES: Choices = {
  theme: 'system',
  moreContrast: 'system',
  lessMotion: 'system',
  readingFont: 'serif',
  textPercent: 100,
};

/** A tone as the other side computes it, and nothing else that CSS could mean. */
const TONE = /^#[0-9a-f]{6}$/;

let chosen: Choices = DEFAULT_CHOICES;
let accent: AccentShown | null = null;
let watching = false;

const asked = (query: keyof typeof QUERIES) => window.matchMedia(QUERIES[query]).matches;

function mark(name: string, value: string, on: boolean) {
  if (on) document.documentElement.setAttribute(name, value);
  else document.documentElement.removeAttribute(name);
}

function paint() {
  const dark = chosen.theme === 'dark' || (chosen.theme === 'system' && asked('dark'));
  const more = chosen.moreContrast === 'on' || asked('contrast');
  theme.dark = dark;
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  mark('data-contrast', 'more', more);
  for (const [name, value] of Object.entries(accentTokens(accent, dark, more))) {
    if (TONE.test(value)) document.documentElement.style.setProperty(name, value);
    else document.documentElement.style.removeProperty(name);
  }
  mark('data-motion', 'less', chosen.lessMotion === 'on' || asked('motion'));
  mark('data-font', 'sans', chosen.readingFont === 'sans');
  // Everything is in rem, so this one size carries the whole page.
  document.documentElement.style.fontSize = `${chosen.textPercent}%`;
}

/** The tokens that the colour of an organisation stands in for; an empty value leaves that of the app. */
export function accentTokens(given: AccentShown | null, dark: boolean, more: boolean): Record<string, string> {
  const tones = given && (dark ? given.dark : given.light);
  return {
    // With more contrast every word takes the stronger tone, and washes are paper.
    '--accent': (more ? tones?.accentHover : tones?.accent) ?? '',
    '--accent-hover': tones?.accentHover ?? '',
    '--on-accent': tones?.onAccent ?? '',
    '--accent-wash': more ? '' : (tones?.accentWash ?? ''),
  };
}

/** Takes the colour of the organisation whose course is open; none for that of the app. */
export function applyAccent(given: AccentShown | null) {
  accent = given;
  paint();
}

/** Applies the settings now, and keeps following the system. */
export function applyAppearance(choices: Choices) {
  chosen = choices;
  paint();
  if (watching) return;
  watching = true;
  for (const query of Object.values(QUERIES)) window.matchMedia(query).addEventListener('change', paint);
}
