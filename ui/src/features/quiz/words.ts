import type { Part, Question, Response, Span } from '../../api';
import { written } from './numbers';

/** The words of inline text without its marks. */
export function plainWords(text: Span[]): string {
  return text.map((span) => span.text).join('');
}

/** A response as the parts that were chosen, ready to be set as words. */
export type Chosen =
  | { kind: 'one'; part: Part }
  | { kind: 'several'; parts: Part[] }
  | { kind: 'judgement'; value: boolean; reason: Part | null }
  | { kind: 'order'; parts: Part[] }
  | { kind: 'pairs'; pairs: { item: Part; target: Part }[] }
  | { kind: 'typed'; text: string };

/**
 * Looks the chosen parts up in the question. A part that the question no longer has is left out:
 * the words that remain are still true.
 */
export function chosenParts(question: Question, response: Response): Chosen | null {
  const { body } = question;
  if (body.kind === 'single' && response.kind === 'single') {
    const part = find(body.options, response.choice);
    return part ? { kind: 'one', part } : null;
  }
  if (body.kind === 'scenario' && response.kind === 'single') {
    const part = find(body.options, response.choice);
    return part ? { kind: 'one', part } : null;
  }
  if (body.kind === 'hotSpot' && response.kind === 'hotSpot') {
    return { kind: 'several', parts: body.spots.filter((spot) => response.spots.includes(spot.id)) };
  }
  if (body.kind === 'sorting' && response.kind === 'sorting') {
    return { kind: 'pairs', pairs: pairs(body.entries, body.groups, response.pairs) };
  }
  if (body.kind === 'short' && response.kind === 'short') return { kind: 'typed', text: response.text };
  if (body.kind === 'estimate' && response.kind === 'estimate') {
    return { kind: 'typed', text: `${written(response.value)} ${body.unit}` };
  }
  if (body.kind === 'multiple' && response.kind === 'multiple') {
    return { kind: 'several', parts: body.options.filter((option) => response.choices.includes(option.id)) };
  }
  if (body.kind === 'trueFalse' && response.kind === 'trueFalse') {
    const reason = response.reason === null ? null : (find(body.reasons, response.reason) ?? null);
    return { kind: 'judgement', value: response.value, reason };
  }
  if (body.kind === 'ordering' && response.kind === 'ordering') {
    return { kind: 'order', parts: all(body.entries, response.order) };
  }
  if (body.kind === 'matching' && response.kind === 'matching') {
    return { kind: 'pairs', pairs: pairs(body.items, body.targets, response.pairs) };
  }
  return null;
}

function find(parts: Part[], id: string): Part | undefined {
  return parts.find((part) => part.id === id);
}

function all(parts: Part[], ids: string[]): Part[] {
  return ids.flatMap((id) => find(parts, id) ?? []);
}

function pairs(items: Part[], targets: Part[], matched: { item: string; target: string }[]) {
  return matched.flatMap((pair) => {
    const item = find(items, pair.item);
    const target = find(targets, pair.target);
    return item && target ? [{ item, target }] : [];
  });
}

/** A, B, C … for targets that are named in a list. */
export function letter(place: number): string {
  return String.fromCharCode(65 + place);
}
