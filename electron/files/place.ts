import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { Refusal } from "./failure.ts";
import { codeOf, type FileSystem } from "./file-system.ts";

/** Whether `path` is `root` or lies in it. Both absolute and real. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && way !== path);
}

/** Where a file really lies: links followed; for a file that is still to be made, its folder's. */
export async function realTarget(fs: FileSystem, path: string): Promise<string> {
  try {
    return await fs.realpath(path);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const made = join(await fs.realpath(dirname(path)), basename(path));
  const link = await fs.lstat(made).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  if (link?.isSymbolicLink())
    throw new Refusal("not-found", `${basename(path)} is a link to a file that is not there.`, "Mend the link.", path);
  return made;
}

/**
 * A folder held open while a file in it is replaced, so that a folder swapped for a link meanwhile leads nowhere: on
 * Linux all paths go through the open folder itself.
 */
export interface Place {
  /** The file's name in the folder. */
  readonly name: string;
  /** The path to give to system calls for a name in this folder. */
  at(name: string): string;
  /** Makes the folder's entries durable. Does nothing where the system has no such thing. */
  sync(): Promise<void>;
  /** Never fails: nothing was written through it that a failing close could lose. */
  close(): Promise<void>;
}

/** Opens the folder of a real path. Throws a Refusal where it lies outside `within`. */
export async function openPlace(
  fs: FileSystem,
  path: string,
  within: string | undefined,
  platform: NodeJS.Platform,
): Promise<Place> {
  const folder = dirname(path);
  const name = basename(path);
  if (platform === "win32") {
    checkInside(within, folder, path);
    return { name, at: (each) => join(folder, each), sync: async () => undefined, close: async () => undefined };
  }
  const handle = await fs.open(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  try {
    const held = platform === "linux" ? `/proc/self/fd/${handle.fd}` : folder;
    checkInside(within, await fs.realpath(held), path);
    return {
      name,
      at: (each) => join(held, each),
      sync: () => syncFolder(handle),
      close: () => handle.close().catch(() => undefined),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function checkInside(within: string | undefined, folder: string, path: string): void {
  if (within !== undefined && !isInside(within, folder))
    throw new Refusal("not-allowed", `${basename(path)} leads out of the notebook.`, "Open it by itself.", path);
}

async function syncFolder(handle: FileHandle): Promise<void> {
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems know no sync of folders; there is nothing more to be had from them.
    if (!["EINVAL", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
  }
}
