import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { basename, join } from "node:path";
import { codeOf, type FileSystem, nodeFileSystem } from "./file-system.ts";
import { hashOf } from "./hash.ts";

const pattern = /^\.lectern-([0-9a-f]{6})-(\d+)-[0-9a-f]{12}\.tmp$/;
const host = hashOf(hostname()).slice(0, 6);
const live = new Set<string>();
const hour = 3_600_000;

/** A name for a temporary file, that says whose it is and is short enough beside any note. */
export function takeTempName(): string {
  const name = `.lectern-${host}-${process.pid}-${randomBytes(6).toString("hex")}.tmp`;
  live.add(name);
  return name;
}

/** To be called when the temporary file is gone. */
export function dropTempName(name: string): void {
  live.delete(name);
}

/** Whether a file name is that of a temporary file of Lectern's. */
export const isTempName = (name: string): boolean => pattern.test(name);

/** Removes what a killed run left in this folder (not in the folders in it), as `removeStrays` does. */
export async function cleanStrays(folder: string, now: number, fs: FileSystem = nodeFileSystem): Promise<string[]> {
  const names = await fs.readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  return removeStrays(
    names.filter(isTempName).map((name) => join(folder, name)),
    now,
    fs,
  );
}

/**
 * Removes temporary files that a killed run left; those that a running Lectern may still need stay. `now` in
 * milliseconds since 1970. The paths removed; one that cannot be is left for the next start.
 */
export async function removeStrays(
  paths: readonly string[],
  now: number,
  fs: FileSystem = nodeFileSystem,
): Promise<string[]> {
  const removed: string[] = [];
  for (const path of paths) {
    try {
      const { mtimeMs } = await fs.lstat(path);
      if (isNeeded(basename(path), now - mtimeMs)) continue;
      await fs.unlink(path);
      removed.push(path);
    } catch (error) {
      if (codeOf(error) === "") throw error;
    }
  }
  return removed;
}

/** A save takes seconds; another machine's (in a synced folder) is given a day, for clocks differ. */
function isNeeded(name: string, age: number): boolean {
  if (live.has(name)) return true;
  const [, madeOn, pid] = pattern.exec(name) ?? [];
  if (madeOn !== host) return age < 24 * hour;
  return Number(pid) !== process.pid && isRunning(Number(pid)) && age < hour;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
