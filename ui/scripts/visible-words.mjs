// Finds words in a Svelte component that a person would see and that do not come from the catalogue:
// text between tags, attributes that are read out or shown, and strings in expressions at such places.

import { parse } from 'svelte/compiler';

const SHOWN = new Set(['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']);

/** Names that stay the same in every language. */
const ALLOWED = new Set(['Eighteen Days']);

const hasWords = (text) => /\p{L}{2,}/u.test(text) && !ALLOWED.has(text.trim());

/** The strings that an expression can come to, without those it only compares or passes on. */
function* results(node) {
  if (!node) return;
  if (node.type === 'Literal' && typeof node.value === 'string') yield node.value;
  else if (node.type === 'TemplateLiteral') for (const quasi of node.quasis) yield quasi.value.cooked ?? '';
  else if (node.type === 'ConditionalExpression') {
    yield* results(node.consequent);
    yield* results(node.alternate);
  } else if (node.type === 'LogicalExpression') {
    yield* results(node.left);
    yield* results(node.right);
  } else if (node.type === 'BinaryExpression' && node.operator === '+') {
    yield* results(node.left);
    yield* results(node.right);
  }
}

function attributeWords(attribute) {
  const values = Array.isArray(attribute.value) ? attribute.value : [attribute.value];
  const found = [];
  for (const value of values) {
    if (value?.type === 'Text') found.push(value.data);
    if (value?.type === 'ExpressionTag') found.push(...results(value.expression));
  }
  return found;
}

export function visibleWords(source, name) {
  const problems = [];
  const line = (position) => source.slice(0, position).split('\n').length;
  const report = (text, position) => {
    if (hasWords(text)) problems.push(`${name}:${line(position)}: words outside the catalogue: ${text.trim().slice(0, 60)}`);
  };
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!node || typeof node !== 'object' || typeof node.type !== 'string') return;
    if (node.type === 'Text') report(node.data, node.start);
    if (node.type === 'ExpressionTag') for (const text of results(node.expression)) report(text, node.start);
    for (const attribute of node.attributes ?? []) {
      if (attribute.type !== 'Attribute' || !SHOWN.has(attribute.name)) continue;
      for (const text of attributeWords(attribute)) report(text, attribute.start);
    }
    for (const key of ['fragment', 'nodes', 'body', 'consequent', 'alternate', 'fallback', 'pending', 'then', 'catch']) {
      visit(node[key]);
    }
  };
  visit(parse(source, { modern: true }).fragment);
  return problems;
}
