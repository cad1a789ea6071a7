import { mkdir, readdir, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "#core/result.ts";
import { readFileAt } from "./bytes.ts";
import { attempt } from "./failure.ts";
import { codeOf, nodeFileSystem } from "./file-system.ts";
import { type Hash, hashOf } from "./hash.ts";
import { queued } from "./queue.ts";
import { saveFile } from "./save.ts";

/** Text that somebody typed and that is not saved yet. */
export interface Backup {
  /** Real path of the note; for a note that was never saved, a name that starts with "untitled:". */
  readonly path: string;
  readonly text: string;
  /** Hash of the file that the text was typed into; null for a note that was never saved. */
  readonly base: Hash | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What to do with a backup when its note is opened.
 * - nothing: the file holds this text already; the backup can be forgotten.
 * - restore: the file is the one that it was made from.
 * - both: the file is newer, or gone. Both are shown, neither is written over the other.
 */
export type Restoring = "nothing" | "restore" | "both";

/** Unsaved text, kept outside the notebook. */
export interface Backups {
  /** Keeps the text, in place of what was kept for this note before. Of calls faster than the disk the last one wins. */
  keep(backup: Backup): Promise<Result<null>>;
  /** Forgets the note's backup: its text has been saved, or the person gave it up. */
  forget(path: string): Promise<Result<null>>;
  /** The note's backup, or null. One that cannot be understood is set aside in the same folder. */
  find(path: string): Promise<Result<Backup | null>>;
  /** All of them, oldest first: what the last run left unsaved. Reading changes nothing. */
  list(): Promise<Result<Backup[]>>;
}

/** What is to be done with a backup, given the note as it is on disk; null: there is none. */
export function restoringOf(backup: Backup, note: { readonly hash: Hash; readonly text: string } | null): Restoring {
  if (note?.text === backup.text) return "nothing";
  return backup.base === (note?.hash ?? null) ? "restore" : "both";
}

const ending = ".backup";

/** Opens the backups kept in `folder`, which is made when the first one is. */
export function openBackups(folder: string): Backups {
  const fileOf = (path: string) => join(folder, `${hashOf(path).slice(0, 32)}${ending}`);
  const latest = new Map<string, Backup>();
  // `saveFile` queues by the file's own path: waiting there for oneself would never end.
  const inTurn = <T>(file: string, work: () => Promise<T>): Promise<T> => queued(`backup of ${file}`, work);

  const read = async (file: string): Promise<Backup | null> => {
    const bytes = await readFileAt(nodeFileSystem, file, file).then(
      (found) => found.bytes,
      (error: unknown) => {
        if (codeOf(error) === "ENOENT") return null;
        throw error;
      },
    );
    if (bytes === null) return null;
    const backup = parse(bytes);
    if (!backup) await rename(file, `${file}.bad`);
    return backup;
  };

  return {
    async keep(backup) {
      const file = fileOf(backup.path);
      latest.set(file, backup);
      return inTurn(file, async () => {
        const newest = latest.get(file);
        // A later call has been written by the one before this, or the backup has been forgotten.
        if (!newest) return ok(null);
        latest.delete(file);
        return attempt("saved", "The backup of unsaved text", async () => {
          await mkdir(folder, { recursive: true });
          const saved = await saveFile(file, serialise(newest), { base: "any" });
          if (!saved.ok) throw new Error(saved.error.message);
          return null;
        });
      });
    },
    async forget(path) {
      const file = fileOf(path);
      latest.delete(file);
      return attempt("saved", "The backup of unsaved text", () =>
        inTurn(file, async () => {
          await unlink(file).catch((error: unknown) => {
            if (codeOf(error) !== "ENOENT") throw error;
          });
          return null;
        }),
      );
    },
    find: (path) => attempt("read", "The backup of unsaved text", () => inTurn(fileOf(path), () => read(fileOf(path)))),
    list: () =>
      attempt("listed", "Backups of unsaved text", async () => {
        const names = await readdir(folder).catch((error: unknown) => {
          if (codeOf(error) === "ENOENT") return [];
          throw error;
        });
        const found: Backup[] = [];
        for (const name of names) {
          const file = join(folder, name);
          const backup = name.endsWith(ending) ? await inTurn(file, () => read(file)) : null;
          if (backup) found.push(backup);
        }
        return found.sort((a, b) => a.at - b.at);
      }),
  };
}

/** A line of JSON, then the text: in UTF-8, or in UTF-16 where it holds half a character, which UTF-8 cannot. */
function serialise({ path, text, base, at }: Backup): Uint8Array {
  const encoding = /\p{Surrogate}/u.test(text) ? "utf16le" : "utf8";
  const body = Buffer.from(text, encoding);
  const header = { version: 1, path, base, at, encoding, hash: hashOf(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

function parse(bytes: Uint8Array): Backup | null {
  const end = bytes.indexOf(10);
  const body = Buffer.from(bytes.subarray(end + 1));
  try {
    const header: unknown = JSON.parse(Buffer.from(bytes.subarray(0, Math.max(end, 0))).toString());
    if (!isHeader(header) || header.hash !== hashOf(body)) return null;
    return { path: header.path, text: body.toString(header.encoding), base: header.base, at: header.at };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

interface Header extends Omit<Backup, "text"> {
  readonly encoding: "utf8" | "utf16le";
  readonly hash: Hash;
}

function isHeader(value: unknown): value is Header {
  if (typeof value !== "object" || value === null) return false;
  const { version, path, base, at, encoding, hash } = value as Record<string, unknown>;
  return (
    version === 1 &&
    typeof path === "string" &&
    (base === null || typeof base === "string") &&
    typeof at === "number" &&
    (encoding === "utf8" || encoding === "utf16le") &&
    typeof hash === "string"
  );
}
