// A trainer's notes about a person: added, written anew, removed. What is typed stays when saving fails.

import { type PersonNote, type PersonNotes, removeNote, saveNote } from '../../api';
import { Action } from '../../shared/state/action.svelte';

/** Characters of a note. */
export const LONGEST_NOTE = 4000;

export interface NoteCalls {
  saveNote: typeof saveNote;
  removeNote: typeof removeNote;
}

export class Notes {
  readonly action = new Action();
  list = $state.raw<PersonNote[]>([]);
  /** The note that is about to be added. */
  draft = $state('');
  /** Something was to be saved where nothing is written: the note's id, or `new`. */
  missing = $state<string | undefined>(undefined);
  /** The note that is being written anew, as it stands in the field. */
  editing = $state.raw<PersonNote | undefined>(undefined);
  readonly #personId: string;
  readonly #calls: NoteCalls;

  constructor(personId: string, notes: PersonNote[], calls: NoteCalls = { saveNote, removeNote }) {
    this.#personId = personId;
    this.#calls = calls;
    this.list = notes;
  }

  write(text: string) {
    this.draft = text;
    this.missing = undefined;
  }

  /** Adds what is typed; says whether it is kept. */
  async add(): Promise<boolean> {
    const text = this.draft;
    const added = await this.#save('new', null, text);
    if (added && this.draft === text) this.draft = '';
    return added;
  }

  edit(note: PersonNote) {
    this.editing = note;
    this.missing = undefined;
    this.action.clear();
  }

  rewrite(text: string) {
    if (this.editing) this.editing = { ...this.editing, text };
    this.missing = undefined;
  }

  leave() {
    this.editing = undefined;
    this.missing = undefined;
    this.action.clear();
  }

  /** Saves the note that is being written anew; says whether it is kept. */
  async change(): Promise<boolean> {
    if (!this.editing) return false;
    const { noteId, text } = this.editing;
    const changed = await this.#save(noteId, noteId, text);
    if (changed) this.editing = undefined;
    return changed;
  }

  /** Takes a note away; says whether it is gone. */
  async remove(noteId: string): Promise<boolean> {
    return this.#take(() => this.#calls.removeNote({ personId: this.#personId, noteId }));
  }

  async #save(field: string, noteId: string | null, text: string): Promise<boolean> {
    if (this.action.running) return false;
    this.missing = text.trim() === '' ? field : undefined;
    if (this.missing) return false;
    return this.#take(() => this.#calls.saveNote({ personId: this.#personId, noteId, text }));
  }

  async #take(call: () => Promise<PersonNotes>): Promise<boolean> {
    const answer = await this.action.run(call);
    if (answer) this.list = answer.notes;
    return answer !== undefined;
  }
}
