/** What a key press tells about itself. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * The place that a digit key points at, counted from 0; null when the key is no digit, is part of a
 * shortcut or points past the end. The place of the key counts as well as its sign, because many
 * layouts have their digits on the shifted level or in another script.
 */
export function digitPlace(press: Press, count: number): number | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  const digit = /^[1-9]$/.exec(press.key)?.[0] ?? /^(?:Digit|Numpad)([1-9])$/.exec(press.code)?.[1];
  if (!digit) return null;
  const place = Number(digit) - 1;
  return place < count ? place : null;
}
