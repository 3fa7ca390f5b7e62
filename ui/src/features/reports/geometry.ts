/**
 * Places are per cent of the width, so that a mark follows its row at every text size and nothing is
 * measured in the page. In a right-to-left page the axis runs from right to left.
 */
export interface Axis {
  rtl: boolean;
}

/** A share with its interval. */
export interface Share {
  share: number;
  low: number;
  high: number;
}

/** Where the marks of a dot on a line stand. */
export interface DotPlace {
  dot: string;
  from: string;
  width: string;
  reference: string;
}

/** Half correct: what a coin decides in a question of two. */
export const REFERENCE = 0.5;

function per(place: number): string {
  return `${Math.round(place * 100) / 100}%`;
}

/** How far along a line of 100 a share stands; what is outside stands at an end. */
function along(share: number): number {
  return Math.min(Math.max(share, 0), 1) * 100;
}

function shares({ rtl }: Axis): (share: number) => number {
  return (share) => (rtl ? 100 - along(share) : along(share));
}

export function dotPlace(of: Share, axis: Axis, reference = REFERENCE): DotPlace {
  const x = shares(axis);
  const [from, to] = [x(of.low), x(of.high)].sort((a, b) => a - b) as [number, number];
  return { dot: per(x(of.share)), from: per(from), width: per(to - from), reference: per(x(reference)) };
}

/** A bar for each count. All share one scale, whose end is everybody who answered. */
export function barPlaces(counts: number[], everybody: number, axis: Axis): { x: string; width: string }[] {
  return counts.map((count) => {
    const long = along(count / Math.max(everybody, 1));
    return { x: per(axis.rtl ? 100 - long : 0), width: per(long) };
  });
}
