// Reads the course that ships, roughly, so that the preview shows real words. The app reads packs in
// Rust and checks them; nothing here is checked.

import { parse } from 'smol-toml';
import type { Art, Block, ClaimCard, Question, Shape, Span, TermCard } from '../src/api/bindings';
import packToml from '../../content/eighteen-days/pack.toml?raw';
import claimsToml from '../../content/eighteen-days/claims.toml?raw';
import glossaryToml from '../../content/eighteen-days/glossary.toml?raw';

const LESSONS = import.meta.glob<string>('../../content/eighteen-days/lessons/*.md', { query: '?raw', import: 'default', eager: true });
const QUIZZES = import.meta.glob<string>('../../content/eighteen-days/quizzes/*.toml', { query: '?raw', import: 'default', eager: true });
const FIGURES = import.meta.glob<string>('../../content/eighteen-days/media/*.svg', { query: '?raw', import: 'default', eager: true });

/* eslint-disable @typescript-eslint/no-explicit-any -- made-up answers for looking only */
type Any = any;

const isoDay = (value: Any): string => (value?.toISOString ? value.toISOString().slice(0, 10) : String(value));

export const pack = parse(packToml) as Any;

export const claims: ClaimCard[] = ((parse(claimsToml) as Any).claim as Any[]).map((claim) => ({
  id: claim.id,
  says: claim.says,
  date: isoDay(claim.date),
  precision: claim.precision ?? 'day',
  known: claim.known ? isoDay(claim.known) : null,
  knownPrecision: claim.known_precision ?? 'day',
  knownFrom: isoDay(claim.was?.[0]?.from ?? claim.known ?? claim.date),
  topic: claim.topic ?? null,
  status: claim.status,
  history: claim.was ? [...claim.was.map((was: Any) => ({ status: was.status, from: isoDay(was.from) })), { status: claim.status, from: isoDay(claim.since) }] : [],
  sources: claim.sources,
  later: claim.later ?? null,
  reviewBy: isoDay(claim.review_by),
  stale: false,
}));

export const terms: TermCard[] = ((parse(glossaryToml) as Any).term as Any[]).map((term) => ({
  id: term.id,
  term: term.term,
  means: term.means,
  example: term.example ?? null,
}));

export function inline(text: string, moduleId: string): Span[] {
  const spans: Span[] = [];
  const pattern = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[(.+?)\]\((claim|term|step):([a-z0-9-]+)\)/g;
  let last = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > last) spans.push({ kind: 'text', text: text.slice(last, found.index) });
    const [whole, strong, emphasis, code, words, kind, id] = found;
    if (strong) spans.push({ kind: 'strong', text: strong });
    else if (emphasis) spans.push({ kind: 'emphasis', text: emphasis });
    else if (code) spans.push({ kind: 'code', text: code });
    else if (kind === 'step') spans.push({ kind: 'step', text: words ?? '', moduleId, stepId: id ?? '' });
    else spans.push({ kind: kind as 'claim' | 'term', text: words ?? '', id: id ?? '' });
    last = found.index + whole.length;
  }
  if (last < text.length) spans.push({ kind: 'text', text: text.slice(last) });
  return spans;
}

function drawing(path: string): Art {
  const source = Object.entries(FIGURES).find(([name]) => name.endsWith(path))?.[1];
  if (!source) return { kind: 'picture', address: '' };
  const svg = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  const [, , width, height] = (svg.getAttribute('viewBox') ?? '0 0 1 1').split(' ').map(Number);
  const shapes: Shape[] = [];
  const walk = (element: Element, classes: string[]) => {
    for (const child of element.children) {
      const own = [...classes, ...child.classList];
      if (child.tagName === 'g') walk(child, own);
      else {
        const attributes = [...child.attributes].filter((one) => one.name !== 'class').map((one): [string, string] => [one.name, one.value]);
        shapes.push({ element: child.tagName, attributes, classes: own, text: child.tagName === 'text' ? child.textContent : null });
      }
    }
  };
  walk(svg, []);
  return { kind: 'drawing', width: width ?? 1, height: height ?? 1, shapes };
}

export function question(item: Any, moduleId: string): Question {
  const part = (one: Any) => ({ id: one.id, text: inline(one.text, moduleId) });
  const ask = inline(item.ask, moduleId);
  if (item.type === 'true-false') return { itemId: item.id, ask, body: { kind: 'trueFalse', reasons: item.reason.map(part) } };
  if (item.type === 'ordering') return { itemId: item.id, ask, body: { kind: 'ordering', entries: [...item.entry].reverse().map(part) } };
  if (item.type === 'matching') {
    const targets = [...item.pair.map((one: Any) => ({ id: one.id, text: inline(one.target, moduleId) })), ...(item.extra ?? []).map(part)];
    return { itemId: item.id, ask, body: { kind: 'matching', items: item.pair.map(part), targets: targets.reverse() } };
  }
  return { itemId: item.id, ask, body: { kind: item.type, options: item.option.map(part) } };
}

function block(kind: string, body: Any, moduleId: string, items: Map<string, Any>): Block {
  const text = (value: string) => inline(value, moduleId);
  switch (kind) {
    case 'decision':
      return { kind, id: body.id, ask: text(body.ask), options: body.option.map((one: Any) => ({ id: one.id, text: text(one.text) })), taken: null };
    case 'check':
      return { kind, question: question(items.get(body.item), moduleId), feedback: null, answered: 0 };
    case 'callout':
      return { kind, title: body.title ?? null, body: text(body.body) };
    case 'figure':
      return { kind, alt: body.alt, caption: text(body.caption), claims: body.claims ?? [], text: body.text.map(text), art: drawing(body.src) };
    case 'timeline':
      return { kind, title: body.title, events: body.event.map((one: Any) => ({ date: isoDay(one.date), text: text(one.text), claim: one.claim ?? null })) };
    case 'comparison':
      return { kind, title: body.title, columns: body.columns, rows: body.row.map((one: Any) => ({ head: one.head, cells: one.cells.map(text) })) };
    case 'quote':
      return { kind, text: text(body.text), who: body.who, role: body.role ?? null, date: isoDay(body.date), claim: body.claim, paraphrase: body.paraphrase ?? false, evidence: body.evidence ?? false };
    default:
      return { kind: 'reflection', id: body.id, prompt: text(body.prompt), written: '' };
  }
}

export interface LessonStep {
  id: string;
  title: string;
  blocks: Block[];
  /** What follows from each option, by decision and option. */
  then: Map<string, Map<string, Span[]>>;
}

function lesson(source: string, moduleId: string, items: Map<string, Any>): LessonStep[] {
  return source.split(/^## /m).slice(1).map((part) => {
    const [head = '', ...rest] = part.split('\n');
    const title = head.replace(/\s*\{.*$/, '');
    const id = /#([a-z0-9-]+)/.exec(head)?.[1] ?? '';
    const blocks: Block[] = [];
    const then: LessonStep['then'] = new Map();
    for (const piece of rest.join('\n').split(/^(```[\s\S]*?^```)/m)) {
      const fence = /^```(\w+)\n([\s\S]*?)^```/m.exec(piece);
      if (fence) {
        const body = parse((fence[2] ?? '').replace(/,(\s*)\}/g, '$1}')) as Any;
        blocks.push(block(fence[1] ?? '', body, moduleId, items));
        if (fence[1] === 'decision') then.set(body.id, new Map(body.option.map((one: Any) => [one.id, inline(one.then, moduleId)])));
        continue;
      }
      for (const paragraph of piece.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean)) {
        if (paragraph.startsWith('### ')) blocks.push({ kind: 'subheading', text: paragraph.slice(4) });
        else if (/^(-|\d+\.) /.test(paragraph)) {
          const entries = paragraph.split(/\n(?=- |\d+\. )/).map((one) => inline(one.replace(/^(-|\d+\.) /, ''), moduleId));
          blocks.push({ kind: 'list', ordered: /^\d/.test(paragraph), items: entries });
        } else blocks.push({ kind: 'paragraph', text: inline(paragraph.replace(/\n/g, ' '), moduleId) });
      }
    }
    return { id, title, blocks, then };
  });
}

const fileOf = (files: Record<string, string>, name: string) => Object.entries(files).find(([path]) => path.endsWith(name))?.[1] ?? '';

export const quizzes = new Map<string, Any>(
  pack.module.map((one: Any) => [one.id, parse(fileOf(QUIZZES, one.quiz))]),
);

const itemsOf = (moduleId: string) => new Map<string, Any>(quizzes.get(moduleId).item.map((item: Any) => [item.id, item]));

export const lessons = new Map<string, LessonStep[]>(
  pack.module.map((one: Any) => [one.id, lesson(fileOf(LESSONS, one.lesson), one.id, itemsOf(one.id))]),
);

export const modules = pack.module.map((one: Any) => ({ ...one, from: isoDay(one.from), to: isoDay(one.to) })) as Any[];
export const released = isoDay(pack.released);
