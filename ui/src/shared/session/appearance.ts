// Puts the settings on the document. "System" follows the system, also when it changes while we run.

import type { Settings } from '../../api';

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

let chosen: Choices = DEFAULT_CHOICES;
let watching = false;

const asked = (query: keyof typeof QUERIES) => window.matchMedia(QUERIES[query]).matches;

function mark(name: string, value: string, on: boolean) {
  if (on) document.documentElement.setAttribute(name, value);
  else document.documentElement.removeAttribute(name);
}

function paint() {
  const dark = chosen.theme === 'dark' || (chosen.theme === 'system' && asked('dark'));
  document.documentElement.setAttribute('data-theme', dark ? 'dark' : 'light');
  mark('data-contrast', 'more', chosen.moreContrast === 'on' || asked('contrast'));
  mark('data-motion', 'less', chosen.lessMotion === 'on' || asked('motion'));
  mark('data-font', 'sans', chosen.readingFont === 'sans');
  // Everything is in rem, so this one size carries the whole page.
  document.documentElement.style.fontSize = `${chosen.textPercent}%`;
}

/** Applies the settings now, and keeps following the system. */
export function applyAppearance(choices: Choices) {
  chosen = choices;
  paint();
  if (watching) return;
  watching = true;
  for (const query of Object.values(QUERIES)) window.matchMedia(query).addEventListener('change', paint);
}
