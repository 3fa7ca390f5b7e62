// What the marks of an answer mean, in words that do not need the colour.

import type { ExplainedPart, Explanation, Question, Response } from '../../api';
import { t } from '../../shared/text';

/** How a part stands in the answer: the word beside it, and whether it is good news. */
export interface Mark {
  tone: 'good' | 'bad' | 'plain';
  label:
    | 'explain-your-answer'
    | 'explain-best-answer'
    | 'explain-your-best'
    | 'explain-chosen-right'
    | 'explain-chosen-wrong'
    | 'explain-missed'
    | 'explain-left-out'
    | null;
}

/** The mark of an option of which only one is best. */
export function markOfOne({ chosen, right }: ExplainedPart): Mark {
  if (chosen && right) return { tone: 'good', label: 'explain-your-best' };
  if (chosen) return { tone: 'bad', label: 'explain-your-answer' };
  if (right) return { tone: 'good', label: 'explain-best-answer' };
  return { tone: 'plain', label: null };
}

/** The mark of an option of which several may be right. An unanswered question has nothing left out. */
export function markOfMany({ chosen, right }: ExplainedPart, answered: boolean): Mark {
  if (chosen) return right ? { tone: 'good', label: 'explain-chosen-right' } : { tone: 'bad', label: 'explain-chosen-wrong' };
  if (right) return { tone: answered ? 'bad' : 'good', label: answered ? 'explain-missed' : 'explain-best-answer' };
  return { tone: 'plain', label: answered ? 'explain-left-out' : null };
}

/** The two judgements and the reasons of a true/false question. */
export function judgementParts(parts: ExplainedPart[]): { judgements: ExplainedPart[]; reasons: ExplainedPart[] } {
  const isJudgement = (part: ExplainedPart) => part.id === 'true' || part.id === 'false';
  return { judgements: parts.filter(isJudgement), reasons: parts.filter((part) => !isJudgement(part)) };
}

/** An entry in its right place, and the place (from 1) where the learner put it. */
export interface PlacedEntry {
  part: ExplainedPart;
  place: number;
  put: number | null;
}

/** The entries in the right order, whatever order they were shown in. */
export function placedEntries(explanation: Explanation, response: Response | null): PlacedEntry[] {
  const best = explanation.best.kind === 'ordering' ? explanation.best.order : [];
  const own = response?.kind === 'ordering' ? response.order : null;
  return best.flatMap((id, at) => {
    const part = explanation.parts.find((each) => each.id === id);
    return part ? [{ part, place: at + 1, put: own ? own.indexOf(id) + 1 : null }] : [];
  });
}

/** An item with its right partner, and the words of the partner that the learner chose. */
export interface MatchedItem {
  part: ExplainedPart;
  chosen: ExplainedPart['text'] | null;
}

/** The items of a matching or sorting, and the targets that match none of them. */
export function matchedItems(
  question: Question,
  explanation: Explanation,
  response: Response | null,
): { items: MatchedItem[]; extra: ExplainedPart[] } {
  const { body } = question;
  if (body.kind !== 'matching' && body.kind !== 'sorting') return { items: [], extra: [] };
  const [ownItems, targets] = body.kind === 'matching' ? [body.items, body.targets] : [body.entries, body.groups];
  const pairs = response?.kind === body.kind ? response.pairs : [];
  const chosenFor = (id: string) => {
    const target = pairs.find((pair) => pair.item === id)?.target;
    return targets.find((each) => each.id === target)?.text ?? null;
  };
  const isItem = (part: ExplainedPart) => ownItems.some((item) => item.id === part.id);
  return {
    items: explanation.parts.filter(isItem).map((part) => ({ part, chosen: chosenFor(part.id) })),
    extra: explanation.parts.filter((part) => !isItem(part)),
  };
}

/** Why a partly right answer counts what it counts. */
export type Score =
  | { key: 'explain-score-multiple'; args: { hits: number; right: number; wrong: number; score: number } }
  | { key: 'explain-score-zero'; args: { hits: number; right: number } }
  | { key: 'explain-score-judgement' | 'explain-score-estimate' }
  | { key: 'explain-score-order' | 'explain-score-pairs' | 'explain-score-groups'; args: { placed: number; of: number; score: number } };

/** Partial credit; null where the marks speak for themselves. */
export function scoreOf({ outcome, parts, score, best }: Explanation): Score | null {
  if (best.kind === 'multiple' || best.kind === 'hotSpot') {
    const right = best.kind === 'multiple' ? best.choices.length : best.spots.length;
    const hits = parts.filter((part) => part.chosen && part.right).length;
    const wrong = parts.filter((part) => part.chosen && !part.right).length;
    if (outcome === 'right' || hits === 0) return null;
    if (score === 0) return { key: 'explain-score-zero', args: { hits, right } };
    return { key: 'explain-score-multiple', args: { hits, right, wrong, score } };
  }
  if (outcome !== 'partly') return null;
  if (best.kind === 'trueFalse') return { key: 'explain-score-judgement' };
  if (best.kind === 'estimate') return { key: 'explain-score-estimate' };
  const placed = parts.filter((part) => part.chosen).length;
  if (best.kind === 'ordering') return { key: 'explain-score-order', args: { placed, of: best.order.length, score } };
  if (best.kind === 'matching') return { key: 'explain-score-pairs', args: { placed, of: best.pairs.length, score } };
  if (best.kind === 'sorting') return { key: 'explain-score-groups', args: { placed, of: best.pairs.length, score } };
  return null;
}

/** How each spot of a drawing stands after the answer. */
export function spotMarks(parts: readonly ExplainedPart[]): ('open' | 'right' | 'wrong')[] {
  return parts.map(({ chosen, right }) => (right ? 'right' : chosen ? 'wrong' : 'open'));
}

export function scoreWords(explanation: Explanation): string {
  const score = scoreOf(explanation);
  if (!score) return '';
  switch (score.key) {
    case 'explain-score-judgement':
      return t(score.key);
    case 'explain-score-estimate':
      return t(score.key);
    case 'explain-score-zero':
      return t(score.key, score.args);
    case 'explain-score-multiple':
      return t(score.key, score.args);
    default:
      return t(score.key, score.args);
  }
}
