// People by name in a sentence: the first of them, and how many more.

import { list, t } from '../../shared/text';

/** As many as are read in one go. */
const MOST = 12;

/** `count` of them are there in all; without it, those that are given. */
export function namesOf(people: readonly { name: string | null }[], count: number = people.length): string {
  const first = people.slice(0, MOST);
  const names = first.map(({ name }) => name ?? t('trainer-no-name'));
  const more = count - first.length;
  return list(more > 0 ? [...names, t('people-more', { count: more })] : names);
}
