// Where one can be, and what each place needs to know. The table of screens (screens/screens.ts) says
// what stands there; a place without a screen in the table cannot be gone to.

export interface Places {
  welcome: Record<string, never>;
  who: Record<string, never>;
  home: Record<string, never>;
  modules: Record<string, never>;
  module: { moduleId: string };
  /** Without a step: where the learner stopped, or the first. */
  step: { moduleId: string; stepId?: string };
  'check-intro': { moduleId: string };
  'test-out': { moduleId: string };
  assessment: Record<string, never>;
  /** Without a position: at the first question that is not answered. */
  check: { attemptId: string; position?: string };
  'check-review': { attemptId: string };
  'check-result': { attemptId: string };
  inbox: Record<string, never>;
  /** Without a position: where the round goes on. */
  'inbox-message': { roundId: string; position?: string };
  'inbox-result': { roundId: string };
  /** Without a day: where the reader was, or the day on which the date became public. */
  case: { day?: string; topic?: string };
  ultimatum: Record<string, never>;
  run: { runId: string };
  'run-debrief': { runId: string };
  refresher: Record<string, never>;
  glossary: Record<string, never>;
  term: { termId: string };
  record: Record<string, never>;
  certificates: Record<string, never>;
  'my-data': Record<string, never>;
  erase: Record<string, never>;
  erased: Record<string, never>;
  'trainer-view': Record<string, never>;
  trainer: Record<string, never>;
  'trainer-person': { personId: string };
  'trainer-module': { moduleId?: string };
  'trainer-questions': { moduleId?: string };
  'trainer-inbox': Record<string, never>;
  'trainer-ultimatum': Record<string, never>;
  'trainer-misconceptions': Record<string, never>;
  'trainer-lasted': Record<string, never>;
  'trainer-people': Record<string, never>;
  'trainer-import': Record<string, never>;
  'trainer-assignments': Record<string, never>;
  'trainer-assign': Record<string, never>;
  'open-assignments': Record<string, never>;
  'trainer-collect': Record<string, never>;
  /** `subject`: the module or the person that the report is about. */
  'trainer-recovery': Record<string, never>;
  'trainer-take': { report?: string; subject?: string };
  packs: Record<string, never>;
  delivery: Record<string, never>;
  /** Without a page: the first one. */
  'make-pack': { page?: string };
  'make-module': { moduleId: string };
  'make-part': { moduleId: string; kind: string; position: string };
  /** Without a position: the first page. */
  'make-preview': { moduleId: string; position?: string };
  settings: Record<string, never>;
  about: Record<string, never>;
}

export type PlaceName = keyof Places;

type NeedsNothing<Name extends PlaceName> = Record<string, never> extends Places[Name] ? true : false;

/** Parameters may be left out where the place needs none. */
export type GoArgs<Name extends PlaceName> =
  NeedsNothing<Name> extends true ? [params?: Places[Name], given?: unknown] : [params: Places[Name], given?: unknown];

/** What navigation needs to know of a screen. */
export interface Route {
  /** Such as `/modules/:moduleId/step/:stepId?`. */
  path: string;
  /** Another place to stand at instead, when this one is not to be entered now. */
  guard?: () => PlaceName | null;
}

export type Routes = { readonly [Name in PlaceName]?: Route };

type Params = Record<string, string | undefined>;

/** The address of a place. */
export function address(path: string, params: Params): string {
  const parts = path.split('/').flatMap((part) => {
    if (!part.startsWith(':')) return [part];
    const value = params[part.slice(1).replace('?', '')];
    if (value === undefined && !part.endsWith('?')) throw new Error(`${path} needs ${part}`);
    return value === undefined ? [] : [encodeURIComponent(value)];
  });
  return parts.join('/');
}

/** The parameters, when the address is of this path. */
export function match(path: string, wanted: string): Params | null {
  const pattern = path.split('/');
  const parts = wanted.split('/');
  if (parts.length > pattern.length) return null;
  const params: Params = {};
  for (const [index, part] of pattern.entries()) {
    const given = parts[index];
    if (!part.startsWith(':')) {
      if (given !== part) return null;
    } else if (given !== undefined && given !== '') {
      params[part.slice(1).replace('?', '')] = decodeURIComponent(given);
    } else if (!part.endsWith('?')) {
      return null;
    }
  }
  return params;
}
