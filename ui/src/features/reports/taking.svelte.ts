// A report on its way to a file: what, how, what it will look like, how far, where it is.

import {
  type Exported,
  previewTaking,
  type Report,
  showTaken,
  takeAway,
  takeEvidence,
  takingChoice,
  type TakingChoice,
  type TakingPreview,
  type WhatToTake,
} from '../../api';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';
import { reportFilter } from './among.svelte';
import { doorIsShut } from './locked';
import { sentenceOf, takingWords } from './taking-words';
import { Underway } from './underway.svelte';

export const REPORTS = ['people', 'modules', 'questions', 'inbox', 'ultimatum', 'misconceptions', 'lasted', 'assignments', 'answers'] as const satisfies readonly Report[];

export interface TakingCalls {
  takingChoice: typeof takingChoice;
  previewTaking: typeof previewTaking;
  takeAway: typeof takeAway;
  takeEvidence: typeof takeEvidence;
  showTaken: typeof showTaken;
  sentenceOf: typeof sentenceOf;
}

const CALLS: TakingCalls = { takingChoice, previewTaking, takeAway, takeEvidence, showTaken, sentenceOf };

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
  written = $state.raw<Exported | null>(null);
  /** The folder of the evidence pack. */
  evidence = $state.raw<Exported | null>(null);
  readonly underway: Underway;
  readonly #calls: TakingCalls;
  readonly #subject: string | null;
  readonly #subjectOf: Report;

  constructor(report: Report, subject: string | null, calls: TakingCalls = CALLS, underway = new Underway()) {
    this.underway = underway;
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
      among: reportFilter.asked,
      attempts: reportFilter.attempts,
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

  /** Told of others than before. */
  async narrow(): Promise<void> {
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
    this.written = await this.underway.watch(this.saving, async () => {
      const sentence = await this.#calls.sentenceOf(this.what);
      return this.#calls.takeAway({ what: this.what, choice, words: takingWords(this.report, sentence, new Date()) });
    });
  }

  async prove(): Promise<void> {
    this.evidence = null;
    const names = this.choice.data?.names ?? true;
    this.evidence = (await this.proving.run(() => this.#calls.takeEvidence({ names }))) ?? null;
  }

  async show(): Promise<void> {
    await this.showing.run(this.#calls.showTaken);
  }

  #forget() {
    this.written = null;
    this.underway.forget();
    this.saving.clear();
    this.showing.clear();
  }
}
