// The pack that is being made. Every choice is shown at once and kept on the disk, one after the other; what could
// not be kept is said on whatever page of the builder is open then.

import {
  type OrganisationText,
  type PackDraft,
  type SignedPack,
  choosePackAccent,
  choosePackDue,
  choosePackLanguages,
  choosePackLogo,
  choosePackParts,
  chooseSigningKey,
  makeSigningKey,
  newPackDraft,
  openPackDraft,
  packDraft,
  raisePackVersion,
  removePackLogo,
  savePackTexts,
  showTaken,
  signPackDraft,
} from '../../api';
import { daysBetween, typedDay } from '../../shared/days';
import { Underway } from '../../features/reports/underway.svelte';
import { Action } from '../../shared/state/action.svelte';
import { Load } from '../../shared/state/load.svelte';

export const PAGES = ['modules', 'texts', 'own', 'due', 'branding', 'sign'] as const;
export type Page = (typeof PAGES)[number];

const CALLS = {
  choosePackAccent,
  choosePackDue,
  choosePackLanguages,
  choosePackLogo,
  choosePackParts,
  chooseSigningKey,
  makeSigningKey,
  newPackDraft,
  openPackDraft,
  packDraft,
  raisePackVersion,
  removePackLogo,
  savePackTexts,
  showTaken,
  signPackDraft,
};
export type PackCalls = typeof CALLS;

/** Parts of the course, as they are ticked. */
export interface Parts {
  moduleIds: readonly string[];
  inbox: boolean;
  story: boolean;
  assessment: boolean;
}

const partsOf = ({ modules, inbox, story, assessment }: PackDraft): Parts => ({
  moduleIds: modules.filter((module) => module.chosen).map((module) => module.moduleId),
  inbox,
  story,
  assessment,
});

/** The words of the forms; an empty one is what the organisation does not say. */
export interface Words {
  title: string;
  name: string;
  report: string;
  texts: { lang: string; welcome: string; contact: string; logo: string }[];
}

const wordsOf = ({ title, organisation }: PackDraft): Words => ({
  title,
  name: organisation.name,
  report: organisation.report ?? '',
  texts: organisation.texts.map(({ lang, welcome, contact, logo }) => ({
    lang,
    welcome: welcome ?? '',
    contact: contact ?? '',
    logo: logo ?? '',
  })),
});

const typed = (day: string | null) => {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return { day: date, month, year };
};

export class Making {
  readonly load: Load<PackDraft>;
  readonly action = new Action();
  readonly signing = new Action();
  readonly underway: Underway;
  parts = $state.raw<Parts>({ moduleIds: [], inbox: false, story: false, assessment: false });
  languages = $state.raw<readonly string[]>([]);
  words = $state<Words>({ title: '', name: '', report: '', texts: [] });
  accent = $state('');
  accentWrong = $state(false);
  /** Something is written and not kept yet. */
  writing = false;
  colouring = false;
  dating = false;
  /** As they are typed. */
  due = $state({ day: '', month: '', year: '' });
  dueWrong = $state(false);
  passphrase = $state('');
  passphraseMissing = $state(false);
  newPassphrase = $state('');
  signed = $state.raw<SignedPack | undefined>(undefined);
  readonly #calls: PackCalls;
  /** What is on its way to the disk, in the order of the choices. */
  #saving: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(calls: PackCalls = CALLS) {
    this.#calls = calls;
    this.underway = new Underway();
    this.load = new Load(async () => {
      const draft = await this.#saving.then(() => calls.packDraft());
      this.#take(draft);
      return draft;
    });
  }

  /** The page is opened again: the files may have been changed by an editor. */
  open() {
    this.signed = undefined;
    this.passphrase = '';
    void this.load.again();
  }

  #take(draft: PackDraft) {
    // What was chosen meanwhile comes after this, and is what the page shows.
    if (this.#waiting > 0) return;
    this.parts = partsOf(draft);
    this.languages = draft.organisation.languages;
    // Nor is anything taken from under somebody who is writing.
    if (!this.writing) this.words = wordsOf(draft);
    if (!this.dating) this.due = typed(draft.organisation.due);
    if (!this.colouring) this.accent = draft.organisation.accent?.own ?? '';
  }

  /** Keeps a change when those before it are kept. True when it was. */
  #keep(work: () => Promise<PackDraft | null>): Promise<boolean> {
    this.#waiting++;
    const kept = this.#saving.then(async () => {
      const draft = await this.action.run(work);
      this.#waiting--;
      if (!draft) {
        // What the page shows is what is on the disk.
        if (this.action.failure && this.#waiting === 0 && this.load.data) this.#take(this.load.data);
        return false;
      }
      this.load.set(draft);
      this.#take(draft);
      return true;
    });
    this.#saving = kept;
    return kept;
  }

  turnModule(id: string, on: boolean) {
    const others = this.parts.moduleIds.filter((one) => one !== id);
    return this.turn({ moduleIds: on ? [...others, id] : others });
  }

  turn(patch: Partial<Parts>) {
    this.parts = { ...this.parts, ...patch };
    return this.#keep(() => this.#calls.choosePackParts({ ...this.parts, moduleIds: [...this.parts.moduleIds] }));
  }

  turnLanguage(tag: string, on: boolean) {
    const others = this.languages.filter((one) => one !== tag);
    const wanted = on ? [...others, tag] : others;
    if (wanted.length === 0) return Promise.resolve(false);
    this.languages = wanted;
    return this.#keep(() => this.#calls.choosePackLanguages({ languages: [...wanted] }));
  }

  saveWords() {
    this.writing = false;
    const { title, name, report, texts } = $state.snapshot(this.words);
    const said = (words: string) => (words.trim() === '' ? null : words);
    const given: OrganisationText[] = texts.map(({ lang, welcome, contact, logo }) => ({
      lang,
      welcome: said(welcome),
      contact: said(contact),
      logo: said(logo),
    }));
    return this.#keep(() => this.#calls.savePackTexts({ title, name, report, texts: given }));
  }

  chooseLogo(dark: boolean) {
    return this.#keep(() => this.#calls.choosePackLogo({ dark }));
  }

  removeLogo(dark: boolean) {
    return this.#keep(() => this.#calls.removePackLogo({ dark }));
  }

  /** The day that is typed, when it is one from today on. */
  get dueDay(): string | undefined {
    const today = this.load.data?.today;
    const day = typedDay(this.due.day, this.due.month, this.due.year);
    return day !== undefined && today !== undefined && daysBetween(today, day) >= 0 ? day : undefined;
  }

  async useDue(): Promise<boolean> {
    const due = this.dueDay;
    this.dueWrong = due === undefined;
    if (due === undefined) return false;
    this.dating = false;
    return this.#keep(() => this.#calls.choosePackDue({ due }));
  }

  dropDue() {
    this.dueWrong = false;
    this.dating = false;
    return this.#keep(() => this.#calls.choosePackDue({ due: null }));
  }

  async useAccent(): Promise<boolean> {
    this.accentWrong = !/^#?[0-9a-f]{6}$/i.test(this.accent.trim());
    if (this.accentWrong) return false;
    this.colouring = false;
    return this.#keep(() => this.#calls.choosePackAccent({ accent: this.accent }));
  }

  dropAccent() {
    this.accentWrong = false;
    this.colouring = false;
    return this.#keep(() => this.#calls.choosePackAccent({ accent: null }));
  }

  begin() {
    return this.#keep(this.#calls.newPackDraft);
  }

  openFolder() {
    return this.#keep(this.#calls.openPackDraft);
  }

  chooseKey() {
    return this.#keep(this.#calls.chooseSigningKey);
  }

  async makeKey(): Promise<boolean> {
    const made = await this.#keep(() => this.#calls.makeSigningKey({ passphrase: this.newPassphrase }));
    if (made) this.newPassphrase = '';
    return made;
  }

  raise() {
    this.signed = undefined;
    return this.#keep(this.#calls.raisePackVersion);
  }

  async sign(): Promise<boolean> {
    this.passphraseMissing = this.passphrase === '';
    if (this.passphraseMissing) return false;
    await this.#saving;
    const { passphrase } = this;
    const signed = await this.underway.watch(this.signing, () => this.#calls.signPackDraft({ passphrase }));
    if (!signed) return false;
    this.passphrase = '';
    this.signed = signed;
    return true;
  }

  show() {
    return this.action.run(async () => {
      await this.#calls.showTaken();
      return true;
    });
  }
}

let making: Making | undefined;

/** The pack of this page; begun when it is first asked for, and read anew each time a page of it is opened. */
export function useMaking(): Making {
  if (making) making.open();
  else making = new Making();
  return making;
}
