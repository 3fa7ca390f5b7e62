import { describe, expect, it } from 'vitest';
import { drawn } from './drawing';

const shape = (element: string, attributes: [string, string][] = [], classes: string[] = [], text: string | null = null) => ({
  element,
  attributes,
  classes,
  text,
});

describe('a drawing', () => {
  it('keeps the closed vocabulary', () => {
    const [one] = drawn([shape('line', [['x1', '0'], ['y2', '8'], ['transform', 'translate(4 -2.5)']], ['dots', 'exposed'])]);
    expect(one).toEqual({ element: 'line', attributes: { x1: '0', y2: '8', transform: 'translate(4 -2.5)' }, classes: 'dots exposed', text: null });
  });

  it('leaves out every element, attribute and class that is not in it', () => {
    expect(drawn([shape('script', [], [], 'alert(1)'), shape('image', [['href', 'x']]), shape('foreignObject')])).toEqual([]);
    const [one] = drawn([
      shape('rect', [['onclick', 'x()'], ['style', 'fill:red'], ['href', '#'], ['fill', 'url(#a)'], ['transform', 'rotate(3)'], ['width', '4']], ['evil', 'ink']),
    ]);
    expect(one).toEqual({ element: 'rect', attributes: { width: '4' }, classes: 'ink', text: null });
  });

  it('has words only in texts', () => {
    expect(drawn([shape('text', [], ['small'], 'Zellis'), shape('path', [], [], 'no')]).map((one) => one.text)).toEqual(['Zellis', null]);
  });
});
