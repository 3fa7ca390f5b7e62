// Where a card stands: under its words, over them when there is no room below, always inside the window.

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const GAP = 8;
const MARGIN = 16;

/** `lines` are the boxes of the words, one for each line that they stand on. */
export function placeCard(
  lines: ArrayLike<Box>,
  card: { width: number; height: number },
  page: { width: number; height: number },
): { left: number; top: number } {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last) return { left: MARGIN, top: MARGIN };
  const room = page.width - card.width - MARGIN;
  const left = Math.max(MARGIN, Math.min(room, last.left));
  const below = last.bottom + GAP;
  const above = first.top - GAP - card.height;
  const fitsBelow = below + card.height + MARGIN <= page.height;
  const top = fitsBelow ? below : above >= MARGIN ? above : Math.max(MARGIN, page.height - card.height - MARGIN);
  return { left, top };
}
