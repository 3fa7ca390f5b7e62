import { describe, expect, it } from 'vitest';
import { codeProblem } from './recovery-words';

const CODE = 'bisal gutih tugad mudof sakat haguz biram lusab dinod';

describe('a recovery code that is typed', () => {
  it('may be spaced and written as one likes', () => {
    for (const typed of [CODE, CODE.toUpperCase(), CODE.replaceAll(' ', '-'), `\n ${CODE.replaceAll(' ', '\n\t')} `]) {
      expect(codeProblem(typed), typed).toBeUndefined();
    }
  });

  it('names the first word that cannot be one', () => {
    for (const word of ['bisel', 'bisa', 'bisall', 'bi5al', 'qisal', 'bísal']) {
      const typed = CODE.replace('sakat', word);
      expect(codeProblem(typed)).toEqual({ message: 'recovery-word', args: { number: 5, word } });
    }
  });

  it('is missing, too short or too long', () => {
    expect(codeProblem(' \n')).toEqual({ message: 'recovery-missing' });
    expect(codeProblem(CODE.slice(6))).toEqual({ message: 'recovery-count', args: { words: 8 } });
    expect(codeProblem(`${CODE} bisal`)).toEqual({ message: 'recovery-count', args: { words: 10 } });
  });
});
