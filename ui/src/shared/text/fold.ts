// Words as they are compared: capitals and accents make no difference.

export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Every word of the query begins some word of the text. */
export function holds(text: string, query: string): boolean {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u);
  const wanted = fold(query).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return wanted.every((part) => words.some((word) => word.startsWith(part)));
}
