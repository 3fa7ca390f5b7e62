/** A column and its direction. */
export interface Sorting<Column extends string> {
  column: Column;
  ascending: boolean;
}

/** What a column is sorted by; null is "nothing known" and stands last in both directions. */
export type SortKey = string | number | null;

/** Another column begins ascending; the same one turns round. */
export function turned<Column extends string>(now: Sorting<Column>, column: Column): Sorting<Column> {
  return { column, ascending: now.column === column ? !now.ascending : true };
}

/** The word for `aria-sort`. */
export function ariaSort<Column extends string>(now: Sorting<Column>, column: Column): 'ascending' | 'descending' | 'none' {
  if (now.column !== column) return 'none';
  return now.ascending ? 'ascending' : 'descending';
}

/** The rows in order. Equal rows keep their places. */
export function sorted<Row>(
  rows: readonly Row[],
  key: (row: Row) => SortKey,
  ascending: boolean,
  collator = new Intl.Collator(),
): Row[] {
  return rows
    .map((row) => ({ row, key: key(row) }))
    .sort((a, b) => compare(a.key, b.key, ascending, collator))
    .map(({ row }) => row);
}

function compare(a: SortKey, b: SortKey, ascending: boolean, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
  return ascending ? order : -order;
}
