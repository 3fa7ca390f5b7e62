// Collecting from files: look first, then take them in, a few at a time. Each is taken wholly or not at all, so
// stopping in between leaves nothing half done.

import {
  chooseResultFiles,
  chooseResultFolder,
  collectFiles,
  collectPage,
  type CollectPage,
  type FileRefused,
  type FindingWord,
  type FoundFile,
  lookAtDropped,
  type PersonRow,
  trainerOverview,
  trainerPeople,
} from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import type { MessageId } from '../../shared/text';

export interface CollectingCalls {
  collectPage: typeof collectPage;
  chooseResultFiles: typeof chooseResultFiles;
  chooseResultFolder: typeof chooseResultFolder;
  lookAtDropped: typeof lookAtDropped;
  collectFiles: typeof collectFiles;
  trainerOverview: typeof trainerOverview;
  trainerPeople: typeof trainerPeople;
}

/** Said by the window when files were dropped on it. */
export const DROPPED = 'eighteen-days:dropped';

const CALLS: CollectingCalls = {
  collectPage,
  chooseResultFiles,
  chooseResultFolder,
  lookAtDropped,
  collectFiles,
  trainerOverview,
  trainerPeople,
};

/** Who has not started, of everybody who is there after collecting. */
export interface Left {
  people: number;
  notStarted: number;
  /** The first of them by name; nobody where no person is shown. */
  first: PersonRow[];
}

/** As many files as are taken in one go: one by one each would write the same pages of the store again. */
const AT_A_TIME = 25;

/** As many names as are read in one go. */
const NAMES = 12;

/** A file that would add something. */
export const isReady = ({ state }: FoundFile): boolean => state.kind === 'new' || state.kind === 'updated';

export class Collecting {
  readonly load: Load<CollectPage>;
  readonly choosing = new Action();
  readonly taking = new Action();
  /** What was found, and what became of it. */
  files = $state.raw<readonly FoundFile[]>([]);
  /** Files that are through, of those that were to be taken. */
  done = $state(0);
  of = $state(0);
  /** Absent before something was collected, and where it is withheld. */
  left = $state.raw<Left | undefined>(undefined);
  private stopped = false;

  constructor(private readonly calls: CollectingCalls = CALLS) {
    this.load = new Load(async () => this.shown(await calls.collectPage()));
  }

  private shown(page: CollectPage): CollectPage {
    this.files = page.files;
    this.done = 0;
    this.of = 0;
    this.left = undefined;
    return page;
  }

  get ready(): number {
    return this.files.filter(isReady).length;
  }

  get collected(): number {
    return this.files.filter(({ state }) => state.kind === 'collected').length;
  }

  get rejected(): number {
    return this.files.filter(({ state }) => state.kind === 'rejected').length;
  }

  async chooseFiles(): Promise<void> {
    const page = await this.choosing.run(this.calls.chooseResultFiles);
    if (page) this.shown(page);
  }

  /** Files or folders were dropped on the window. The page is not told which: it sees what they hold. */
  async takeDropped(): Promise<void> {
    // What is being taken in keeps its place in the list.
    if (this.taking.running) return;
    const page = await this.choosing.run(this.calls.lookAtDropped);
    if (page) this.shown(page);
  }

  async chooseFolder(): Promise<void> {
    const page = await this.choosing.run(this.calls.chooseResultFolder);
    if (page) await this.load.again();
  }

  /** Takes what is ready, a few files at a time, until there is none or somebody stops it. */
  async take(): Promise<void> {
    if (this.taking.running) return;
    this.stopped = false;
    const waiting = this.files.filter(isReady);
    this.done = 0;
    this.of = waiting.length;
    await this.taking.run(async () => {
      for (let at = 0; at < waiting.length && !this.stopped; at += AT_A_TIME) {
        const indexes = waiting.slice(at, at + AT_A_TIME).map(({ index }) => index);
        const taken = new Map((await this.calls.collectFiles({ indexes })).map((file) => [file.index, file]));
        this.files = this.files.map((file) => taken.get(file.index) ?? file);
        this.done += indexes.length;
      }
      if (this.collected > 0) this.left = await this.#left();
    });
  }

  async #left(): Promise<Left | undefined> {
    const { people, notStarted, smallestGroup } = await this.calls.trainerOverview({ groupId: null, lastDays: null, fromDay: null, toDay: null });
    if (notStarted === null) return undefined;
    if (smallestGroup !== null || notStarted === 0) return { people, notStarted, first: [] };
    const { rows } = await this.calls.trainerPeople({
      groupId: null,
      name: '',
      moduleId: null,
      standing: 'notStarted',
      sort: { kind: 'name' },
      descending: false,
      offset: 0,
      limit: NAMES,
    });
    return { people, notStarted, first: rows };
  }

  stop(): void {
    this.stopped = true;
  }
}

/** What a file would do or did, in words. */
export function stateWord({ state }: FoundFile): MessageId {
  return state.kind === 'rejected' ? REFUSED[state.why] : STATES[state.kind];
}

const STATES = {
  new: 'collect-state-new',
  updated: 'collect-state-updated',
  same: 'collect-state-same',
  collected: 'collect-state-collected',
} as const;

const REFUSED: Record<FileRefused, MessageId> = {
  notReadable: 'collect-refused-not-readable',
  tooLong: 'collect-refused-too-long',
  doesNotOpen: 'collect-refused-does-not-open',
  newer: 'collect-refused-newer',
  notOne: 'collect-refused-not-one',
  signature: 'collect-refused-signature',
  forAnother: 'collect-refused-for-another',
  changed: 'collect-refused-changed',
  sample: 'collect-refused-sample',
};

/** A fact about files, in words. */
export const FINDINGS: Record<FindingWord, MessageId> = {
  gap: 'finding-gap',
  edited: 'finding-edited',
  rollback: 'finding-rollback',
  fork: 'finding-fork',
  foreign: 'finding-foreign',
};
