// The assignments of this store: looked at, withdrawn, and written to a file for other computers.

import {
  type Assignments as AssignmentList,
  nameTrainer,
  saveAssignmentFile,
  trainerAssignments,
  withdrawAssignment,
} from '../../api';
import { Exporting } from '../../features/reports/exporting.svelte';
import { doorIsShut } from '../../features/reports/locked';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface AssignmentCalls {
  trainerAssignments: typeof trainerAssignments;
  withdrawAssignment: typeof withdrawAssignment;
  nameTrainer: typeof nameTrainer;
  saveAssignmentFile: typeof saveAssignmentFile;
}

const LONGEST = 80;

export class Assignments {
  readonly load: Load<AssignmentList>;
  readonly acting = new Action();
  readonly saving: Exporting;
  from = $state('');
  /** The sender is missing or too long. */
  problem = $state(false);
  /** The file was asked for before there was a sender. */
  nobody = $state(false);
  readonly #calls: AssignmentCalls;

  constructor(
    given?: AssignmentList,
    calls: AssignmentCalls = { trainerAssignments, withdrawAssignment, nameTrainer, saveAssignmentFile },
  ) {
    this.#calls = calls;
    this.from = given?.from ?? '';
    this.load = new Load(async () => {
      const list = await calls.trainerAssignments();
      this.from = list.from;
      return list;
    }, given);
    this.saving = new Exporting(calls.saveAssignmentFile);
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.acting.failure, this.saving.action.failure);
  }

  async withdraw(assignmentId: string): Promise<boolean> {
    return this.#act(() => this.#calls.withdrawAssignment({ assignmentId }));
  }

  async saveFrom(): Promise<boolean> {
    const name = this.from.trim();
    this.problem = name === '' || [...name].length > LONGEST;
    if (this.problem) return false;
    this.nobody = false;
    return this.#act(() => this.#calls.nameTrainer({ name }));
  }

  /** Writes the file, when people would read who it comes from. */
  async saveFile(): Promise<void> {
    this.nobody = (this.load.data?.from ?? '') === '';
    if (!this.nobody) await this.saving.export();
  }

  async #act(how: () => Promise<AssignmentList>): Promise<boolean> {
    const list = await this.acting.run(how);
    if (list) this.load.set(list);
    return list !== undefined;
  }
}
