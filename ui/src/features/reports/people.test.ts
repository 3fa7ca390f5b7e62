import { describe, expect, it } from 'vitest';
import { OVERVIEW } from '../../../dev/fixtures/trainer';
import { PeopleTable } from './people.svelte';
import { ariaSort, sorted, turned } from './sorting';
import { overallStanding } from './standing';

const table = () => new PeopleTable(() => OVERVIEW, 'en-GB');
const names = (people: PeopleTable) => people.rows.map((row) => row.name);

describe('sorting', () => {
  it('begins ascending and turns round at the same column', () => {
    const first = turned({ column: 'name', ascending: true }, 'name');
    expect(first).toEqual({ column: 'name', ascending: false });
    expect(turned<string>(first, 'last')).toEqual({ column: 'last', ascending: true });
    expect(ariaSort(first, 'name')).toBe('descending');
    expect(ariaSort<string>(first, 'last')).toBe('none');
  });

  it('leaves unknown values last in both directions, and equal rows where they are', () => {
    const rows = [{ at: 2, id: 'a' }, { at: null, id: 'b' }, { at: 1, id: 'c' }, { at: 2, id: 'd' }];
    const ids = (ascending: boolean) => sorted(rows, (row) => row.at, ascending).map((row) => row.id);
    expect(ids(true)).toEqual(['c', 'a', 'd', 'b']);
    expect(ids(false)).toEqual(['a', 'd', 'c', 'b']);
  });
});

describe('the table of people', () => {
  it('stands in the order of names, those without a name last', () => {
    const people = table();
    expect(names(people)[0]).toBe('Anna Lindqvist');
    expect(names(people).at(-1)).toBeNull();
    people.sortBy('name');
    expect(names(people).at(-1), 'also when it is turned round').toBeNull();
  });

  it('sorts a module from not started to completed with the best result', () => {
    const people = table();
    people.sortBy('module:the-notice');
    expect(names(people)[0]).toBe('Charlotte Featherstonehaugh-Montgomery');
    people.sortBy('module:the-notice');
    expect(names(people)[0]).toBe('Rami Haddad');
  });

  it('sorts by when somebody was last here', () => {
    const people = table();
    people.sortBy('last');
    expect(names(people)[0]).toBe('Rami Haddad');
    expect(names(people).at(-1)).toBe('Charlotte Featherstonehaugh-Montgomery');
  });

  it('finds by name without regard to capitals, and shows everybody again', () => {
    const people = table();
    people.name = '  OKA ';
    expect(names(people)).toEqual(['Maya Okafor']);
    expect(people.filtered).toBe(true);
    people.showEverybody();
    expect(people.rows).toHaveLength(OVERVIEW.people);
    expect(people.filtered).toBe(false);
  });

  it('reads a status over all modules, or in the one chosen', () => {
    const people = table();
    people.standing = 'completed';
    expect(names(people)).toEqual(['Ines Carvalho', 'Maya Okafor', 'سلمى حداد']);
    people.moduleId = 'the-notice';
    expect(people.rows).toHaveLength(5);
    expect(people.modules.map((module) => module.moduleId)).toEqual(['the-notice']);
  });

  it('shows those who may need help', () => {
    const people = table();
    people.standing = 'help';
    expect(names(people)).toEqual(['Anna Lindqvist', 'Rami Haddad']);
  });

  it('counts somebody with one module done as under way', () => {
    const rami = OVERVIEW.rows.find((row) => row.personId === 'p3');
    expect(rami && overallStanding(rami)).toBe('started');
  });
});
