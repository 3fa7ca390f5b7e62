import { describe, expect, it } from 'vitest';
import { barPlaces, dotPlace } from './geometry';

describe('a dot on a line', () => {
  const share = { share: 0.32, low: 0.16, high: 0.53 };

  it('stands at its share, with its interval behind it', () => {
    expect(dotPlace(share, { rtl: false })).toEqual({ dot: '32%', from: '16%', width: '37%', reference: '50%' });
  });

  it('runs from right to left where one reads so', () => {
    expect(dotPlace(share, { rtl: true })).toEqual({ dot: '68%', from: '47%', width: '37%', reference: '50%' });
  });

  it('never leaves the line', () => {
    expect(dotPlace({ share: 1, low: -0.2, high: 1.4 }, { rtl: false }, 0.75)).toEqual({ dot: '100%', from: '0%', width: '100%', reference: '75%' });
  });
});

describe('bars', () => {
  it('share one scale that ends at everybody', () => {
    expect(barPlaces([5, 10, 0], 20, { rtl: false }).map(({ width }) => width)).toEqual(['25%', '50%', '0%']);
  });

  it('grow from the start of the line', () => {
    expect(barPlaces([5], 20, { rtl: true })).toEqual([{ x: '75%', width: '25%' }]);
  });

  it('are empty where nobody answered', () => {
    expect(barPlaces([0], 0, { rtl: false })).toEqual([{ x: '0%', width: '0%' }]);
  });
});
