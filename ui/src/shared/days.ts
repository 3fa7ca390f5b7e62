// Days as numbers, without hours and zones: `2026-12-04`.

const DAY_MS = 86_400_000;

const utc = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);

/** The day so many days after another. */
export function dayAfter(iso: string, days: number): string {
  return new Date(utc(iso) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; below zero when the other is before it. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** The day that was typed as year, month and day with strokes between them, or nothing when there is no such day. */
export function writtenDay(text: string): string | undefined {
  const [year = '', month = '', day = '', ...more] = text.trim().split('-');
  return more.length > 0 ? undefined : typedDay(day, month, year);
}

/** The day that was typed in three fields, or nothing when there is no such day. */
export function typedDay(day: string, month: string, year: string): string | undefined {
  const parts = [year, month, day].map((part) => part.trim());
  if (!parts.every((part) => /^\d+$/.test(part)) || parts[0]?.length !== 4) return undefined;
  const iso = parts.map((part) => part.padStart(2, '0')).join('-');
  // 31 November would become 1 December.
  return Number.isNaN(utc(iso)) || dayAfter(iso, 0) !== iso ? undefined : iso;
}
