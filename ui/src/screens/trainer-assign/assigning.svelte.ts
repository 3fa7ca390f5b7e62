// A new assignment: what, who and by when.

import {
  assignmentForm,
  type AssignmentForm,
  type Assignments,
  makeAssignment,
  type PartToAssign,
} from '../../api';
import { dayAfter, daysBetween, typedDay } from '../../shared/days';
import { doorIsShut } from '../../features/reports/locked';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export interface AssignCalls {
  assignmentForm: typeof assignmentForm;
  makeAssignment: typeof makeAssignment;
}

export type AssignProblem = 'assign-what-missing' | 'assign-who-missing' | 'assign-day-missing' | 'assign-say-long';

/** In so many days, or a day that is typed. */
export type When = 7 | 14 | 28 | 'other';

/** What was chosen on the page before. */
export interface Chosen {
  personIds: string[];
  /** Steps that they could do again. */
  parts?: PartToAssign[];
}

const LONGEST = 300;

/** A module, or a step of one, as one word. */
export const partKey = (moduleId: string, stepId: string | null): string => `${moduleId}/${stepId ?? ''}`;

export class Assigning {
  readonly load: Load<AssignmentForm>;
  readonly saving = new Action();
  /** Modules. */
  parts = $state.raw<readonly string[]>([]);
  /** Steps to revisit, one for each list on the page; empty where none is chosen yet. */
  steps = $state.raw<readonly string[]>([]);
  everybody = $state(false);
  /** The people who were chosen before. */
  chosen = $state(true);
  groupIds = $state.raw<readonly string[]>([]);
  when = $state<When>(14);
  day = $state('');
  month = $state('');
  year = $state('');
  message = $state('');
  problems = $state.raw<AssignProblem[]>([]);
  readonly #calls: AssignCalls;

  constructor({ personIds, parts = [] }: Chosen, calls: AssignCalls = { assignmentForm, makeAssignment }) {
    this.#calls = calls;
    const proposed = parts.map(({ moduleId, stepId }) => partKey(moduleId, stepId));
    this.steps = proposed.length > 0 ? proposed : [''];
    this.load = new Load(async () => {
      const form = await calls.assignmentForm({ personIds });
      this.year = form.today.slice(0, 4);
      // Where no person is shown there is nobody else to choose.
      this.everybody = form.people === null;
      return form;
    });
  }

  get locked(): boolean {
    return doorIsShut(this.load.failure, this.saving.failure);
  }

  /** The day, when there is one from today on. */
  get due(): string | undefined {
    const today = this.load.data?.today;
    if (today === undefined) return undefined;
    if (this.when !== 'other') return dayAfter(today, this.when);
    const typed = typedDay(this.day, this.month, this.year);
    return typed !== undefined && daysBetween(today, typed) >= 0 ? typed : undefined;
  }

  get daysLeft(): number {
    const { due } = this;
    const today = this.load.data?.today;
    return due === undefined || today === undefined ? 0 : daysBetween(today, due);
  }

  turnPart(key: string, on: boolean) {
    this.parts = on ? [...this.parts, key] : this.parts.filter((one) => one !== key);
  }

  chooseStep(at: number, key: string) {
    this.steps = this.steps.with(at, key);
  }

  /** Another list to choose a step from. */
  addStep() {
    this.steps = [...this.steps, ''];
  }

  turnGroup(groupId: string, on: boolean) {
    this.groupIds = on ? [...this.groupIds, groupId] : this.groupIds.filter((one) => one !== groupId);
  }

  /** Assigns. Gives what is assigned now, or nothing when something is missing or failed. */
  async save(): Promise<Assignments | undefined> {
    const form = this.load.data;
    if (!form) return undefined;
    const { due } = this;
    const personIds = this.chosen ? form.chosen.map(({ personId }) => personId) : [];
    const nobody = !this.everybody && personIds.length === 0 && this.groupIds.length === 0;
    this.problems = [
      ...(this.parts.length === 0 && this.steps.every((step) => step === '') ? (['assign-what-missing'] as const) : []),
      ...(nobody ? (['assign-who-missing'] as const) : []),
      ...(due === undefined ? (['assign-day-missing'] as const) : []),
      ...([...this.message].length > LONGEST ? (['assign-say-long'] as const) : []),
    ];
    if (this.problems.length > 0 || due === undefined) return undefined;
    return this.saving.run(() =>
      this.#calls.makeAssignment({
        parts: this.#inOrder(form),
        everybody: this.everybody,
        groupIds: [...this.groupIds],
        personIds,
        due,
        message: this.message,
      }),
    );
  }

  /** In the order of the course, however they were chosen. */
  #inOrder(form: AssignmentForm): PartToAssign[] {
    const all = form.modules.flatMap(({ moduleId, steps }) => [
      { moduleId, stepId: null },
      ...steps.map(({ stepId }) => ({ moduleId, stepId })),
    ]);
    const chosen = [...this.parts, ...this.steps];
    return all.filter(({ moduleId, stepId }) => chosen.includes(partKey(moduleId, stepId)));
  }
}
