import { create } from "zustand";
import type { NotebookInfo, NoteEntry, Recent } from "#core/api.ts";
import type { Failure } from "#core/result.ts";
import { bridge } from "../bridge.ts";

interface NotebookState {
  /** False until the main process has said what to show. */
  readonly started: boolean;
  readonly notebook: NotebookInfo | null;
  readonly recents: readonly Recent[];
  readonly version: string;
  readonly platform: string;
  readonly logFile: string;
  /** By path; null while they are being listed. */
  readonly notes: readonly NoteEntry[] | null;
  /** Why the notes could not be listed. */
  readonly failure: Failure | null;
}

/** The open notebook and its notes. */
export const useNotebook = create<NotebookState>(() => ({
  started: false,
  notebook: null,
  recents: [],
  version: "",
  platform: "",
  logFile: "",
  notes: null,
  failure: null,
}));

/** Reads the list of notes again. */
export async function listNotes(): Promise<void> {
  const result = await bridge.listNotes(undefined);
  useNotebook.setState(result.ok ? { notes: result.value, failure: null } : { notes: [], failure: result.error });
}

/** The note's entry in the list. */
export const noteEntry = (id: string): NoteEntry | undefined =>
  useNotebook.getState().notes?.find((note) => note.id === id);
