// People: collected when opened, filled with sample data and freed of it, exported.

import { exportPeople, loadSample, removeSample, type TrainerOverview, trainerOverview, trainerPeople } from '../../api';
import { reportFilter } from '../../features/reports/among.svelte';
import { everyone } from '../../features/reports/everyone';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { PeopleTable } from '../../features/reports/people.svelte';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface OverviewCalls {
  trainerOverview: typeof trainerOverview;
  trainerPeople: typeof trainerPeople;
  loadSample: typeof loadSample;
  removeSample: typeof removeSample;
  exportPeople: typeof exportPeople;
}

export class Overview {
  readonly load: Load<TrainerOverview>;
  readonly sampling = new Action();
  readonly choosing = new Action();
  readonly exporting: Exporting;
  readonly table: PeopleTable;
  readonly #calls: OverviewCalls;

  constructor(calls: OverviewCalls = { trainerOverview, trainerPeople, loadSample, removeSample, exportPeople }) {
    this.#calls = calls;
    this.load = new Load(() => calls.trainerOverview(reportFilter.group));
    this.exporting = new Exporting(() => calls.exportPeople(reportFilter.group));
    this.table = new PeopleTable(() => this.load.data, calls.trainerPeople);
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.sampling.failure, this.choosing.failure, this.exporting.action.failure, this.table.asking.failure);
  }

  /** Of another group, or of everybody again. */
  async narrow(): Promise<void> {
    this.exporting.written = null;
    await this.load.again();
    this.table.begin();
  }

  /** Made-up people, so that somebody can look around before there are real ones. */
  async fillWithSample(): Promise<boolean> {
    return this.#sample(this.#calls.loadSample);
  }

  async takeSampleAway(): Promise<boolean> {
    return this.#sample(this.#calls.removeSample);
  }

  /** Ids of everybody who may need help. */
  async whoMayNeedHelp(): Promise<string[] | undefined> {
    const rows = await this.choosing.run(() => everyone('help', this.#calls.trainerPeople, reportFilter.groupId));
    return rows?.map(({ personId }) => personId);
  }

  async #sample(how: () => Promise<TrainerOverview>): Promise<boolean> {
    const overview = await this.sampling.run(how);
    if (!overview) return false;
    // A group of other people is no choice any more.
    reportFilter.groupId = null;
    this.table.begin();
    this.load.set(overview);
    return true;
  }
}
