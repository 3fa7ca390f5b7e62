// The contrast of every pair of colours that can meet, computed from the token file itself.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const source = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function block(selector: string): Record<string, string> {
  const start = source.indexOf(`${selector} {`);
  const body = source.slice(start, source.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim() ?? '']));
}

const light = block(':root');
const dark = { ...light, ...block(":root[data-theme='dark']") };
const more = block(":root[data-contrast='more']");
const moreLight = { ...light, ...more };
const moreDark = { ...dark, ...more, ...block(":root[data-contrast='more'][data-theme='dark']") };

function colour(theme: Record<string, string>, name: string): string {
  const value = theme[name] ?? '';
  const other = /^var\(--([a-z0-9-]+)\)$/.exec(value)?.[1];
  // Accent takes the hover colour under more contrast, and must not be asked in a circle.
  return other && other !== name ? colour(theme, other) : value;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(theme: Record<string, string>, one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(colour(theme, one)), luminance(colour(theme, other))].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['bg', 'surface', 'sunken'];
const TEXT: [string, string[]][] = [
  ['ink', [...GROUNDS, 'accent-wash', 'signal-wash', 'good-wash', 'bad-wash', 'info-wash']],
  ['ink2', GROUNDS],
  ['ink3', ['bg', 'surface', 'sunken']],
  ['accent', [...GROUNDS, 'accent-wash']],
  ['accent-hover', [...GROUNDS, 'accent-wash']],
  ['signal', ['bg', 'surface', 'signal-wash']],
  ['good', ['bg', 'surface', 'good-wash']],
  ['bad', ['bg', 'surface', 'bad-wash']],
  ['info', ['bg', 'surface', 'info-wash']],
  ['on-accent', ['accent', 'accent-hover']],
];
const MARKS: [string, string[]][] = [
  ['control', ['bg', 'surface']],
  ['focus', GROUNDS],
  ...['c1', 'c2', 'c3', 'c4', 'c5'].map((name): [string, string[]] => [name, GROUNDS]),
];

const failing = (theme: Record<string, string>, pairs: [string, string[]][], least: number) =>
  pairs.flatMap(([name, grounds]) =>
    grounds.flatMap((ground) => {
      const value = contrast(theme, name, ground);
      return value < least ? [`${name} on ${ground}: ${value.toFixed(2)}`] : [];
    }),
  );

describe('the colours', () => {
  it.each([
    ['light', light],
    ['dark', dark],
  ])('are readable in %s', (_, theme) => {
    expect(failing(theme, TEXT, 4.5)).toEqual([]);
    expect(failing(theme, MARKS, 3)).toEqual([]);
  });

  it.each([
    ['light', moreLight],
    ['dark', moreDark],
  ])('have at least 7 to 1 with more contrast in %s', (_, theme) => {
    expect(failing(theme, TEXT, 7)).toEqual([]);
  });
});
