import type { ModulePath } from "../outline/tree.ts";
import { type TitleKey, titleKey } from "./likeness.ts";
import { type NoteOutline, placesOf } from "./places.ts";

/** What is remembered of a module, to find it again after an edit that was not seen. */
export interface KnownModule {
  readonly path: ModulePath;
  /** Address of the link on its line. */
  readonly link: string | null;
  readonly planned: number | null;
}

/** A note as it was when the app last saw it: its modules in the order of the text. */
export interface KnownNote {
  readonly note: string;
  readonly modules: readonly KnownModule[];
}

/** What to remember of a note until the next look. Plain data. */
export const knownNote = (note: NoteOutline): KnownNote => ({
  note: note.note,
  modules: placesOf(note).map(({ path, module }) => ({ path, link: module.link, planned: module.planned })),
});

/** A module with its neighbours, on either side of the edit. */
export interface Entry {
  readonly path: ModulePath;
  readonly link: string | null;
  readonly planned: number | null;
  readonly key: TitleKey;
  /** Neighbours in the note; null at its ends, and where they are not known. */
  prev: Entry | null;
  next: Entry | null;
  match: Entry | null;
}

/** The modules of a note with their neighbours. */
export const entriesOf = ({ modules }: KnownNote): Entry[] => {
  const entries = modules.map(
    (known): Entry => ({ ...known, key: titleKey(known.path.title), prev: null, next: null, match: null }),
  );
  entries.forEach((entry, n) => {
    entry.prev = entries[n - 1] ?? null;
    entry.next = entries[n + 1] ?? null;
  });
  return entries;
};

/** A module of which nothing but its path is known. */
export const lone = (path: ModulePath): Entry => ({
  path,
  link: null,
  planned: null,
  key: titleKey(path.title),
  prev: null,
  next: null,
  match: null,
});
