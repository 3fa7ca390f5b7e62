// The closed vocabulary of drawings (FORMAT.md, section 7). What is not in it is not drawn, whatever a
// pack says: the other side has checked it, and this is the second look.

import type { Shape } from '../../api';

const ELEMENTS = new Set(['path', 'rect', 'circle', 'line', 'polyline', 'polygon', 'text']);

const ATTRIBUTES = new Set([
  'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'points', 'd', 'text-anchor', 'stroke-dasharray',
]);

const CLASSES = new Set([
  'ink', 'ink2', 'accent', 'exposed', 'signal', 'good', 'info', 'context',
  'fill-surface', 'fill-accent', 'fill-exposed', 'fill-signal', 'fill-good', 'fill-info', 'fill-context',
  'wash-accent', 'wash-exposed', 'wash-signal', 'wash-good', 'wash-info', 'wash-sunken',
  'thin', 'bold', 'dots', 'small', 'strong', 'number',
]);

const TRANSLATE = /^translate\(\s*-?[\d.]+(?:[\s,]+-?[\d.]+)?\s*\)$/;

export interface Drawn {
  element: string;
  attributes: Record<string, string>;
  classes: string;
  text: string | null;
}

export function drawn(shapes: readonly Shape[]): Drawn[] {
  return shapes
    .filter((shape) => ELEMENTS.has(shape.element))
    .map((shape) => ({
      element: shape.element,
      attributes: Object.fromEntries(
        shape.attributes.filter(([name, value]) => ATTRIBUTES.has(name) || (name === 'transform' && TRANSLATE.test(value))),
      ),
      classes: shape.classes.filter((name) => CLASSES.has(name)).join(' '),
      text: shape.element === 'text' ? shape.text : null,
    }));
}
