import { useEffect } from "react";
import { create } from "zustand";
import type { NoteOutline as ReadOutline } from "#core/api.ts";
import type { Failure } from "#core/result.ts";
import type { NoteOutline } from "#core/time/places.ts";
import { bridge } from "../bridge.ts";
import { useSaving } from "./saving.ts";

interface OutlinesState {
  /** The outlines of all notes, by path; null until they were read for the first time. */
  readonly notes: readonly NoteOutline[] | null;
  /** Note path → id. */
  readonly ids: ReadonlyMap<string, string>;
  /** How many notes have been read; null while none are being read. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why the outlines could not be read. */
  readonly failure: Failure | null;
}

/** The outlines of all notes, for the Plan and Time views. */
export const useAllOutlines = create<OutlinesState>(() => ({
  notes: null,
  ids: new Map(),
  progress: null,
  failure: null,
}));

/** Milliseconds that changes are gathered for before the outlines are read again. */
const rest = 400;

let stale = true;
let watchers = 0;
let following = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let reading: Promise<void> | null = null;

/** Reads the outlines again, once a reading that is under way has ended. */
export async function readOutlines(): Promise<void> {
  while (reading !== null) await reading;
  reading = read();
  await reading;
}

async function read(): Promise<void> {
  stale = false;
  clearTimeout(timer);
  useAllOutlines.setState({ progress: { done: 0, total: 0 } });
  const result = await bridge.readOutlines(undefined);
  reading = null;
  if (result.ok) useAllOutlines.setState({ ...accepted(result.value), progress: null, failure: null });
  else {
    stale = true;
    useAllOutlines.setState({ progress: null, failure: result.error });
  }
}

const accepted = (read: readonly ReadOutline[]): Pick<OutlinesState, "notes" | "ids"> => {
  const sorted = [...read].sort((a, b) => byName(a.path, b.path));
  return {
    notes: sorted.map(({ path, outline }) => ({ note: path, outline })),
    ids: new Map(sorted.map(({ path, id }) => [path, id])),
  };
};

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;

/** Says that notes, or the way they are read, have changed. They are read again soon where somebody looks at them. */
export function outlinesChanged(): void {
  stale = true;
  clearTimeout(timer);
  if (watchers > 0) timer = setTimeout(() => void readOutlines(), rest);
}

/** Follows the disk and the saves of this window, from the first use on. */
function follow(): void {
  if (following) return;
  following = true;
  const { on } = bridge;
  on.outlinesProgress((progress) => {
    if (reading !== null) useAllOutlines.setState({ progress });
  });
  on.notesChanged(outlinesChanged);
  on.noteChanged(outlinesChanged);
  on.noteMoved(outlinesChanged);
  useSaving.subscribe((now, before) => {
    const saved = Object.entries(now.notes).some(([id, { status }]) => {
      const { at } = before.notes[id]?.status ?? { at: null };
      return status.at !== null && status.at !== at;
    });
    if (saved) outlinesChanged();
  });
}

/** Keeps the outlines of all notes read while a view shows them. */
export function useOutlines(): OutlinesState {
  useEffect(() => {
    follow();
    watchers++;
    if (stale) void readOutlines();
    return () => {
      watchers--;
    };
  }, []);
  return useAllOutlines();
}
