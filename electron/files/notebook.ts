import { basename, dirname, join, relative, sep } from "node:path";
import type { NoteEntry } from "#core/api.ts";
import { isIgnoredFolder, isNoteName, noteNameOf } from "#core/note/paths.ts";
import { fail, type Result } from "#core/result.ts";
import { attempt, Refusal } from "./failure.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { hashOf } from "./hash.ts";
import { isInside } from "./place.ts";
import { type FoundNote, findNote, type Scan, type Skipped, scanFolder } from "./scan.ts";
import { cleanStrays, removeStrays } from "./temp-file.ts";

/** What a notebook is given when it is opened. */
export interface NotebookServices {
  /** Moves a file to the system's trash. */
  readonly trash: (path: string) => Promise<void>;
  /** Folder, outside of every notebook, for the safety copies of files that must be written in place. */
  readonly rescue: string;
  readonly fs?: FileSystem;
}

/** An open notebook: which notes it has, and where each really lies. What is done with notes is in notes.ts. */
export interface Notebook {
  /** Real path of its folder; a single file's notebook is the folder that it lies in. */
  readonly root: string;
  /** Name of the file, where one was opened alone. */
  readonly single: string | null;
  readonly name: string;
  readonly services: NotebookServices & { readonly fs: FileSystem };
  /** Looks through the folder. Fails where it cannot be listed; what else cannot be listed is in `skipped`. */
  list(): Promise<Result<Listing>>;
  /** The look behind `list`, with the folders. Throws where the folder cannot be listed. */
  scan(): Promise<Scan>;
  /** What the last `list` or `scan` found. Null before the first. */
  lastScan(): Scan | null;
  /** The notes as last seen, by path. */
  entries(): NoteEntry[];
  /** The entry as last seen. Null for a note that was not there then. */
  entry(id: string): NoteEntry | null;
  /** The path of every note that was ever seen here, also of one that is gone. */
  pathOf(id: string): string | null;
  /** Remembers what became of a note. */
  put(entry: NoteEntry): NoteEntry;
  forget(path: string): void;
  /** Where a note lies, inside the notebook at this moment. Fails for links that lead out and for unknown ids. */
  locate(id: string): Promise<Result<NotePlace>>;
}

/** A note's path inside its notebook, and its real path. */
export interface NotePlace {
  readonly path: string;
  readonly real: string;
}

/** The notes of a notebook, by path. */
export interface Listing {
  readonly notes: readonly NoteEntry[];
  readonly skipped: readonly Skipped[];
}

/** The id of a note: opaque, and the same for the same path in every run. */
export const noteIdOf = (path: string): string => hashOf(path).slice(0, 20);

/** Opens a folder, or a single file alone. Fails where it cannot be read or a file is no note. */
export async function openNotebook(path: string, services: NotebookServices): Promise<Result<Notebook>> {
  const fs = services.fs ?? nodeFileSystem;
  return attempt("opened", path, async () => {
    const real = await fs.realpath(path);
    const stats = await fs.stat(real);
    if (stats.isDirectory()) return notebookOf(real, null, { ...services, fs });
    if (!stats.isFile()) throw new Refusal("bad-input", `${path} is no ordinary file.`, "Open a text file.", path);
    if (!isNoteName(real) && !/\.txt$/i.test(real))
      throw new Refusal("not-text", `${path} is no Markdown file.`, "Open a file that ends in .md.", path);
    return notebookOf(dirname(real), basename(real), { ...services, fs });
  });
}

function notebookOf(root: string, single: string | null, services: Notebook["services"]): Notebook {
  const { fs } = services;
  let entries = new Map<string, NoteEntry>();
  // Every id ever handed out: a look at the folder that began before a note was made must not make its id unknown.
  const paths = new Map<string, string>();
  let last: Scan | null = null;
  const scan = async () => {
    last = single === null ? await scanFolder(fs, root) : await scanSingle(fs, root, single);
    entries = new Map(last.notes.map(entryOf).map((entry) => [entry.id, entry]));
    for (const { id, path } of entries.values()) paths.set(id, path);
    return last;
  };
  return {
    root,
    single,
    name: single === null ? basename(root) || root : noteNameOf(single),
    services,
    list: () =>
      attempt("listed", single ?? root, async () => {
        const { notes, skipped } = await scan();
        return { notes: notes.map(entryOf), skipped };
      }),
    scan,
    lastScan: () => last,
    entries: () => [...entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    entry: (id) => entries.get(id) ?? null,
    pathOf: (id) => paths.get(id) ?? null,
    put(entry) {
      entries.set(entry.id, entry);
      paths.set(entry.id, entry.path);
      return entry;
    },
    forget: (path) => void entries.delete(noteIdOf(path)),
    async locate(id) {
      const path = paths.get(id);
      if (path === undefined)
        return fail("not-found", "This note is not there any more.", "Choose another from the list.");
      return attempt("read", path, async () => {
        const real = await fs.realpath(join(root, path));
        if (!isInside(root, real) || relative(root, real).split(sep).some(isIgnoredFolder))
          throw new Refusal("not-allowed", `${path} leads out of the notebook.`, "Open it by itself.", path);
        return { path, real };
      });
    },
  };
}

async function scanSingle(fs: FileSystem, root: string, single: string): Promise<Scan> {
  const scan: Scan = { notes: [], folders: [""], skipped: [], strays: [] };
  const found = await findNote(fs, root, single);
  if (found && "why" in found) scan.skipped.push(found);
  else if (found) scan.notes.push(found);
  return scan;
}

/** Removes the temporary files that a killed run left in a notebook, as far as it has been looked through. */
export async function cleanNotebook(notebook: Notebook, now: number): Promise<void> {
  const { root, single, services } = notebook;
  if (single !== null) await cleanStrays(root, now, services.fs);
  const strays = notebook.lastScan()?.strays ?? [];
  await removeStrays(
    strays.map((path) => join(root, path)),
    now,
    services.fs,
  );
}

/** What the window is told of a note. */
export function entryOf({ path, stats, outside }: Omit<FoundNote, "real">): NoteEntry {
  return noteEntry(path, Number(stats.size), Number(stats.mtimeMs), outside);
}

/** The entry of a note of so many bytes, changed at `modified` (milliseconds since 1970). */
export function noteEntry(path: string, bytes: number, modified: number, outside = false): NoteEntry {
  return { id: noteIdOf(path), path, name: noteNameOf(path), bytes, modified, outside };
}
