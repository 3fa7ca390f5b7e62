// One person, as a trainer sees them.

import { exportPerson, type PersonAttempt, type PersonDetail, trainerPerson } from '../../api';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { standingOf } from '../../features/reports/standing';
import { Load } from '../../shared/state/load.svelte';
import { triesByModule } from './tries';

export interface PersonCalls {
  trainerPerson: typeof trainerPerson;
  exportPerson: typeof exportPerson;
}

export class Person {
  readonly load: Load<PersonDetail>;
  readonly exporting: Exporting;

  constructor(personId: string, calls: PersonCalls = { trainerPerson, exportPerson }) {
    this.load = new Load(() => calls.trainerPerson({ personId }));
    this.exporting = new Exporting(() => calls.exportPerson({ personId }));
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.exporting.action.failure);
  }

  get tries() {
    return this.load.data ? triesByModule(this.load.data) : [];
  }

  get finished(): number {
    const counts = ({ summary }: PersonAttempt) => summary.form !== 'testOut' && summary.finishedAt !== null;
    return this.load.data?.attempts.filter(counts).length ?? 0;
  }

  get modulesCompleted(): number {
    return this.load.data?.modules.filter(({ cell }) => standingOf(cell.state) === 'completed').length ?? 0;
  }
}
