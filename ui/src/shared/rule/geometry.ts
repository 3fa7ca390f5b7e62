// The measures of the eighteen-day rule. It is always to scale: that is what makes it trustworthy.

export const FIRST_DAY = '2023-05-27';
export const LAST_DAY = '2023-06-14';
const DAY_MS = 86_400_000;
const days = (from: string, to: string) =>
  (Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / DAY_MS;

/** From 27 May to 14 June 2023. */
export const DAYS = days(FIRST_DAY, LAST_DAY);

/** Where a day stands, 0 to 1. Days outside stand at the ends. */
export function fraction(day: string): number {
  return Math.min(1, Math.max(0, days(FIRST_DAY, day) / DAYS));
}

export interface Tick {
  at: number;
  /** 27 May 2023 was a Saturday; each further week has a longer tick. */
  week: boolean;
}

export const TICKS: readonly Tick[] = Array.from({ length: DAYS + 1 }, (_, day) => ({
  at: day / DAYS,
  week: day % 7 === 0,
}));

/** A label that wants to stand at its day. Sizes in pixels. */
export interface Label {
  id: string;
  /** 0 to 1. */
  at: number;
  width: number;
  height: number;
}

export interface Placed {
  id: string;
  lane: number;
  /** Distance of the label from the start of the rule, and from the first lane. */
  start: number;
  top: number;
  /** The label ends at its day, because there is no room behind it. */
  ends: boolean;
  /** A line may lead from the rule to it without crossing another label. */
  leader: boolean;
}

interface Standing extends Placed {
  point: number;
  end: number;
}

/**
 * Places labels in lanes under the rule, so that none touches another at any width. Nothing when they
 * would need more lanes than allowed: then they stand in a list.
 */
export function placeLabels(labels: readonly Label[], total: number, gap: number, lanes: number): Placed[] | undefined {
  if (labels.some((label) => label.width > total)) return undefined;
  const wanted = labels.map((label) => {
    const point = label.at * total;
    const ends = point + label.width > total;
    // A label that does not fit behind its day ends at it, or at the edge when it would leave the other one.
    const start = ends ? Math.max(0, point - label.width) : point;
    return { ...label, point, ends, start, end: start + label.width };
  });
  // From the end backwards, so that a lead line meets only labels that begin behind it.
  const order = [...wanted.filter((one) => !one.ends).sort((a, b) => b.point - a.point)];
  order.push(...wanted.filter((one) => one.ends).sort((a, b) => a.point - b.point));

  const placed: Standing[] = [];
  for (const one of order) {
    const free = (lane: number) =>
      placed.every((other) => other.lane !== lane || one.start >= other.end + gap || one.end + gap <= other.start);
    const crossesAbove = (lane: number) =>
      placed.some((other) => other.lane < lane && one.point > other.start - 2 && one.point < other.end + 2);
    const isCrossed = (lane: number) =>
      placed.some(
        (other) => other.leader && other.lane > lane && other.point > one.start - 2 && other.point < one.end + 2 && other.point !== one.point,
      );
    const all = Array.from({ length: lanes }, (_, lane) => lane);
    const clean = all.find((lane) => free(lane) && !crossesAbove(lane) && !isCrossed(lane));
    const lane = clean ?? all.find((candidate) => free(candidate) && !isCrossed(candidate)) ?? all.find(free);
    if (lane === undefined) return undefined;
    // What now stands in the way of an earlier lead line takes that line away.
    for (const other of placed) {
      if (other.lane > lane && other.point > one.start - 2 && other.point < one.end + 2) other.leader = false;
    }
    const { id, start, ends, point, end } = one;
    placed.push({ id, lane, start, ends, point, end, top: 0, leader: clean !== undefined });
  }

  const heights = new Map<number, number>();
  const heightOf = new Map(labels.map((label) => [label.id, label.height]));
  for (const { id, lane } of placed) heights.set(lane, Math.max(heights.get(lane) ?? 0, heightOf.get(id) ?? 0));
  const topOf = (lane: number) =>
    Array.from({ length: lane }, (_, above) => (heights.get(above) ?? 0) + gap / 2).reduce((a, b) => a + b, 0);
  return placed.map(({ id, lane, start, ends, leader }) => ({ id, lane, start, ends, leader, top: topOf(lane) }));
}
