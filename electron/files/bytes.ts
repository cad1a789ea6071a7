import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { Refusal } from "./failure.ts";
import { codeOf, type FileSystem, readWithoutWaiting } from "./file-system.ts";
import { type Hash, hashOf } from "./hash.ts";
import { isInside } from "./place.ts";

/** Writes all bytes from the file's start. A short write is gone on with; a disk that takes none is an error. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, file: string): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, done);
    if (bytesWritten <= 0) throw notWhole(file);
    done += bytesWritten;
  }
}

/** Reads an open file from its start to its end. */
export async function readAll(handle: FileHandle, size: number): Promise<Uint8Array> {
  let bytes = new Uint8Array(size + 1);
  let length = 0;
  for (;;) {
    if (length === bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) return bytes.subarray(0, length);
    length += bytesRead;
  }
}

/** Throws unless the open file holds exactly these bytes. Its time, in milliseconds since 1970. */
export async function checkWritten(handle: FileHandle, bytes: Uint8Array, hash: Hash, file: string): Promise<number> {
  const { size, mtimeMs } = await handle.stat();
  if (size !== bytes.length || hashOf(await readAll(handle, size)) !== hash) throw notWhole(file);
  return mtimeMs;
}

/** What a file holds, and which file it was. */
export interface OnDisk {
  readonly bytes: Uint8Array;
  readonly hash: Hash;
  readonly stats: BigIntStats;
}

/**
 * Reads an ordinary file: no FIFO or device is opened. `limit` in bytes. With `within`, a file that does not really lie
 * in that (real) folder is refused, whatever links are swapped meanwhile: what was opened is asked, not the path.
 */
export async function readFileAt(
  fs: FileSystem,
  path: string,
  file: string,
  { limit = Infinity, within }: { limit?: number; within?: string | undefined } = {},
): Promise<OnDisk> {
  checkOrdinary(await fs.stat(path), file);
  for (let tries = 0; ; tries++) {
    const handle = await fs.open(path, readWithoutWaiting);
    try {
      const stats = await handle.stat({ bigint: true });
      checkOrdinary(stats, file);
      if (within !== undefined) await checkLiesInside(fs, handle, stats, { path, file, within });
      if (Number(stats.size) > limit) throw tooLarge(file, limit);
      const bytes = await readAll(handle, Number(stats.size));
      return { bytes, hash: hashOf(bytes), stats };
    } catch (error) {
      // Replaced by another program while it was open: what is there now is what counts.
      if (codeOf(error) !== "ENOENT" || tries === 9) throw error;
    } finally {
      await handle.close();
    }
  }
}

/** Throws ENOENT where the open file has no path any more. */
async function checkLiesInside(
  fs: FileSystem,
  handle: FileHandle,
  stats: BigIntStats,
  { path, file, within }: { path: string; file: string; within: string },
): Promise<void> {
  if (!(await liesInside(fs, handle, stats, path, within)))
    throw new Refusal("not-allowed", `${file} leads out of the notebook.`, "Open it by itself.", file);
}

async function liesInside(
  fs: FileSystem,
  handle: FileHandle,
  stats: BigIntStats,
  path: string,
  within: string,
): Promise<boolean> {
  if (process.platform === "linux") return isInside(within, await fs.realpath(`/proc/self/fd/${handle.fd}`));
  const real = await fs.realpath(path);
  const there = await fs.lstat(real, { bigint: true });
  return isInside(within, real) && there.ino === stats.ino && there.dev === stats.dev;
}

/** Throws a Refusal for folders, FIFOs, devices and sockets. */
export function checkOrdinary(stats: { isFile(): boolean; isDirectory(): boolean }, file: string): void {
  if (stats.isFile()) return;
  const what = stats.isDirectory() ? "a folder" : "no ordinary file";
  throw new Refusal("bad-input", `${file} is ${what}.`, "Choose a text file.", file);
}

function tooLarge(file: string, limit: number): Refusal {
  const most = Math.round(limit / 1_000_000);
  return new Refusal("too-large", `${file} is larger than ${most} MB.`, "Split it, or open it elsewhere.", file);
}

function notWhole(file: string): Refusal {
  const message = `${file} could not be saved: the disk did not keep all of it.`;
  return new Refusal("io", message, "Check the disk, and save a copy elsewhere.", file);
}
