import { join } from "node:path";
import type { NotebookInfo, NoteEntry } from "#core/api.ts";
import type { NoteForm } from "#core/note/text.ts";
import { ok, type Result } from "#core/result.ts";
import { clockStateSchema, STILL } from "#core/time/clock-state.ts";
import type { Log } from "./answer.ts";
import type { Store, WindowState } from "./app-data.ts";
import { type Backups, openBackups } from "./files/backup.ts";
import { hashOf } from "./files/hash.ts";
import { openJsonStore } from "./files/json-store.ts";
import type { NoteChange } from "./files/note-changes.ts";
import { type Notebook, noteIdOf, openNotebook as openFiles } from "./files/notebook.ts";
import { readNote } from "./files/notes.ts";
import { findNote } from "./files/scan.ts";
import { openVersions, type Versions } from "./files/versions.ts";
import { type NotebookWatch, watchNotebook } from "./files/watch.ts";
import type { Desktop } from "./handlers/context.ts";
import { type Outlines, readOutlines } from "./outlines.ts";
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
  readonly outlines: Outlines;
  readonly list: () => Promise<Result<NoteEntry[]>>;
  /** Tells the window that notes came or went. */
  readonly listChanged: () => Promise<void>;
  /** The window has read a note: from now on its changes are told. */
  readonly seen: (path: string, hash: string) => void;
  readonly close: () => Promise<void>;
}

/** The note that was shown last, if it is still there; found without listing the notebook. */
const lastNote = async (notebook: Notebook, path: string | undefined): Promise<string | null> => {
  const first = notebook.single ?? path;
  if (first === undefined) return null;
  const found = await findNote(notebook.services.fs, notebook.root, first);
  return found && !("why" in found) ? notebook.put(found).id : null;
};

/** Opens a folder or a file as a notebook. */
export const openNotebook = async (path: string, around: NotebookSurroundings): Promise<Result<OpenNotebook>> => {
  const opened = await openFiles(path, { trash: around.trash, rescue: join(around.dataFolder, "rescue") });
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
    watching ??= startWatching();
    return ok([...listing.value.notes]);
  };
  const listChanged = async () => {
    const listed = await list();
    if (listed.ok) around.send("notesChanged", listed.value);
  };

  const tell = async (change: NoteChange) => {
    const id = noteIdOf(change.kind === "moved" ? change.from : change.path);
    if (!forms.has(id)) return;
    if (change.kind === "removed") around.send("noteChanged", { id, text: null, hash: null });
    if (change.kind === "moved") {
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
        };
        rest().catch((error) => around.log(error, "an outside change"));
      },
      onError: (error) => around.log(error, "watching the notebook"),
    });

  return ok({
    key,
    info: { name: notebook.name, path: key, single: notebook.single !== null },
    notebook,
    time: time.value,
    backups,
    versions,
    firstNote,
    forms,
    outlines: readOutlines(notebook, {
      cacheFolder: join(around.dataFolder, "outlines"),
      key,
      log: around.log,
    }),
    list,
    listChanged,
    seen: (note, hash) => void watching?.then((watch) => watch.seen(note, hash)),
    close: async () => {
      await time.value.close();
      await (await watching)?.close();
    },
  });
};
