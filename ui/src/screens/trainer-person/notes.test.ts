import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PERSON } from '../../../dev/fixtures/trainer';
import { Notes } from './notes.svelte';

const saveNote = vi.fn();
const removeNote = vi.fn();
const made = () => new Notes('p2', PERSON.notes, { saveNote, removeNote });
const [latest, first] = PERSON.notes;

beforeEach(() => {
  saveNote.mockReset().mockResolvedValue({ notes: [first] });
  removeNote.mockReset().mockResolvedValue({ notes: [latest] });
});

describe('notes about a person', () => {
  it('are added as typed, and the field is empty for another one', async () => {
    const notes = made();
    notes.write(' Called. ');
    expect(await notes.add()).toBe(true);
    expect(saveNote).toHaveBeenCalledExactlyOnceWith({ personId: 'p2', noteId: null, text: ' Called. ' });
    expect(notes.list).toEqual([first]);
    expect(notes.draft).toBe('');
  });

  it('are not saved empty', async () => {
    const notes = made();
    notes.write(' \n');
    expect(await notes.add()).toBe(false);
    expect(notes.missing).toBe('new');
    notes.edit(latest!);
    expect(notes.missing).toBeUndefined();
    notes.rewrite('');
    expect(await notes.change()).toBe(false);
    expect(notes.missing).toBe(latest!.noteId);
    expect(saveNote).not.toHaveBeenCalled();
  });

  it('keep what was typed when saving fails', async () => {
    saveNote.mockRejectedValue({ code: 'DiskFull', detail: 'full', path: null, seconds: null });
    const notes = made();
    notes.write('Called.');
    expect(await notes.add()).toBe(false);
    expect(notes.draft).toBe('Called.');
    expect(notes.action.failure).toBeDefined();
    expect(notes.list).toEqual(PERSON.notes);
    notes.edit(latest!);
    notes.rewrite('Mended.');
    expect(await notes.change()).toBe(false);
    expect(notes.editing?.text).toBe('Mended.');
    notes.leave();
    expect(notes.editing).toBeUndefined();
    expect(notes.action.failure).toBeUndefined();
  });

  it('are written anew and removed by their id', async () => {
    const notes = made();
    notes.edit(latest!);
    notes.rewrite('Mended.');
    expect(await notes.change()).toBe(true);
    expect(saveNote).toHaveBeenCalledExactlyOnceWith({ personId: 'p2', noteId: latest!.noteId, text: 'Mended.' });
    expect(notes.editing).toBeUndefined();
    expect(await notes.remove(first!.noteId)).toBe(true);
    expect(removeNote).toHaveBeenCalledExactlyOnceWith({ personId: 'p2', noteId: first!.noteId });
    expect(notes.list).toEqual([latest]);
  });
});
