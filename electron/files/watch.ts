import type { BigIntStats } from "node:fs";
import { join } from "node:path";
import { isNoteName } from "#core/note/paths.ts";
import { readFileAt } from "./bytes.ts";
import { codeOf } from "./file-system.ts";
import { watchFolders } from "./folder-watchers.ts";
import type { Hash } from "./hash.ts";
import { addedFiles, looksSame, type NoteChange, type SeenNote } from "./note-changes.ts";
import { entryOf, type Notebook } from "./notebook.ts";
import { hasOwnWrites, isOwnWrite, takeOwnMove } from "./own-writes.ts";
import { idle } from "./queue.ts";
import { type FoundNote, findNote, type Scan } from "./scan.ts";

/** Watches an open notebook for what other programs do. */
export interface NotebookWatch {
  /** The app has read a note: from now on only other bytes are a change, and a move is known by them. */
  seen(path: string, hash: Hash): void;
  /** Looks through the whole folder now; for example when the window comes to the front. */
  rescan(): Promise<void>;
  /** Resolves when nothing that was hinted at is left to look at. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface WatchOptions {
  /** Called with every change once, in an order that makes sense. The notebook's entries are up to date by then. */
  readonly onChanges: (changes: readonly NoteChange[]) => void;
  /** Told when the system stops giving hints (the folder is then looked through every few seconds), and of bad looks. */
  readonly onError: (error: unknown) => void;
}

/** Hints are gathered for so many milliseconds, so that a program's rename-and-write is seen as one change … */
const quiet = 60;
/** … but in a storm that does not end, not for longer than this. */
const longest = 500;
/** A storm may overflow the system's queue without a word: so long after it everything is looked at again. */
const afterStorm = 1_000;
const storm = 200;
/** Even without any hint (network disks give none) everything is looked at this often; more often where none can come. */
const regularly = 30_000;
const withoutHints = 3_000;

/** Starts watching. Looks through the folder first where that has not been done. */
export async function watchNotebook(notebook: Notebook, options: WatchOptions): Promise<NotebookWatch> {
  const { root, single } = notebook;
  const { fs } = notebook.services;
  const known = new Map<string, SeenNote>();
  const missing = new Map<string, SeenNote>();
  const hinted = new Set<string>();
  let everything = false;
  let period = regularly;
  let hintTimer: NodeJS.Timeout | undefined;
  let fullTimer: NodeJS.Timeout | undefined;
  let fullDue = Infinity;
  let since = 0;
  let closed = false;
  let running: Promise<void> | null = null;

  const watchers = watchFolders(root, {
    onHint(path) {
      if (path === null || hinted.size > storm) everything = true;
      else if (single === null || path === single) hinted.add(path);
      else return;
      soon();
    },
    onLost(error) {
      options.onError(error);
      period = withoutHints;
      lookAtAllIn(period);
    },
  });

  const soon = () => {
    if (closed) return;
    if (since === 0) since = performance.now();
    clearTimeout(hintTimer);
    hintTimer = setTimeout(() => void look(), Math.max(0, Math.min(quiet, longest - (performance.now() - since))));
    hintTimer.unref();
  };
  /** The earliest of what is asked for counts, and only a look at everything that began later fulfils it. */
  const lookAtAllIn = (delay: number) => {
    const due = performance.now() + delay;
    if (closed || due >= fullDue) return;
    fullDue = due;
    clearTimeout(fullTimer);
    fullTimer = setTimeout(() => {
      everything = true;
      void look();
    }, delay);
    fullTimer.unref();
  };

  /** One look at a time; what is hinted at meanwhile is looked at next. */
  const look = (): Promise<void> => {
    running ??= lookOnce()
      .catch(options.onError)
      .finally(() => {
        running = null;
        if (hinted.size > 0 || everything || missing.size > 0) soon();
      });
    return running;
  };

  const lookOnce = async () => {
    const names = [...hinted];
    const isStorm = names.length > storm;
    const isAsked = everything;
    // Taken off before anything is waited for: what is hinted at meanwhile is for the next look.
    hinted.clear();
    everything = false;
    since = 0;
    const all = isAsked || isStorm || (await namesFolder(names));
    if (all) {
      clearTimeout(fullTimer);
      fullDue = Infinity;
      lookAtAllIn(isStorm ? afterStorm : period);
    }
    const changes = all ? await compareAll() : await comparePaths([...names.filter(isNoteName), ...missing.keys()]);
    if (changes.length > 0 && !closed) options.onChanges(changes);
  };

  /** Whether one of these is or was a folder: then more may have changed than what is named. */
  const namesFolder = async (names: readonly string[]) => {
    for (const name of names) {
      const stats = await fs.lstat(join(root, name)).catch(() => null); // gone, or not to be looked at: no folder now
      const wasFolder = [...known.keys()].some((path) => path.startsWith(`${name}/`));
      if (wasFolder || stats?.isDirectory()) return true;
    }
    return false;
  };

  const compareAll = async () => {
    const scan: Scan = await notebook.scan();
    // A folder may have filled before it was watched: once more, then.
    if (watchers.follow(scan.folders)) lookAtAllIn(afterStorm);
    const found = new Map(scan.notes.map((note) => [note.path, note]));
    return compare(new Set([...known.keys(), ...found.keys()]), found);
  };

  const comparePaths = async (paths: readonly string[]) => {
    const found = new Map<string, FoundNote>();
    for (const path of paths) {
      const note = await findNote(fs, root, path);
      if (note && !("why" in note)) found.set(path, note);
    }
    return compare(new Set(paths), found);
  };

  const compare = async (paths: ReadonlySet<string>, found: ReadonlyMap<string, FoundNote>) => {
    const changes: NoteChange[] = [];
    const added = new Map<string, BigIntStats>();
    const gone = new Set<string>();
    for (const path of paths) {
      const before = known.get(path);
      const now = found.get(path);
      if (now) missing.delete(path);
      if (now && !before) added.set(path, now.stats);
      else if (now && before && !looksSame(now.stats, before.stats)) changes.push(...(await changed(now, before)));
      else if (!now && before) {
        // Many programs save by removing and renaming: only what is missing twice is gone.
        if (missing.has(path)) gone.add(path);
        else missing.set(path, before);
      } else if (!now) missing.delete(path);
      if (now) notebook.put(entryOf(now));
    }
    await settleMissing(added, gone, changes);
    for (const [path, stats] of added) {
      known.set(path, { stats, hash: null });
      changes.push({ kind: "added", path });
    }
    return changes;
  };

  const settleMissing = async (added: Map<string, BigIntStats>, gone: ReadonlySet<string>, changes: NoteChange[]) => {
    const files = addedFiles(added, await hashesOf(added));
    for (const [from, before] of missing) {
      const path = files.find(before);
      const stats = path === null ? undefined : added.get(path);
      if (path === null || stats === undefined) {
        if (!gone.has(from)) continue;
        changes.push({ kind: "removed", path: from });
      } else {
        added.delete(path);
        // Its bytes may have changed on the way: the next look compares them with what is remembered here.
        known.set(path, { stats: before.stats, hash: before.hash });
        hinted.add(path);
        if (!takeOwnMove(join(root, from), join(root, path))) changes.push({ kind: "moved", from, path });
      }
      missing.delete(from);
      known.delete(from);
      notebook.forget(from);
    }
  };

  /** The bytes of new files are looked at only where a missing one of the same size was read before. */
  const hashesOf = async (added: ReadonlyMap<string, BigIntStats>) => {
    const hashes = new Map<string, Hash>();
    const sizes = new Set([...missing.values()].filter((note) => note.hash !== null).map((note) => note.stats.size));
    for (const [path, stats] of added) {
      const hash = sizes.has(stats.size) ? await hashOfNote(path) : null;
      if (hash !== null) hashes.set(path, hash);
    }
    return hashes;
  };

  /** What a file that looks different has turned into: nothing new, a save of ours, or somebody else's change. */
  const changed = async ({ path, stats, outside, real }: FoundNote, before: SeenNote): Promise<NoteChange[]> => {
    if (outside || (before.hash === null && !hasOwnWrites(real))) {
      known.set(path, { stats, hash: null });
      const untouched = stats.size === before.stats.size && stats.mtimeNs === before.stats.mtimeNs;
      return untouched && stats.ino === before.stats.ino ? [] : [{ kind: "changed", path, hash: null }];
    }
    let hash = await hashOfNote(path);
    if (hash !== null && hash !== before.hash && !isOwnWrite(real, hash)) {
      await idle(real); // a save of ours that is under way may just have replaced what was read
      hash = await hashOfNote(path);
    }
    known.set(path, { stats, hash: hash ?? before.hash });
    if (hash === null || hash === before.hash || isOwnWrite(real, hash)) return [];
    return [{ kind: "changed", path, hash }];
  };

  /** Null where it cannot be read: gone again, or forbidden. Opening the note says why; the next look asks again. */
  const hashOfNote = async (path: string): Promise<Hash | null> => {
    try {
      return (await readFileAt(fs, join(root, path), path, { within: root })).hash;
    } catch (error) {
      if (codeOf(error) !== "ENOENT") options.onError(error);
      return null;
    }
  };

  const first = notebook.lastScan() ?? (await notebook.scan());
  for (const { path, stats } of first.notes) known.set(path, { stats, hash: null });
  watchers.follow(first.folders);
  lookAtAllIn(2 * afterStorm); // what happened between the first look and now

  return {
    seen(path, hash) {
      const note = known.get(path);
      if (note) known.set(path, { ...note, hash });
    },
    async rescan() {
      everything = true;
      await running;
      await look();
    },
    async settled() {
      while (running || hinted.size > 0 || everything || missing.size > 0) await look();
    },
    async close() {
      closed = true;
      watchers.close();
      clearTimeout(hintTimer);
      clearTimeout(fullTimer);
      await running;
    },
  };
}
