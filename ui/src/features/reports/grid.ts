// A table that is one stop of the Tab key: arrows go from cell to cell, Home and End along a row, with
// Ctrl to the corners, Page keys ten rows. What can be pressed in a cell is what takes the focus there.

/** A row and a column, from 0. */
export interface Cell {
  row: number;
  column: number;
}

const PAGE_ROWS = 10;

/** Where a key leads; nothing for a key that is none of ours. */
export function moved(key: string, ctrl: boolean, at: Cell, last: Cell, rtl: boolean): Cell | undefined {
  const to = (row: number, column: number): Cell => ({
    row: Math.min(Math.max(row, 0), last.row),
    column: Math.min(Math.max(column, 0), last.column),
  });
  const onwards = rtl ? -1 : 1;
  switch (key) {
    case 'ArrowDown':
      return ctrl ? undefined : to(at.row + 1, at.column);
    case 'ArrowUp':
      return ctrl ? undefined : to(at.row - 1, at.column);
    case 'ArrowRight':
      return to(at.row, at.column + onwards);
    case 'ArrowLeft':
      return to(at.row, at.column - onwards);
    case 'Home':
      return to(ctrl ? 0 : at.row, 0);
    case 'End':
      return to(ctrl ? last.row : at.row, last.column);
    case 'PageDown':
      return to(at.row + PAGE_ROWS, at.column);
    case 'PageUp':
      return to(at.row - PAGE_ROWS, at.column);
    default:
      return undefined;
  }
}

const inside = (cell: Element): HTMLElement => cell.querySelector<HTMLElement>('a, button') ?? (cell as HTMLElement);

/** For `{@attach}`: the table follows the keys, also when its rows change. */
export function grid(table: HTMLTableElement): () => void {
  let at: Cell = { row: 1, column: 0 };
  const rows = () => [...table.rows].map((row) => [...row.cells].map(inside));

  /** One of them can be reached by Tab; the others by the arrows. */
  function settle() {
    const all = rows();
    at = { row: Math.min(at.row, all.length - 1), column: Math.min(at.column, (all[0]?.length ?? 1) - 1) };
    all.forEach((row, index) =>
      row.forEach((cell, column) => {
        const stop = index === at.row && column === at.column ? 0 : -1;
        // Most cells stand as they did, and an attribute that is written costs layout also when it is the same.
        if (cell.tabIndex !== stop || !cell.hasAttribute('tabindex')) cell.tabIndex = stop;
      }),
    );
  }

  function follow(event: FocusEvent) {
    const all = rows();
    const row = all.findIndex((cells) => cells.includes(event.target as HTMLElement));
    if (row < 0) return;
    at = { row, column: all[row]?.indexOf(event.target as HTMLElement) ?? 0 };
    settle();
  }

  function press(event: KeyboardEvent) {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const all = rows();
    const last = { row: all.length - 1, column: (all[0]?.length ?? 1) - 1 };
    const to = moved(event.key, event.ctrlKey, at, last, getComputedStyle(table).direction === 'rtl');
    if (to) {
      event.preventDefault();
      all[to.row]?.[to.column]?.focus();
    } else if (event.key === 'Enter' && event.target instanceof HTMLTableCellElement) {
      // The cell of a person opens what the row is about.
      event.target.closest('tr')?.querySelector('a')?.click();
    }
  }

  const watcher = new MutationObserver(settle);
  watcher.observe(table, { childList: true, subtree: true });
  table.addEventListener('focusin', follow);
  table.addEventListener('keydown', press);
  settle();
  return () => {
    watcher.disconnect();
    table.removeEventListener('focusin', follow);
    table.removeEventListener('keydown', press);
  };
}
