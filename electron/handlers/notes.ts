import { basename, dirname, join } from "node:path";
import type { Note } from "#core/api.ts";
import { type Encoding, encodings } from "#core/note/encoding.ts";
import { decode, encode } from "#core/note/text.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { Handlers } from "../answer.ts";
import { withNotebook } from "../app-data.ts";
import { restoringOf } from "../files/backup.ts";
import {
  createNote,
  type NoteContent,
  readNote,
  readNoteAs,
  renameNote,
  type SavedNote,
  saveNote,
  trashNote,
} from "../files/notes.ts";
import { saveFile } from "../files/save.ts";
import { readNotations, writeNotation } from "../notations.ts";
import type { OpenNotebook } from "../open-notebook.ts";
import { receivedTexts } from "../received-texts.ts";
import type { WindowContext } from "./context.ts";

type NoteCalls =
  | "listNotes"
  | "readOutlines"
  | "readNotations"
  | "writeNotation"
  | "readNote"
  | "readNoteAs"
  | "saveNote"
  | "saveNoteCopy"
  | "backupNote"
  | "createNote"
  | "renameNote"
  | "trashNote"
  | "revealNote"
  | "rememberPlace"
  | "listVersions"
  | "readVersion"
  | "noteImage";

/** What every call on a notebook answers where none is open. */
export const noNotebook = () => fail("not-found", "No notebook is open in this window.", "Open a folder or a file.");

const isEncoding = (name: string): name is Encoding => (encodings as readonly string[]).includes(name);

/** Reading and writing the notes of the window's notebook. */
export const noteHandlers = (context: WindowContext): Pick<Handlers, NoteCalls> => {
  const { desktop, windowState, now } = context;
  const texts = receivedTexts();

  const inNotebook = async <T>(work: (open: OpenNotebook) => Promise<Result<T>>): Promise<Result<T>> => {
    await context.opening;
    return context.notebook ? work(context.notebook) : noNotebook();
  };

  const remember = (open: OpenNotebook, change: Parameters<typeof withNotebook>[3]) =>
    windowState.set(withNotebook(windowState.get(), open.key, now().getTime(), change));

  /** A note as the window gets it. Its form is kept for the saves to come. */
  const shown = async (open: OpenNotebook, read: Result<NoteContent>): Promise<Result<Note>> => {
    if (!read.ok) return read;
    const { entry, text, form, hash, readOnly } = read.value;
    open.forms.set(entry.id, form);
    open.seen(entry.path, hash);
    remember(open, (state) => ({ ...state, lastNote: entry.path }));
    return ok({
      id: entry.id,
      path: entry.path,
      text,
      hash,
      form,
      readOnly: readOnly && `${readOnly.message} ${readOnly.action}`,
      place: windowState.get().notebooks[open.key]?.places[entry.path] ?? null,
      backup: await backupOf(open, read.value),
    });
  };

  /** Unsaved text of an earlier window, unless the file holds it already. */
  const backupOf = async (open: OpenNotebook, { entry, text, hash }: NoteContent): Promise<Note["backup"]> => {
    const place = await open.notebook.locate(entry.id);
    const found = place.ok ? await open.backups.find(place.value.real) : place;
    if (!found.ok) context.log(new Error(found.error.message), "looking for unsaved text");
    if (!found.ok || !found.value) return null;
    const restoring = restoringOf(found.value, { hash, text });
    return restoring === "nothing" ? null : { text: found.value.text, stale: restoring === "both", at: found.value.at };
  };

  /** After a save: the unsaved text is forgotten, what was saved is kept as a version. The save itself stands. */
  const keepSaved = async (open: OpenNotebook, { path, bytes, replaced }: SavedNote) => {
    const { backups, versions } = open;
    const before = replaced ? await versions.add(path, replaced.bytes, replaced.modified) : ok(null);
    for (const kept of [before, await backups.forget(path), await versions.add(path, bytes, now().getTime())])
      if (!kept.ok) context.log(new Error(kept.error.message), "after a save");
  };

  return {
    listNotes: () => inNotebook((open) => open.list()),
    readOutlines: () =>
      inNotebook(async (open) => {
        let told = 0;
        return open.readOutlines((done, total) => {
          const at = now().getTime();
          if (at - told < 100 && done < total) return;
          told = at;
          desktop.send("outlinesProgress", { done, total });
        });
      }),
    readNotations: () => inNotebook((open) => readNotations(open.notebook)),
    writeNotation: ({ note, choice }) =>
      inNotebook(async (open) => {
        const written = await writeNotation(open.notebook, note, choice);
        return written.ok ? ok(undefined) : written;
      }),
    readNote: ({ id }) => inNotebook(async (open) => shown(open, await readNote(open.notebook, id))),
    readNoteAs: ({ id, encoding }) =>
      inNotebook(async (open) =>
        isEncoding(encoding)
          ? shown(open, await readNoteAs(open.notebook, id, encoding))
          : fail("bad-input", `Lectern does not know the encoding "${encoding}".`, "Choose another."),
      ),
    saveNote: ({ id, sent, base }) =>
      inNotebook(async (open) => {
        const received = texts.receive(id, sent);
        if (!received.ok) return received;
        const text = received.value;
        const form = open.forms.get(id);
        if (!form) return fail("not-found", "This note was not opened here.", "Open it again.");
        const saved = await saveNote(open.notebook, id, { text, form, base });
        if (!saved.ok) return saved;
        await keepSaved(open, saved.value);
        open.edited(id, text);
        return ok({ hash: saved.value.hash, at: now().getTime() });
      }),
    saveNoteCopy: ({ id, text }) =>
      inNotebook(async (open) => {
        // Also of a note whose file is gone: its text is nowhere else.
        const from = open.notebook.pathOf(id);
        const form = open.forms.get(id);
        if (from === null || !form) return fail("not-found", "This note was not opened here.", "Open it again.");
        const name = basename(from).replace(/\.(?:md|markdown)$/i, "");
        const path = await desktop.chooseSavePath(
          "Save a copy",
          join(open.notebook.root, dirname(from), `${name} copy.md`),
        );
        if (path === null) return fail("cancelled", "No copy was saved.", "");
        const bytes = encode(text, form, from);
        if (!bytes.ok) return bytes;
        // The system's dialog has asked before an existing file is replaced.
        const saved = await saveFile(path, bytes.value, { base: "any" });
        return saved.ok ? ok({ path: saved.value.path }) : saved;
      }),
    backupNote: ({ id, sent, base }) =>
      inNotebook(async (open) => {
        const received = sent && texts.receive(id, sent);
        if (received?.ok === false) return received;
        const place = await open.notebook.locate(id);
        // A note whose file is gone is the one whose text must be kept most.
        const seen = open.notebook.pathOf(id);
        const path = place.ok ? place.value.real : seen && join(open.notebook.root, seen);
        if (!path) return fail("not-found", "This note was not opened here.", "Open it again.");
        const done =
          received === null
            ? await open.backups.forget(path)
            : await open.backups.keep({ path, text: received.value, base, at: now().getTime() });
        return done.ok ? ok(undefined) : done;
      }),
    createNote: ({ path, text }) =>
      inNotebook(async (open) => {
        const created = await createNote(open.notebook, path, text);
        if (created.ok) void open.listChanged();
        return created;
      }),
    renameNote: ({ id, path }) =>
      inNotebook(async (open) => {
        const before = open.notebook.entry(id);
        const renamed = await renameNote(open.notebook, id, path);
        if (renamed.ok && before) {
          const form = open.forms.get(id);
          if (form) open.forms.set(renamed.value.id, form);
          remember(open, ({ places, ...state }) => {
            const place = places[before.path];
            return {
              ...state,
              lastNote: renamed.value.path,
              places: place ? { ...places, [renamed.value.path]: place } : places,
            };
          });
          void open.listChanged();
          await open.versions.move(join(open.notebook.root, before.path), join(open.notebook.root, renamed.value.path));
          const moves = await open.movedNote(before.path, renamed.value.path);
          if (!moves.ok) return moves;
        }
        return renamed;
      }),
    trashNote: ({ id }) =>
      inNotebook(async (open) => {
        const trashed = await trashNote(open.notebook, id);
        if (trashed.ok) void open.listChanged();
        return trashed;
      }),
    revealNote: ({ id }) =>
      inNotebook(async (open) => {
        const place = await open.notebook.locate(id);
        if (!place.ok) return place;
        desktop.reveal(place.value.real);
        return ok(undefined);
      }),
    rememberPlace: ({ id, place }) =>
      inNotebook(async (open) => {
        const entry = open.notebook.entry(id);
        if (entry)
          remember(open, (state) => ({
            ...state,
            lastNote: entry.path,
            places: { ...state.places, [entry.path]: place },
          }));
        return ok(undefined);
      }),
    listVersions: ({ id }) =>
      inNotebook(async (open) => {
        const place = await open.notebook.locate(id);
        return place.ok ? open.versions.list(place.value.real) : place;
      }),
    readVersion: ({ id, version }) =>
      inNotebook(async (open) => {
        const place = await open.notebook.locate(id);
        if (!place.ok) return place;
        const bytes = await open.versions.read(place.value.real, version);
        if (!bytes.ok) return bytes;
        const decoded = decode(bytes.value, open.notebook.entry(id)?.path ?? version);
        return decoded.kind === "text" ? ok({ text: decoded.text }) : { ok: false, error: decoded.error };
      }),
    noteImage: ({ id, href }) =>
      inNotebook(async (open) => {
        const entry = open.notebook.entry(id);
        const missing = fail("not-found", `There is no image ${href} in this notebook.`, "Correct its path.");
        if (!entry) return missing;
        const path = imagePath(entry.path, href);
        const url =
          path === null ? null : await desktop.imageAddress(open.notebook.root, join(open.notebook.root, path));
        return url === null ? missing : ok({ url });
      }),
  };
};

/** The path inside the notebook that an image's address in a note means; null for addresses of another kind. */
const imagePath = (note: string, href: string): string | null => {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith("//") || href.includes("\0")) return null;
  try {
    const path = decodeURIComponent(href.replace(/[?#].*$/, ""));
    return path.startsWith("/") ? path.slice(1) : join(dirname(note), path);
  } catch {
    return null;
  }
};
