import type { ModuleState, PersonCell, PersonRow } from '../../api';

/** Where somebody stands over all modules. */
export type Standing = 'completed' | 'started' | 'notStarted';

/** A module with its steps read and its check open is still only begun. */
export function standingOf(state: ModuleState): Standing {
  if (state === 'known') return 'completed';
  return state === 'stepsDone' ? 'started' : state;
}

export function overallStanding(row: PersonRow): Standing {
  const standings = row.cells.map((cell) => standingOf(cell.state));
  if (standings.length > 0 && standings.every((each) => each === 'completed')) return 'completed';
  return standings.every((each) => each === 'notStarted') ? 'notStarted' : 'started';
}

const RANK: Record<ModuleState, number> = { notStarted: 0, started: 1, stepsDone: 2, known: 3, completed: 4 };

/** From nothing done to everything right, as one number to sort by. */
export function progress(cell: PersonCell): number {
  const steps = cell.steps > 0 ? cell.stepsDone / cell.steps : 0;
  const points = cell.points !== null && cell.of ? cell.points / cell.of : 0;
  return RANK[cell.state] * 100 + steps * 10 + points;
}
