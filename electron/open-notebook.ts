import { join } from "node:path";
import type { NotebookInfo, NoteEntry, NoteOutline } from "#core/api.ts";
import type { NoteForm } from "#core/note/text.ts";
import { recognise } from "#core/outline/recognise.ts";
import { ok, type Result } from "#core/result.ts";
import { clockStateSchema, STILL } from "#core/time/clock-state.ts";
import type { Log } from "./answer.ts";
import type { Store, WindowState } from "./app-data.ts";
import { noteMoveRecord } from "./corrections.ts";
import { type Backups, openBackups } from "./files/backup.ts";
import { hashOf } from "./files/hash.ts";
import { openJsonStore } from "./files/json-store.ts";
import type { NoteChange } from "./files/note-changes.ts";
import { cleanNotebook, entryOf, type Notebook, noteIdOf, openNotebook as openFiles } from "./files/notebook.ts";
import { readNote } from "./files/notes.ts";
import { findNote } from "./files/scan.ts";
import { openVersions, type Versions } from "./files/versions.ts";
import { type NotebookWatch, watchNotebook } from "./files/watch.ts";
import type { Desktop } from "./handlers/context.ts";
import { moveNotation, readNotations } from "./notations.ts";
import { readOutlines } from "./outlines.ts";
import { type KnownNotes, keepLinks, knownNotesSchema } from "./relinker.ts";
import { keepTime, type TimeKeeper } from "./time-keeper.ts";

/** What an open notebook is given. */
export interface NotebookSurroundings {
  /** The app's own data. */
  readonly dataFolder: string;
  readonly windowState: Store<WindowState>;
  readonly send: Desktop["send"];
  readonly trash: Desktop["trash"];
  readonly log: Log;
  readonly now: () => Date;
  /** Seconds since the person last touched anything; undefined where nobody knows. */
  readonly idleSeconds: () => number | undefined;
  /** Ends what runs in every notebook but the one with this key. */
  readonly stopOthers: (key: string) => Promise<void>;
}

/** A notebook with everything that lives as long as it is open: its files, watcher, safety nets and time. */
export interface OpenNotebook {
  /** Full real path; names the notebook in the app's own data. */
  readonly key: string;
  readonly info: NotebookInfo;
  readonly notebook: Notebook;
  readonly time: TimeKeeper;
  readonly backups: Backups;
  readonly versions: Versions;
  /** The note to show first. */
  readonly firstNote: string | null;
  /** How each note that was opened is written on disk. */
  readonly forms: Map<string, NoteForm>;
  /** The outlines of all notes; time is kept on its modules on the way. */
  readonly readOutlines: (progress: (done: number, total: number) => void) => Promise<Result<NoteOutline[]>>;
  /** A note has another path: its sessions go with it. */
  readonly movedNote: (from: string, to: string) => Promise<Result<unknown>>;
  /** A note has been saved: its modules may have been renamed or moved. */
  readonly edited: (id: string, text: string) => void;
  readonly list: () => Promise<Result<NoteEntry[]>>;
  /** Tells the window that notes came or went. */
  readonly listChanged: () => Promise<void>;
  /** The window has read a note: from now on its changes are told. */
  readonly seen: (path: string, hash: string) => void;
  /** Looks for outside changes now, as when the window comes to the front. */
  readonly lookAgain: () => void;
  readonly close: () => Promise<void>;
}

/** How long to wait after somebody else's change before modules are looked for, in milliseconds. */
const lookAfter = 1_000;

/** How long a note rests after a save until its modules are looked for, in milliseconds. */
const restAfter = 5_000;

/** The note that was shown last, if it is still there; found without listing the notebook. */
const lastNote = async (notebook: Notebook, path: string | undefined): Promise<string | null> => {
  const first = notebook.single ?? path;
  if (first === undefined) return null;
  const found = await findNote(notebook.services.fs, notebook.root, first);
  return found && !("why" in found) ? notebook.put(entryOf(found)).id : null;
};

/** Opens a folder or a file as a notebook. */
export const openNotebook = async (path: string, around: NotebookSurroundings): Promise<Result<OpenNotebook>> => {
  const rescue = join(around.dataFolder, "rescue");
  const opened = await openFiles(path, { trash: around.trash, rescue });
  if (!opened.ok) return opened;
  const notebook = opened.value;
  const key = notebook.single === null ? notebook.root : join(notebook.root, notebook.single);
  const id = hashOf(key).slice(0, 20);
  const clock = await openJsonStore({
    file: join(around.dataFolder, "running", `${id}.json`),
    parse: (value) => clockStateSchema.parse(value),
    initial: STILL,
    onError: (error) => around.log(error, "the running session's last sign of life"),
  });
  const backups = openBackups(join(around.dataFolder, "backups"));
  const versions = openVersions(join(around.dataFolder, "versions"));
  const [time, firstNote] = await Promise.all([
    keepTime({ ...around, root: notebook.root, clock, stopOthers: () => around.stopOthers(key) }),
    lastNote(notebook, around.windowState.get().notebooks[key]?.lastNote),
  ]);
  if (!time.ok) return time;

  const forms = new Map<string, NoteForm>();
  const list = async (): Promise<Result<NoteEntry[]>> => {
    const listing = await notebook.list();
    if (!listing.ok) return listing;
    if (watching === null) {
      watching = startWatching();
      // What a killed run left behind, out of the way of the first list.
      cleanNotebook(notebook, around.now().getTime()).catch((error) => around.log(error, "cleaning up"));
      lookForModules();
    }
    return ok([...listing.value.notes]);
  };
  const listChanged = async () => {
    const listed = await list();
    if (listed.ok) around.send("notesChanged", listed.value);
  };

  const tell = async (change: NoteChange) => {
    const id = noteIdOf(change.kind === "moved" ? change.from : change.path);
    if (!forms.has(id)) {
      if (change.kind === "moved") await movedNote(change.from, change.path);
      return;
    }
    if (change.kind === "removed") around.send("noteChanged", { id, text: null, hash: null });
    if (change.kind === "moved") {
      await movedNote(change.from, change.path);
      const entry = notebook.entry(noteIdOf(change.path));
      const form = forms.get(id);
      if (entry && form) {
        forms.set(entry.id, form);
        around.send("noteMoved", { from: id, to: entry });
      }
    }
    if (change.kind === "changed" || change.kind === "added") {
      const read = await readNote(notebook, id);
      // A note that can't be read now (gone again, or no text any more) is told by the next look, or by the next save.
      if (!read.ok || read.value.readOnly) return;
      forms.set(id, read.value.form);
      around.send("noteChanged", { id, text: read.value.text, hash: read.value.hash });
    }
  };

  // Begins with the first list, so that the first note is on the screen before 10,000 others are looked at.
  let watching: Promise<NotebookWatch> | null = null;
  const startWatching = () =>
    watchNotebook(notebook, {
      onChanges: (changes) => {
        const rest = async () => {
          for (const change of changes) await tell(change);
          if (changes.some((change) => change.kind !== "changed")) await listChanged();
          lookForModules();
        };
        rest().catch((error) => around.log(error, "an outside change"));
      },
      onError: (error) => around.log(error, "watching the notebook"),
    });

  const outlines = readOutlines(notebook, {
    cacheFolder: join(around.dataFolder, "outlines"),
    key,
    log: around.log,
  });
  const known = await openJsonStore<KnownNotes>({
    file: join(around.dataFolder, "known", `${id}.json`),
    parse: (value) => knownNotesSchema.parse(value),
    initial: {},
    onError: (error) => around.log(error, "the notes as last seen"),
  });
  const links = keepLinks({ known, time: time.value, now: around.now });
  const relink = async (notes: readonly NoteOutline[], all: boolean) => {
    const looked = await links.look(notes, all);
    if (!looked.ok) around.log(new Error(looked.error.message), "finding modules again");
  };
  const allOutlines = async (progress: (done: number, total: number) => void): Promise<Result<NoteOutline[]>> => {
    const listed = await list();
    if (!listed.ok) return listed;
    const choices = await readNotations(notebook);
    const total = listed.value.length;
    const read = await outlines.of(listed.value, choices.ok ? choices.value : {}, (done) => progress(done, total));
    await relink(read, true);
    return ok(read);
  };

  /** After somebody else's changes; many in a row are one look. */
  let looking: NodeJS.Timeout | null = null;
  const lookForModules = () => {
    if (time.value.sessions().length === 0) return;
    if (looking) clearTimeout(looking);
    looking = setTimeout(() => {
      looking = null;
      allOutlines(() => {}).catch((error) => around.log(error, "finding modules again"));
    }, lookAfter);
    looking.unref();
  };

  const movedNote = async (from: string, to: string): Promise<Result<unknown>> => {
    const choice = await moveNotation(notebook, from, to);
    if (!choice.ok) around.log(choice.error.message, "the choice of a note that moved");
    if (!time.value.sessions().some(({ module }) => module.note === from)) return ok(null);
    return time.value.correct(() => ok([noteMoveRecord(from, to, around.now())]));
  };

  // Names are typed letter by letter: modules are looked for when a note has rested for a while.
  const resting = new Map<string, { timer: NodeJS.Timeout; text: string }>();
  const rested = async (note: string) => {
    const rest = resting.get(note);
    const entry = notebook.entry(note);
    if (!rest) return;
    clearTimeout(rest.timer);
    resting.delete(note);
    if (entry) await relink([{ id: note, path: entry.path, outline: recognise(rest.text) }], false);
  };
  const edited = (note: string, text: string) => {
    const entry = notebook.entry(note);
    if (!time.value.sessions().some(({ module }) => module.note === entry?.path)) return;
    clearTimeout(resting.get(note)?.timer);
    const look = () => void rested(note).catch((error) => around.log(error, "finding modules again"));
    resting.set(note, { timer: setTimeout(look, restAfter), text });
  };

  return ok({
    key,
    info: { name: notebook.name, path: key, single: notebook.single !== null },
    notebook,
    time: time.value,
    backups,
    versions,
    firstNote,
    forms,
    readOutlines: allOutlines,
    edited,
    movedNote,
    list,
    listChanged,
    seen: (note, hash) => void watching?.then((watch) => watch.seen(note, hash)),
    lookAgain: () => {
      watching?.then((watch) => watch.rescan()).catch((error) => around.log(error, "looking for outside changes"));
    },
    close: async () => {
      if (looking) clearTimeout(looking);
      for (const note of [...resting.keys()]) await rested(note);
      await Promise.all([time.value.close(), known.flush()]);
      await (await watching)?.close();
    },
  });
};
