// A report on its way to a file: what, how, what it will look like, how far, where it is.

import {
  type Exported,
  previewTaking,
  type Report,
  showTaken,
  stopTaking,
  takeAway,
  takeEvidence,
  takingChoice,
  type TakingChoice,
  type TakingPreview,
  takingProgress,
  type TakingProgress,
  type WhatToTake,
} from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { doorIsShut } from './locked';
import { sentenceOf, takingWords } from './taking-words';

export const REPORTS = ['people', 'modules', 'questions', 'inbox', 'ultimatum', 'misconceptions', 'lasted', 'answers'] as const satisfies readonly Report[];

/** How often the page asks how far the writing is. */
const ASK_MS = 250;

export interface TakingCalls {
  takingChoice: typeof takingChoice;
  previewTaking: typeof previewTaking;
  takeAway: typeof takeAway;
  takeEvidence: typeof takeEvidence;
  takingProgress: typeof takingProgress;
  stopTaking: typeof stopTaking;
  showTaken: typeof showTaken;
  sentenceOf: typeof sentenceOf;
}

const CALLS: TakingCalls = { takingChoice, previewTaking, takeAway, takeEvidence, takingProgress, stopTaking, showTaken, sentenceOf };

export function isReport(name: string | undefined): name is Report {
  return name === 'person' || REPORTS.some((report) => report === name);
}

export class Taking {
  report = $state<Report>('people');
  readonly choice: Load<TakingChoice>;
  readonly preview: Load<TakingPreview | null>;
  readonly saving = new Action();
  readonly showing = new Action();
  readonly proving = new Action();
  /** How far, while it is written. */
  progress = $state.raw<TakingProgress | null>(null);
  written = $state.raw<Exported | null>(null);
  /** The folder of the evidence pack. */
  evidence = $state.raw<Exported | null>(null);
  stopped = $state(false);
  readonly #calls: TakingCalls;
  readonly #subject: string | null;
  readonly #subjectOf: Report;

  constructor(report: Report, subject: string | null, calls: TakingCalls = CALLS) {
    this.#calls = calls;
    this.#subject = subject;
    this.#subjectOf = report;
    this.report = report;
    this.choice = new Load(calls.takingChoice);
    this.preview = new Load(async () => {
      const choice = this.choice.data ?? (await calls.takingChoice());
      if (!this.choice.data) this.choice.set(choice);
      return calls.previewTaking({ what: this.what, choice });
    });
  }

  get what(): WhatToTake {
    const subject = this.report === this.#subjectOf ? this.#subject : null;
    return {
      report: this.report,
      moduleId: this.report === 'questions' || this.report === 'modules' ? subject : null,
      personId: this.report === 'person' ? subject : null,
    };
  }

  /** The reports that can be chosen here; one person's answers only where the person is known. */
  get reports(): readonly Report[] {
    return this.#subjectOf === 'person' ? [...REPORTS, 'person'] : REPORTS;
  }

  get locked(): boolean {
    return doorIsShut(this.choice.failure, this.preview.failure, this.saving.failure, this.proving.failure);
  }

  get tooLong(): boolean {
    return this.choice.data?.form === 'pdf' && (this.preview.data?.tooLongForPaper ?? false);
  }

  async pick(report: Report): Promise<void> {
    this.report = report;
    this.#forget();
    await this.preview.again();
  }

  async choose(change: Partial<TakingChoice>): Promise<void> {
    if (!this.choice.data) return;
    this.choice.set({ ...this.choice.data, ...change });
    this.#forget();
    // What an organisation is called changes nothing of the rows.
    if (!('organisation' in change)) await this.preview.again();
  }

  async save(): Promise<void> {
    const choice = this.choice.data;
    if (!choice || this.saving.running) return;
    this.#forget();
    const timer = setInterval(() => void this.#look(), ASK_MS);
    const written = await this.saving.run(async () => {
      const sentence = await this.#calls.sentenceOf(this.what);
      return this.#calls.takeAway({ what: this.what, choice, words: takingWords(this.report, sentence, new Date()) });
    });
    clearInterval(timer);
    this.progress = null;
    this.written = written ?? null;
    if (written) this.stopped = false;
  }

  async prove(): Promise<void> {
    this.evidence = null;
    const names = this.choice.data?.names ?? true;
    this.evidence = (await this.proving.run(() => this.#calls.takeEvidence({ names }))) ?? null;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.#calls.stopTaking();
  }

  async show(): Promise<void> {
    await this.showing.run(this.#calls.showTaken);
  }

  async #look(): Promise<void> {
    const progress = await this.#calls.takingProgress();
    if (this.saving.running) this.progress = progress;
  }

  #forget() {
    this.written = null;
    this.stopped = false;
    this.saving.clear();
    this.showing.clear();
  }
}
