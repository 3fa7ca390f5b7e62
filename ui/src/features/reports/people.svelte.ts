import type { ModuleStatus, PersonRow, TrainerOverview } from '../../api';
import { sorted, turned, type SortKey, type Sorting } from './sorting';
import { overallStanding, progress, standingOf, type Standing } from './standing';

/** Shows everybody, one standing, or those who may need help. */
export type StandingFilter = 'all' | Standing | 'help';

/** `name`, `last`, or the id of a module behind `module:`. */
export type PeopleColumn = 'name' | 'last' | `module:${string}`;

/** The table of modules and people: what is shown of it, and in which order. */
export class PeopleTable {
  name = $state('');
  moduleId = $state('');
  standing = $state<StandingFilter>('all');
  sorting = $state<Sorting<PeopleColumn>>({ column: 'name', ascending: true });
  /** As many rows as a person looks through; more on request. */
  readonly page = 100;
  limit = $state(100);
  readonly #collator: Intl.Collator;
  readonly #overview: () => TrainerOverview | undefined;

  constructor(overview: () => TrainerOverview | undefined, language: string) {
    this.#overview = overview;
    this.#collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  }

  get modules(): ModuleStatus[] {
    const modules = this.#overview()?.modules ?? [];
    return this.moduleId === '' ? modules : modules.filter((module) => module.moduleId === this.moduleId);
  }

  /** Filtered and sorted once for each change, however many places show it. */
  readonly #rows = $derived.by<PersonRow[]>(() => {
    const shown = (this.#overview()?.rows ?? []).filter((row) => this.#matchesName(row) && this.#matchesStanding(row));
    return sorted(shown, (row) => this.#key(row), this.sorting.ascending, this.#collator);
  });

  get rows(): PersonRow[] {
    return this.#rows;
  }

  get filtered(): boolean {
    return this.name.trim() !== '' || this.standing !== 'all' || this.moduleId !== '';
  }

  sortBy(column: PeopleColumn): void {
    this.sorting = turned(this.sorting, column);
  }

  showMore(): void {
    this.limit += this.page;
  }

  showEverybody(): void {
    this.name = '';
    this.moduleId = '';
    this.standing = 'all';
  }

  /** The cell of a person in a module. */
  cell(row: PersonRow, moduleId: string) {
    const modules = this.#overview()?.modules ?? [];
    return row.cells[modules.findIndex((module) => module.moduleId === moduleId)];
  }

  #matchesName(row: PersonRow): boolean {
    const wanted = this.name.trim().toLocaleLowerCase();
    return wanted === '' || (row.name ?? '').toLocaleLowerCase().includes(wanted);
  }

  #matchesStanding(row: PersonRow): boolean {
    if (this.standing === 'all') return true;
    if (this.standing === 'help') {
      return this.#overview()?.needHelp.some((each) => each.personId === row.personId) ?? false;
    }
    const cell = this.moduleId === '' ? null : this.cell(row, this.moduleId);
    return (cell ? standingOf(cell.state) : overallStanding(row)) === this.standing;
  }

  #key(row: PersonRow): SortKey {
    const { column } = this.sorting;
    if (column === 'name') return row.name;
    if (column === 'last') return row.lastActive;
    const cell = this.cell(row, column.slice('module:'.length));
    return cell ? progress(cell) : null;
  }
}
