import { constants } from "node:fs";
import { join } from "node:path";
import { checkWritten, type OnDisk, readFileAt, writeAll } from "./bytes.ts";
import { codeOf, type FileSystem, nodeFileSystem } from "./file-system.ts";
import { type Hash, hashOf } from "./hash.ts";
import { openPlace } from "./place.ts";
import { dropTempName, takeTempName } from "./temp-file.ts";

const separator = 10;
const ending = ".rescue";

/**
 * Writes into the file itself, for those that cannot be replaced: hard links, and files in read-only folders. The old
 * and the new bytes are first kept in `rescue`, durably, so that a kill half-way is mended by `mendTorn` at the next
 * start. Resolves, with the file's time, when the new bytes are durable and the rescue is gone.
 */
export async function writeInPlace(
  fs: FileSystem,
  target: { open: string; real: string; old: OnDisk },
  bytes: Uint8Array,
  hash: Hash,
  rescue: string,
  platform: NodeJS.Platform,
): Promise<number> {
  await fs.mkdir(rescue, { recursive: true });
  const folder = await openPlace(fs, join(await fs.realpath(rescue), rescueName(target.real)), undefined, platform);
  try {
    const kept = folder.at(folder.name);
    await keep(fs, folder, { path: target.real, old: target.old.bytes, next: bytes });
    const handle = await fs.open(target.open, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
    let modified: number;
    try {
      await writeAll(handle, bytes, target.real);
      await handle.truncate(bytes.length);
      await handle.sync();
      modified = await checkWritten(handle, bytes, hash, target.real);
    } finally {
      await handle.close();
    }
    // A rescue that came back after a power cut could undo a later save: it must be gone for good before "saved".
    await fs.unlink(kept);
    await folder.sync();
    return modified;
  } finally {
    await folder.close();
  }
}

/** One file that a kill had left half-written, and what was done about it. */
export interface Mended {
  readonly path: string;
  /** "whole": nothing was torn. "mended": the new text was written out. "foreign": somebody else wrote since; kept. */
  readonly outcome: "whole" | "mended" | "foreign";
}

/** Finishes the in-place saves that a killed run left half-done. To be run at start, before any note is opened. */
export async function mendTorn(rescue: string, fs: FileSystem = nodeFileSystem): Promise<Mended[]> {
  const done: Mended[] = [];
  for (const name of await fs.readdir(rescue).catch(emptyWhereMissing)) {
    if (!name.endsWith(ending)) continue;
    const kept = join(rescue, name);
    const record = parse((await readFileAt(fs, kept, name)).bytes);
    if (record) {
      const outcome = await mend(fs, record);
      done.push({ path: record.path, outcome });
      if (outcome === "foreign") {
        await fs.rename(kept, `${kept.slice(0, -ending.length)}.kept`);
        continue;
      }
    }
    await fs.unlink(kept);
  }
  return done;
}

interface RescueRecord {
  readonly path: string;
  readonly old: Uint8Array;
  readonly next: Uint8Array;
}

async function mend(fs: FileSystem, { path, old, next }: RescueRecord): Promise<Mended["outcome"]> {
  const handle = await fs.open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0)).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  if (!handle) return "foreign";
  try {
    const { bytes: disk } = await readFileAt(fs, path, path);
    const same = (a: Uint8Array) => Buffer.compare(a, disk) === 0;
    if (same(old) || same(next)) return "whole";
    if (!isTorn(disk, old, next)) return "foreign";
    await writeAll(handle, next, path);
    await handle.truncate(next.length);
    await handle.sync();
    return "mended";
  } finally {
    await handle.close();
  }
}

/** Whether every byte is one that the interrupted save left or put there (or a zero, where a power cut lost a block). */
function isTorn(disk: Uint8Array, old: Uint8Array, next: Uint8Array): boolean {
  if (disk.length > Math.max(old.length, next.length)) return false;
  return disk.every((byte, at) => byte === next[at] || byte === old[at] || byte === 0);
}

type Folder = Awaited<ReturnType<typeof openPlace>>;

/** A rescue is itself written whole or not at all: temp file, sync, rename, sync of the folder. */
async function keep(fs: FileSystem, folder: Folder, { path, old, next }: RescueRecord): Promise<void> {
  const header = JSON.stringify({ version: 1, path, old: old.length, next: next.length });
  const bytes = Buffer.concat([Buffer.from(`${header}\n`), old, next]);
  const name = takeTempName();
  const temp = folder.at(name);
  try {
    const handle = await fs.open(temp, "wx+", 0o600);
    try {
      await writeAll(handle, bytes, path);
      await handle.sync();
      await checkWritten(handle, bytes, hashOf(bytes), path);
    } finally {
      await handle.close();
    }
    await fs.rename(temp, folder.at(folder.name));
  } catch (error) {
    await fs.unlink(temp).catch(() => undefined); // cleaned at the next start; the first error is the one to tell
    throw error;
  } finally {
    dropTempName(name);
  }
  await folder.sync();
}

function parse(bytes: Uint8Array): RescueRecord | null {
  const end = bytes.indexOf(separator);
  if (end < 0) return null;
  try {
    const header = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString());
    const { path, old, next } = header;
    if (typeof path !== "string" || end + 1 + old + next !== bytes.length) return null;
    const start = end + 1;
    return { path, old: bytes.subarray(start, start + old), next: bytes.subarray(start + old) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const rescueName = (path: string): string => `${hashOf(path).slice(0, 24)}${ending}`;

function emptyWhereMissing(error: unknown): string[] {
  if (codeOf(error) === "ENOENT") return [];
  throw error;
}
