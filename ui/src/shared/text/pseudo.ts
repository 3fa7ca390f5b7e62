// Two made-up languages, derived from English while the app runs. They show before any translation
// exists whether a screen survives long words (en-XA) and the other reading direction (ar-XB).

const ACCENTED: Record<string, string> = {
  a: 'á', b: 'ḃ', c: 'ç', d: 'đ', e: 'é', f: 'ḟ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ḿ',
  n: 'ñ', o: 'ô', p: 'ṗ', q: 'q', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
  A: 'Á', B: 'Ḃ', C: 'Ç', D: 'Đ', E: 'É', F: 'Ḟ', G: 'Ĝ', H: 'Ĥ', I: 'Î', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ḿ',
  N: 'Ñ', O: 'Ô', P: 'Ṗ', Q: 'Q', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Û', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž',
};

/** Real Arabic letters, so that the Arabic face, joining and direction are all exercised. */
const ARABIC: Record<string, string> = {
  a: 'ا', b: 'ب', c: 'ك', d: 'د', e: 'ي', f: 'ف', g: 'ج', h: 'ه', i: 'ي', j: 'ج', k: 'ك', l: 'ل', m: 'م',
  n: 'ن', o: 'و', p: 'ب', q: 'ق', r: 'ر', s: 'س', t: 'ت', u: 'و', v: 'ف', w: 'و', x: 'خ', y: 'ي', z: 'ز',
};

const PUNCTUATION: Record<string, string> = { ',': '،', ';': '؛', '?': '؟' };

/** Accents on every letter, and each second vowel twice: about 40 % longer together with the brackets. */
export function lengthen(text: string): string {
  let out = '';
  for (const letter of text) {
    const accented = ACCENTED[letter] ?? letter;
    out += /[aeiou]/i.test(letter) ? accented + accented : accented;
  }
  return out;
}

/** Arabic letters in place of Latin ones. It says nothing; it is read from right to left. */
export function mirror(text: string): string {
  let out = '';
  for (const letter of text) {
    out += ARABIC[letter.toLowerCase()] ?? PUNCTUATION[letter] ?? letter;
  }
  return out;
}
