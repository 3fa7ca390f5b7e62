import { describe, expect, it } from 'vitest';
import { fold, holds } from './fold';

describe('words that are compared', () => {
  it('differ in neither capitals nor accents', () => {
    expect(fold('Áccès')).toBe('acces');
    expect(holds('Zero-day', 'ZÉRO')).toBe(true);
  });

  it('are found by their beginnings, all of them', () => {
    expect(holds('Double extortion', 'ext dou')).toBe(true);
    expect(holds('Double extortion', 'tortion')).toBe(false);
    expect(holds('Double extortion', 'double trouble')).toBe(false);
    expect(holds('anything', ' - ')).toBe(true);
  });
});
