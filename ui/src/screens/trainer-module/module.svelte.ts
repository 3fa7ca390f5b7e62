// One module, as the trainer sees it; another one takes its place.

import { type ModuleReport, trainerModule } from '../../api';
import { reportFilter } from '../../features/reports/among.svelte';
import { Load } from '../../shared/state/load.svelte';

export class ModuleReportState {
  readonly load: Load<ModuleReport>;
  moduleId = $state<string | null>(null);

  constructor(moduleId: string | null, call: typeof trainerModule = trainerModule) {
    this.moduleId = moduleId;
    this.load = new Load(() => call({ moduleId: this.moduleId, among: reportFilter.asked }));
  }

  async show(moduleId: string): Promise<void> {
    this.moduleId = moduleId;
    await this.load.again();
  }
}
