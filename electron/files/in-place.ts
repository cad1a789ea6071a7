import { constants } from "node:fs";
import { join } from "node:path";
import { checkWritten, type OnDisk, readFileAt, writeAll } from "./bytes.ts";
import { failureOf } from "./failure.ts";
import { codeOf, type FileSystem, nodeFileSystem } from "./file-system.ts";
import { type Hash, hashOf } from "./hash.ts";
import { openPlace } from "./place.ts";
import { dropTempName, takeTempName } from "./temp-file.ts";

const separator = 10;
const ending = ".rescue";

/**
 * Writes into the file itself, for those that cannot be replaced: hard links, and files in read-only folders. The old
 * and the new bytes are first kept in `rescue`, durably, so that a kill half-way is mended by `mendTorn` at the next
 * start. A write that fails is taken back; where that fails too, `mendFile` mends it before the next try.
 * Resolves, with the file's time, when the new bytes are durable and the rescue is gone.
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
  // A rescue that came back after a power cut could undo a later save: it must be gone for good before "saved".
  const forget = async () => {
    await fs.unlink(folder.at(folder.name));
    await folder.sync();
  };
  try {
    await keep(fs, folder, { path: target.real, old: target.old.bytes, next: bytes });
    const modified = await overwrite(fs, target.open, bytes, hash, target.real).catch(async (error: unknown) => {
      // Best effort: the first error is the one to tell, and the rescue stays where this fails as well.
      await takeBack(fs, target, bytes).then(forget, () => undefined);
      throw error;
    });
    await forget();
    return modified;
  } finally {
    await folder.close();
  }
}

/** Puts the old bytes back, unless somebody else has written meanwhile. */
async function takeBack(
  fs: FileSystem,
  { open, real, old }: { open: string; real: string; old: OnDisk },
  next: Uint8Array,
) {
  const { bytes } = await readFileAt(fs, open, real);
  if (isTorn(bytes, old.bytes, next)) await overwrite(fs, open, old.bytes, old.hash, real);
}

/** Makes these bytes the file's, durably. The file's time then. */
async function overwrite(fs: FileSystem, path: string, bytes: Uint8Array, hash: Hash, file: string): Promise<number> {
  const handle = await fs.open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    await writeAll(handle, bytes, file);
    await handle.truncate(bytes.length);
    await handle.sync();
    return await checkWritten(handle, bytes, hash, file);
  } finally {
    await handle.close();
  }
}

/** One file that a kill had left half-written, and what was done about it. */
export interface Mended {
  readonly path: string;
  /**
   * "whole": nothing was torn. "mended": the new text was written out. "foreign": somebody else wrote since, or the file
   * is gone; both texts are kept in a `.kept` file. "later": it could not be mended now (`why`), and waits.
   */
  readonly outcome: "whole" | "mended" | "foreign" | "later";
  readonly why?: string;
}

/** Finishes the in-place saves that a killed run left half-done. To be run at start, before any note is opened. */
export async function mendTorn(rescue: string, fs: FileSystem = nodeFileSystem): Promise<Mended[]> {
  const names = await fs.readdir(rescue).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  });
  const done: Mended[] = [];
  for (const name of names) {
    if (!name.endsWith(ending)) continue;
    try {
      const mended = await mendBy(fs, join(rescue, name));
      if (mended) done.push(mended);
    } catch (error) {
      done.push({ path: name, outcome: "later", why: failureOf(error, "opened", name).message });
    }
  }
  return done;
}

/** The same for one file, by its real path. */
export async function mendFile(rescue: string, real: string, fs: FileSystem): Promise<Mended | null> {
  const kept = join(rescue, rescueName(real));
  try {
    await fs.lstat(kept);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  return mendBy(fs, kept);
}

/** Mends by one rescue, and puts it away. Null for a rescue that was never finished: then nothing was written yet. */
async function mendBy(fs: FileSystem, kept: string): Promise<Mended | null> {
  const record = parse((await readFileAt(fs, kept, kept)).bytes);
  const outcome = record && (await mend(fs, record));
  if (outcome === "foreign") await fs.rename(kept, `${kept.slice(0, -ending.length)}.kept`);
  else await fs.unlink(kept);
  const folder = await openPlace(fs, kept, undefined, process.platform);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return record && outcome && { path: record.path, outcome };
}

interface RescueRecord {
  readonly path: string;
  readonly old: Uint8Array;
  readonly next: Uint8Array;
}

async function mend(fs: FileSystem, { path, old, next }: RescueRecord): Promise<Mended["outcome"]> {
  const disk = await readFileAt(fs, path, path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });
  if (!disk) return "foreign";
  if (disk.hash === hashOf(old) || disk.hash === hashOf(next)) return "whole";
  if (!isTorn(disk.bytes, old, next)) return "foreign";
  await overwrite(fs, path, next, hashOf(next), path);
  return "mended";
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
