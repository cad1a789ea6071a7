import { create } from "zustand";
import type { Note, Place } from "#core/api.ts";
import type { Failure } from "#core/result.ts";

/** The note in the editor, without its text. */
export interface OpenNote {
  readonly id: string;
  /** Changes when the editor has to begin anew, as with another encoding. */
  readonly key: string;
  /** Path inside the notebook, with `/`. */
  readonly path: string;
  readonly form: Note["form"];
  /** Why it can't be written, in a sentence; null when it can. */
  readonly readOnly: string | null;
}

interface NoteState {
  readonly note: OpenNote | null;
  /** The note that is being read, for the list to show at once. */
  readonly opening: string | null;
  /** Why the note that was asked for is not shown. */
  readonly failure: (Failure & { readonly id: string }) | null;
}

/** Which note is open. */
export const useNote = create<NoteState>(() => ({ note: null, opening: null, failure: null }));

/** What the editor begins with. */
export interface Beginning {
  readonly text: string;
  readonly place: Place | null;
  readonly readOnly: boolean;
}

const beginnings = new Map<string, Beginning>();

/** Lays a text ready for the editor under the note's key. */
export function layReady(key: string, beginning: Beginning): void {
  beginnings.clear();
  beginnings.set(key, beginning);
}

/** The text that lies ready under a key. */
export const beginningOf = (key: string): Beginning => beginnings.get(key) ?? { text: "", place: null, readOnly: true };
