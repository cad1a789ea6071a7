import { constants } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ok, type Result } from "#core/result.ts";
import { type Log, readLog, serialise } from "#core/time/log.ts";
import type { TimeRecord } from "#core/time/record.ts";
import { attempt, Refusal } from "./failure.ts";
import { codeOf, type FileSystem, nodeFileSystem, readWithoutWaiting } from "./file-system.ts";

/** Where a notebook keeps its log, under its folder and with `/`. */
export const TIME_LOG = ".lectern/time.jsonl";

/** Tells Git to merge two machines' logs by keeping the lines of both, and to leave the line ends alone. */
const ATTRIBUTES = "time.jsonl merge=union text eol=lf\n";

const NEWLINE = 10;
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
const EMPTY: Log = { records: [], quarantine: [], torn: null };

/** The path of a notebook's log, for watching it. */
export const timeLogPath = (notebook: string): string => join(notebook, TIME_LOG);

/**
 * Reads a notebook's log; a notebook without one has an empty log. Lines that are no records come back in `quarantine`
 * and stay in the file. Fails where the file is there and cannot be read, or is a link or no ordinary file.
 */
export const readTimeLog = (notebook: string, fs: FileSystem = nodeFileSystem): Promise<Result<Log>> =>
  attempt("read", TIME_LOG, async () => {
    const path = timeLogPath(notebook);
    if (!(await checkOrdinary(fs, path))) return EMPTY;
    const file = await fs.open(path, readWithoutWaiting | NO_FOLLOW);
    try {
      return readLog(await file.readFile("utf8"));
    } finally {
      await file.close();
    }
  });

/**
 * Appends records to a notebook's log, making the log first where there is none. Resolves to success only when they
 * are on the disk (fsync of the file, and of its folder where it is new). After a failure they may or may not be there:
 * appending the same records again is harmless, because equal records count once.
 */
export const appendToTimeLog = async (
  notebook: string,
  records: readonly TimeRecord[],
  fs: FileSystem = nodeFileSystem,
): Promise<Result<null>> => {
  if (records.length === 0) return ok(null);
  const text = records.map((record) => `${serialise(record)}\n`).join("");
  return attempt("saved", TIME_LOG, async () => {
    const path = timeLogPath(notebook);
    const isNew = await prepare(fs, notebook);
    await append(fs, path, text);
    if (isNew) {
      await syncFolder(fs, dirname(path));
      await syncFolder(fs, notebook);
    }
    return null;
  });
};

/** Makes the log's folder with its `.gitattributes`. True where the log itself is not there yet. */
const prepare = async (fs: FileSystem, notebook: string): Promise<boolean> => {
  const path = timeLogPath(notebook);
  const folder = dirname(path);
  await fs.mkdir(folder).catch((error: unknown) => {
    if (codeOf(error) !== "EEXIST") throw error;
  });
  if (await checkOrdinary(fs, path)) return false;
  const attributes = join(folder, ".gitattributes");
  if ((await lookAt(fs, attributes)) === null) await append(fs, attributes, ATTRIBUTES);
  return true;
};

const lookAt = (fs: FileSystem, path: string) =>
  fs.lstat(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  });

/**
 * Whether the log is there. Throws a Refusal where it, or its folder, is a link or no file: a notebook may come from a
 * stranger, and such a log would lead out of it, or hang.
 */
const checkOrdinary = async (fs: FileSystem, path: string): Promise<boolean> => {
  const folder = await lookAt(fs, dirname(path));
  if (folder && !folder.isDirectory())
    throw new Refusal(
      "not-allowed",
      "The time log was not opened: .lectern is not a folder.",
      "Move .lectern out of the notebook; Lectern makes a new one.",
      ".lectern",
    );
  const file = folder && (await lookAt(fs, path));
  if (file && !file.isFile())
    throw new Refusal(
      "not-allowed",
      `The time log was not opened: ${TIME_LOG} is no ordinary file.`,
      "Put the log itself there; a link could lead out of the notebook.",
      TIME_LOG,
    );
  return file !== null;
};

const append = async (fs: FileSystem, path: string, text: string): Promise<void> => {
  const file = await fs.open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | NO_FOLLOW, 0o644);
  try {
    // A line that a crash cut off must not swallow the next: it gets its line end first, and waits in quarantine.
    const start = (await endsInsideLine(file)) ? "\n" : "";
    await writeWhole(file, new TextEncoder().encode(start + text));
    await file.sync();
  } finally {
    await file.close();
  }
};

const endsInsideLine = async (file: FileHandle): Promise<boolean> => {
  const { size } = await file.stat();
  if (size === 0) return false;
  const last = new Uint8Array(1);
  const { bytesRead } = await file.read(last, 0, 1, size - 1);
  return bytesRead === 1 && last[0] !== NEWLINE;
};

/** The system may take fewer bytes than it is given, on a disk that is nearly full: go on until all are out. */
const writeWhole = async (file: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, null);
    if (bytesWritten <= 0)
      throw new Refusal(
        "disk-full",
        `${TIME_LOG} could not be saved: the disk takes nothing more.`,
        "Free some space, then try again.",
        TIME_LOG,
      );
    done += bytesWritten;
  }
};

/** Puts a new name in a folder on the disk. Windows has no such call and needs none. */
const syncFolder = async (fs: FileSystem, folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
