import type { BigIntStats, Dirent } from "node:fs";
import { join } from "node:path";
import { isIgnoredFolder, isNoteName } from "#core/note/paths.ts";
import { failureOf } from "./failure.ts";
import { codeOf, type FileSystem } from "./file-system.ts";
import { isInside } from "./place.ts";
import { isTempName } from "./temp-file.ts";

/** A note found in a notebook's folder. */
export interface FoundNote {
  /** Inside the notebook, with "/". */
  readonly path: string;
  /** Of the file itself; of what it leads to, for a link inside the notebook. */
  readonly stats: BigIntStats;
  /** A symbolic link that leads out of the notebook; `stats` are the link's own. */
  readonly outside: boolean;
  /** Where the file really lies: the path itself, or what the link leads to. */
  readonly real: string;
}

/** Something named like a note, or a folder, that cannot be listed; `why` is a sentence. */
export interface Skipped {
  readonly path: string;
  readonly why: string;
}

/** Everything that one look at a notebook's folder finds. */
export interface Scan {
  readonly notes: FoundNote[];
  /** Paths of the folders looked into, "" for the notebook's own. */
  readonly folders: string[];
  readonly skipped: Skipped[];
  /** Paths of temporary files of Lectern's: of saves under way, or left by a killed run. */
  readonly strays: string[];
}

const atOnce = 32;

/**
 * Looks through a notebook's folder. Links to folders are not gone into (they may lead out, or in circles), FIFOs and
 * devices are not opened. Throws only where the notebook's own folder cannot be listed.
 */
export async function scanFolder(fs: FileSystem, root: string): Promise<Scan> {
  const scan: Scan = { notes: [], folders: [], skipped: [], strays: [] };
  await listFolder(fs, root, "", scan, true);
  scan.notes.sort((a, b) => (a.path < b.path ? -1 : 1));
  return scan;
}

async function listFolder(fs: FileSystem, root: string, folder: string, scan: Scan, first = false): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await fs.readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (first) throw error;
    // A folder that went away between its parent's listing and its own is simply gone.
    if (codeOf(error) !== "ENOENT")
      scan.skipped.push({ path: folder, why: failureOf(error, "listed", folder).message });
    return;
  }
  scan.folders.push(folder);
  await inTurns(entries, async (entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!isIgnoredFolder(entry.name)) await listFolder(fs, root, path, scan);
    } else if (isNoteName(entry.name)) await addNote(fs, root, path, scan);
    else if (isTempName(entry.name)) scan.strays.push(path);
  });
}

async function addNote(fs: FileSystem, root: string, path: string, scan: Scan): Promise<void> {
  const found = await findNote(fs, root, path);
  if (found === null) return;
  if ("why" in found) scan.skipped.push(found);
  else scan.notes.push(found);
}

/** Looks at one path of a notebook. Null: nothing is there. Opens nothing. */
export async function findNote(fs: FileSystem, root: string, path: string): Promise<FoundNote | Skipped | null> {
  const full = join(root, path);
  try {
    const stats = await fs.lstat(full, { bigint: true });
    if (stats.isFile()) return { path, stats, outside: false, real: full };
    if (stats.isDirectory()) return { path, why: `${path} is a folder.` };
    if (!stats.isSymbolicLink()) return { path, why: `${path} is no ordinary file.` };
    return await followLink(fs, root, path, stats);
  } catch (error) {
    if (codeOf(error) === "ENOENT" || codeOf(error) === "ENOTDIR") return null;
    return { path, why: failureOf(error, "listed", path).message };
  }
}

async function followLink(
  fs: FileSystem,
  root: string,
  path: string,
  link: BigIntStats,
): Promise<FoundNote | Skipped | null> {
  let real: string;
  try {
    real = await fs.realpath(join(root, path));
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { path, why: `${path} is a link to a file that is not there.` };
    throw error;
  }
  if (!isInside(root, real)) return { path, stats: link, outside: true, real };
  const stats = await fs.lstat(real, { bigint: true });
  return stats.isFile() ? { path, stats, outside: false, real } : { path, why: `${path} leads to no ordinary file.` };
}

/** Runs `work` on every item, a bounded number of them at a time. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const runner = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, runner));
}
