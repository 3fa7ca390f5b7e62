// Everybody who stands somewhere, however many pages of the table they fill.

import type { PersonRow, StandingFilter, trainerPeople } from '../../api';

/** Rows that are asked for at a time. */
const PAGE = 500;

/** Over the whole course, by name; of a group, or of everybody. */
export async function everyone(standing: StandingFilter, ask: typeof trainerPeople, groupId: string | null = null): Promise<PersonRow[]> {
  const rows: PersonRow[] = [];
  for (;;) {
    const page = await ask({ groupId, name: '', moduleId: null, standing, sort: { kind: 'name' }, descending: false, offset: rows.length, limit: PAGE });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.shown) return rows;
  }
}
