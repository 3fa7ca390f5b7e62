import { describe, expect, it } from 'vitest';
import { moved } from './grid';

const LAST = { row: 20, column: 4 };
const at = (row: number, column: number) => ({ row, column });

describe('the keys of a table', () => {
  it('go from cell to cell and stop at the edges', () => {
    expect(moved('ArrowDown', false, at(3, 2), LAST, false)).toEqual(at(4, 2));
    expect(moved('ArrowUp', false, at(0, 2), LAST, false)).toEqual(at(0, 2));
    expect(moved('ArrowRight', false, at(3, 4), LAST, false)).toEqual(at(3, 4));
    expect(moved('PageDown', false, at(15, 1), LAST, false)).toEqual(at(20, 1));
    expect(moved('PageUp', false, at(15, 1), LAST, false)).toEqual(at(5, 1));
  });

  it('go the way the script is read', () => {
    expect(moved('ArrowRight', false, at(3, 2), LAST, true)).toEqual(at(3, 1));
    expect(moved('ArrowLeft', false, at(3, 2), LAST, true)).toEqual(at(3, 3));
    expect(moved('ArrowLeft', false, at(3, 2), LAST, false)).toEqual(at(3, 1));
  });

  it('lead to the ends and the corners', () => {
    expect(moved('Home', false, at(3, 2), LAST, false)).toEqual(at(3, 0));
    expect(moved('End', true, at(3, 2), LAST, false)).toEqual(at(20, 4));
    expect(moved('Home', true, at(3, 2), LAST, false)).toEqual(at(0, 0));
  });

  it('leave other keys alone, also Ctrl with an arrow up or down', () => {
    for (const key of ['Enter', 'a', 'Tab', 'Escape']) expect(moved(key, false, at(3, 2), LAST, false)).toBeUndefined();
    expect(moved('ArrowDown', true, at(3, 2), LAST, false)).toBeUndefined();
  });
});
