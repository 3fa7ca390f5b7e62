// F6 goes round the regions of the window: rail, content, and what else carries data-region.

/** Moves the focus to the next region (1) or the one before (-1). */
export function nextRegion(direction: 1 | -1) {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.offsetParent !== null);
  if (regions.length === 0) return;
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + direction + regions.length + (here === -1 && direction === -1 ? 1 : 0)) % regions.length];
  const target = next?.querySelector<HTMLElement>('h1[tabindex], [aria-current="page"]') ?? next;
  target?.focus();
}
