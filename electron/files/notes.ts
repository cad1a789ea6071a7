import { join } from "node:path";
import type { NoteEntry } from "#core/api.ts";
import type { Encoding } from "#core/note/encoding.ts";
import { checkNewNotePath, freeCopyPath } from "#core/note/paths.ts";
import { decode, decodeAs, encode, type NoteForm, plainForm } from "#core/note/text.ts";
import type { Failure, Result } from "#core/result.ts";
import { ok } from "#core/result.ts";
import { readFileAt } from "./bytes.ts";
import { attempt } from "./failure.ts";
import { makeFolders, moveFile, refuseTwins } from "./folders.ts";
import type { Hash } from "./hash.ts";
import { entryOf, type Notebook, noteEntry } from "./notebook.ts";
import { expectMove } from "./own-writes.ts";
import { openPlace } from "./place.ts";
import { queued } from "./queue.ts";
import { saveFile } from "./save.ts";

/** Notes larger than this, in bytes, are refused. */
export const largestNote = 50_000_000;

/** A note as read from disk. */
export interface NoteContent {
  readonly entry: NoteEntry;
  readonly text: string;
  readonly form: NoteForm;
  /** Of the bytes on disk: the `base` of the next save. */
  readonly hash: Hash;
  /** Why the note cannot be written: an unknown encoding, or a file marked read-only. */
  readonly readOnly: Failure | null;
}

/** Reads a note. A note in an unknown encoding comes as a preview, for reading only, until `readNoteAs`. */
export async function readNote(notebook: Notebook, id: string): Promise<Result<NoteContent>> {
  const file = await readBytes(notebook, id);
  if (!file.ok) return file;
  const { entry, bytes, hash, writable } = file.value;
  const decoded = decode(bytes, entry.path);
  if (decoded.kind === "binary") return { ok: false, error: decoded.error };
  if (decoded.kind === "undecodable") {
    const form: NoteForm = { encoding: decoded.guess, bom: false, eol: "mixed" };
    return ok({ entry, text: decoded.preview, form, hash, readOnly: decoded.error });
  }
  return ok({ entry, text: decoded.text, form: decoded.form, hash, readOnly: writable ? null : markedReadOnly(entry) });
}

/** Reads a note in the encoding that the person chose; for reading only where it could not be written back the same. */
export async function readNoteAs(notebook: Notebook, id: string, encoding: Encoding): Promise<Result<NoteContent>> {
  const file = await readBytes(notebook, id);
  if (!file.ok) return file;
  const { entry, bytes, hash, writable } = file.value;
  const decoded = decodeAs(bytes, encoding, entry.path);
  if (!decoded.ok) return decoded;
  const { text, form, exact } = decoded.value;
  const readOnly = exact ? (writable ? null : markedReadOnly(entry)) : inexact(entry, encoding);
  return ok({ entry, text, form, hash, readOnly });
}

/** A note after a save. */
export interface SavedNote {
  readonly entry: NoteEntry;
  readonly hash: Hash;
  /** Its real path. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What was on disk before, and since when (milliseconds since 1970): for the versions. */
  readonly replaced: { readonly bytes: Uint8Array; readonly modified: number } | null;
}

/** Saves a note's text in its form, by the recipe. `base` is the hash that the text was read with. */
export async function saveNote(
  notebook: Notebook,
  id: string,
  { text, form, base }: { text: string; form: NoteForm; base: Hash },
): Promise<Result<SavedNote>> {
  const place = await notebook.locate(id);
  if (!place.ok) return place;
  const { path: label, real } = place.value;
  const bytes = encode(text, form, label);
  if (!bytes.ok) return bytes;
  const { rescue, fs } = notebook.services;
  const saved = await saveFile(real, bytes.value, { base, label, within: notebook.root, rescue, fs });
  if (!saved.ok) return saved;
  const { hash, path, modified, replaced: before } = saved.value;
  const replaced = before && { bytes: before.bytes, modified: Number(before.stats.mtimeMs) };
  const entry = notebook.put(noteEntry(label, bytes.value.length, modified));
  return ok({ entry, hash, path, bytes: bytes.value, replaced });
}

/** Makes a new note, and the folders on its way. Nothing that is there is ever written over. */
export async function createNote(notebook: Notebook, path: string, text: string): Promise<Result<NoteEntry>> {
  const checked = checkNewNotePath(path);
  if (!checked.ok) return checked;
  const bytes = encode(text, plainForm, checked.value);
  return bytes.ok ? addFile(notebook, checked.value, bytes.value) : bytes;
}

/** Copies a note, bytes as they are, to a free name beside it. */
export async function duplicateNote(notebook: Notebook, id: string): Promise<Result<NoteEntry>> {
  const file = await readBytes(notebook, id);
  if (!file.ok) return file;
  const listing = await notebook.list();
  if (!listing.ok) return listing;
  const taken = listing.value.notes.map((note) => note.path);
  return addFile(notebook, freeCopyPath(file.value.entry.path, taken), file.value.bytes);
}

/** Renames or moves a note inside its notebook. A link is renamed itself, not what it leads to. */
export async function renameNote(notebook: Notebook, id: string, path: string): Promise<Result<NoteEntry>> {
  const place = await notebook.locate(id);
  if (!place.ok) return place;
  const checked = checkNewNotePath(path);
  if (!checked.ok) return checked;
  const { path: from, real } = place.value;
  const to = checked.value;
  const { fs } = notebook.services;
  return attempt("renamed", from, () =>
    queued(real, async () => {
      const { size, mtimeMs } = await fs.lstat(real);
      if (to === from) return noteEntry(from, size, mtimeMs);
      await refuseTwins(fs, notebook.root, to, from);
      await makeFolders(fs, notebook.root, to);
      const source = await openPlace(fs, join(notebook.root, from), notebook.root, process.platform);
      try {
        const target = await openPlace(fs, join(notebook.root, to), notebook.root, process.platform);
        try {
          expectMove(join(notebook.root, from), join(notebook.root, to));
          await moveFile(fs, source.at(source.name), target.at(target.name));
          await target.sync();
        } finally {
          await target.close();
        }
        await source.sync();
      } finally {
        await source.close();
      }
      notebook.forget(from);
      return notebook.put(noteEntry(to, size, mtimeMs));
    }),
  );
}

/** Moves a note to the system's trash. */
export async function trashNote(notebook: Notebook, id: string): Promise<Result<undefined>> {
  const place = await notebook.locate(id);
  if (!place.ok) return place;
  const { path, real } = place.value;
  return attempt("moved to the trash", path, () =>
    queued(real, async () => {
      await notebook.services.trash(join(notebook.root, path));
      notebook.forget(path);
      return undefined;
    }),
  );
}

async function readBytes(notebook: Notebook, id: string) {
  const place = await notebook.locate(id);
  if (!place.ok) return place;
  const { path, real } = place.value;
  return attempt("read", path, async () => {
    const { root: within, services } = notebook;
    const { bytes, hash, stats } = await readFileAt(services.fs, real, path, { limit: largestNote, within });
    const entry = entryOf({ path, stats, outside: false });
    return { entry, bytes, hash, writable: (stats.mode & 0o222n) !== 0n };
  });
}

async function addFile(notebook: Notebook, path: string, bytes: Uint8Array): Promise<Result<NoteEntry>> {
  const { fs, rescue } = notebook.services;
  const ready = await attempt("created", path, async () => {
    await refuseTwins(fs, notebook.root, path, null);
    await makeFolders(fs, notebook.root, path);
  });
  if (!ready.ok) return ready;
  const full = join(notebook.root, path);
  const saved = await saveFile(full, bytes, { base: null, label: path, within: notebook.root, rescue, fs });
  return saved.ok ? ok(notebook.put(noteEntry(path, bytes.length, saved.value.modified))) : saved;
}

function markedReadOnly({ path }: NoteEntry): Failure {
  const message = `${path} is marked read-only.`;
  return { code: "read-only", message, action: "Allow writing to it, or save a copy.", file: path };
}

function inexact({ path }: NoteEntry, encoding: Encoding): Failure {
  const message = `${path} could not be written back in ${encoding} without changes, so it is open for reading only.`;
  return { code: "not-text", message, action: "Choose another encoding, or save a copy.", file: path };
}
