import type { BigIntStats } from "node:fs";
import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Result } from "#core/result.ts";
import { checkOrdinary, checkWritten, type OnDisk, readFileAt, writeAll } from "./bytes.ts";
import { attempt, Refusal } from "./failure.ts";
import { codeOf, type FileSystem, nodeFileSystem } from "./file-system.ts";
import { type Hash, hashOf } from "./hash.ts";
import { mendFile, writeInPlace } from "./in-place.ts";
import { acknowledgeWrite, expectWrite, isUnacknowledged } from "./own-writes.ts";
import { openPlace, type Place, realTarget } from "./place.ts";
import { queued } from "./queue.ts";
import { dropTempName, takeTempName } from "./temp-file.ts";

export interface SaveOptions {
  /** Hash of the bytes that the new ones were made from; null: there must be no such file yet; "any": overwrite. */
  readonly base: Hash | null | "any";
  /** The file as the person knows it, for sentences. By default its name. */
  readonly label?: string;
  /** A real folder that the file must really lie in. */
  readonly within?: string;
  /** Folder for the safety copies of files that can only be written in place; without it these are refused. */
  readonly rescue?: string;
  readonly fs?: FileSystem;
  readonly platform?: NodeJS.Platform;
}

/** What is on disk, durably, after a save. */
export interface Saved {
  readonly hash: Hash;
  /** Where the file really lies. */
  readonly path: string;
  /** Size in bytes. */
  readonly bytes: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** What was there before; null for a new file, and where `base` was "any". */
  readonly replaced: OnDisk | null;
}

/**
 * Writes a whole file so that at every moment the old or the new bytes are there, entire; resolves with success only
 * when the new ones are durable and were read back equal. A symlink stays one, mode and owner stay, a read-only file is
 * refused. Fails with "changed-on-disk" where the file is not the one named by `base`, "exists" where it should not be
 * there yet, "not-found" where it is gone, and otherwise with what the system said; the old bytes are then untouched
 * and the same save may be tried again. Saves of one file wait for each other. This is the only code that writes notes.
 */
export async function saveFile(path: string, bytes: Uint8Array, options: SaveOptions): Promise<Result<Saved>> {
  const fs = options.fs ?? nodeFileSystem;
  const label = options.label ?? basename(path);
  return attempt("saved", label, async () => {
    const key = await realTarget(fs, path);
    return queued(key, async () => {
      const job: Job = {
        ...options,
        fs,
        label,
        platform: options.platform ?? process.platform,
        bytes,
        hash: hashOf(bytes),
      };
      return save(await realTarget(fs, path), job);
    });
  });
}

interface Job extends SaveOptions {
  readonly fs: FileSystem;
  readonly label: string;
  readonly platform: NodeJS.Platform;
  readonly bytes: Uint8Array;
  readonly hash: Hash;
}

async function save(real: string, job: Job): Promise<Saved> {
  const place = await openPlace(job.fs, real, job.within, job.platform).catch((error: unknown) => {
    if (codeOf(error) === "EACCES") return null; // a folder that may be passed through, but not read or synced
    throw error;
  });
  try {
    const path = place?.at(place.name) ?? real;
    const target = await statOf(job.fs, path);
    await checkTarget(target, path, real, job);
    // A new file's second name is that of a temporary file which could not be removed.
    const isLinked = target !== null && target.nlink > 1n && job.base !== null;
    const written =
      !place || isLinked ? await inPlace(path, real, job) : await replaceOrWrite(place, path, real, target, job);
    acknowledgeWrite(real, job.hash);
    return { hash: job.hash, path: real, bytes: job.bytes.length, ...written };
  } finally {
    await place?.close();
  }
}

type Written = Pick<Saved, "modified" | "replaced">;

async function replaceOrWrite(
  place: Place,
  path: string,
  real: string,
  target: BigIntStats | null,
  job: Job,
): Promise<Written> {
  try {
    return await replace(place, path, real, target, job);
  } catch (error) {
    if (!(error instanceof CannotReplace) || !target) throw error instanceof CannotReplace ? error.cause : error;
    if (job.rescue === undefined) throw error.cause;
    return inPlace(path, real, job);
  }
}

/** Thrown where the folder does not let the file be replaced, before anything has happened to it. */
class CannotReplace extends Error {}

async function replace(
  place: Place,
  path: string,
  real: string,
  target: BigIntStats | null,
  job: Job,
): Promise<Written> {
  const { fs } = job;
  let written: Written;
  const name = takeTempName();
  const temp = place.at(name);
  try {
    const modified = await writeTemp(temp, target, job);
    written = { modified, replaced: await checkBase(path, real, target, job) };
    expectWrite(real, job.hash);
    if (target || job.base === "any") await rename(fs, temp, path, job.platform);
    else await putNew(fs, temp, path);
  } catch (error) {
    // What cannot be removed now is at the next start; the first error is the one to tell.
    await fs.unlink(temp).catch(() => undefined);
    throw error;
  } finally {
    dropTempName(name);
  }
  await place.sync();
  return written;
}

/** The time that the file then bears. */
async function writeTemp(temp: string, target: BigIntStats | null, { fs, bytes, hash, label, platform }: Job) {
  const handle = await fs.open(temp, "wx+", target ? 0o600 : 0o666).catch((error: unknown) => {
    const refused = ["EACCES", "EPERM", "EROFS"].includes(codeOf(error));
    throw refused ? new CannotReplace("no new file in this folder", { cause: error }) : error;
  });
  let modified: number;
  try {
    if (target && platform !== "win32") {
      const made = await handle.stat({ bigint: true });
      if (made.uid !== target.uid || made.gid !== target.gid)
        await handle.chown(Number(target.uid), Number(target.gid)).catch((error: unknown) => {
          throw codeOf(error) === "EPERM" ? new CannotReplace("owner cannot be kept", { cause: error }) : error;
        });
      await handle.chmod(Number(target.mode & 0o7777n));
    }
    await writeAll(handle, bytes, label);
    await handle.sync();
    modified = await checkWritten(handle, bytes, hash, label);
  } catch (error) {
    await handle.close().catch(() => undefined); // the first error is the one to tell
    throw error;
  }
  await handle.close();
  return modified;
}

/** A new file must not replace one that somebody made meanwhile: a link, unlike a rename, never does. */
async function putNew(fs: FileSystem, temp: string, path: string): Promise<void> {
  try {
    await fs.link(temp, path);
  } catch (error) {
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) throw error;
    await fs.rename(temp, path); // a disk without links; `checkBase` found the name free a moment ago
    return;
  }
  await fs.unlink(temp).catch(() => undefined); // the file is there; its second name goes at the next start
}

/** On Windows a virus scanner or indexer may hold the file for a moment. Tries for about two seconds. */
async function rename(fs: FileSystem, temp: string, path: string, platform: NodeJS.Platform): Promise<void> {
  for (let wait = 10; ; wait *= 2) {
    try {
      return await fs.rename(temp, path);
    } catch (error) {
      const code = codeOf(error);
      if (platform === "win32" && ["EPERM", "EBUSY", "EACCES"].includes(code) && wait <= 1280) await pause(wait);
      else if (platform !== "win32" && code === "EBUSY") throw new CannotReplace("a mount point", { cause: error });
      else throw error;
    }
  }
}

async function inPlace(path: string, real: string, job: Job): Promise<Written> {
  const { fs, label, rescue } = job;
  if (rescue === undefined)
    throw new Refusal("not-allowed", `${label} can only be written in place.`, "Save a copy elsewhere.", label);
  await mendFile(rescue, real, fs); // an earlier try may have failed half-way, and could not be taken back
  const replaced = await readFileAt(fs, path, label, { within: job.within });
  checkHash(replaced, real, job);
  expectWrite(real, job.hash);
  const target = { open: path, real, old: replaced };
  return { modified: await writeInPlace(fs, target, job.bytes, job.hash, rescue, job.platform), replaced };
}

/** Compares the file with `base`, as late as can be: nothing but one `lstat` comes between this and the rename. */
async function checkBase(path: string, real: string, target: BigIntStats | null, job: Job): Promise<OnDisk | null> {
  if (job.base === "any") return null;
  if (!target) {
    await checkTarget(await statOf(job.fs, path), path, real, job);
    return null;
  }
  for (let tries = 0; tries < 3; tries++) {
    const disk = await readFileAt(job.fs, path, job.label);
    checkHash(disk, real, job);
    const now = await statOf(job.fs, path);
    if (!now) throw gone(job.label);
    if (now.ino === disk.stats.ino && now.mtimeNs === disk.stats.mtimeNs && now.size === disk.stats.size) return disk;
  }
  throw changed(job.label);
}

function checkHash(disk: OnDisk, real: string, { base, hash, label }: Job): void {
  const ours = disk.hash === hash || isUnacknowledged(real, disk.hash);
  if (base !== "any" && disk.hash !== base && !ours) throw changed(label);
}

async function checkTarget(target: BigIntStats | null, path: string, real: string, job: Job): Promise<void> {
  const { base, label } = job;
  if (!target) {
    if (base !== null && base !== "any") throw gone(label);
    return;
  }
  checkOrdinary(target, label);
  // A new file that a first try got as far as the disk, but not safely, is no other's.
  if (base === null && !isUnacknowledged(real, (await readFileAt(job.fs, path, label)).hash))
    throw new Refusal("exists", `${label} is already there.`, "Use another name.", label);
  if ((target.mode & 0o222n) === 0n)
    throw new Refusal("read-only", `${label} is marked read-only.`, "Allow writing to it, or save a copy.", label);
}

const gone = (label: string) =>
  new Refusal("not-found", `${label} is not there any more.`, "Save it under another name, or put it back.", label);

const changed = (label: string) =>
  new Refusal("changed-on-disk", `${label} was changed by another program.`, "Merge the two versions.", label);

async function statOf(fs: FileSystem, path: string): Promise<BigIntStats | null> {
  try {
    return await fs.lstat(path, { bigint: true });
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}
