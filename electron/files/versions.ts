import { mkdir, readdir, rename, unlink } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { versionsToKeep } from "#core/note/version-age.ts";
import { fail, type Result } from "#core/result.ts";
import { readFileAt } from "./bytes.ts";
import { attempt } from "./failure.ts";
import { codeOf, nodeFileSystem } from "./file-system.ts";
import { hashOf } from "./hash.ts";
import { queued } from "./queue.ts";
import { saveFile } from "./save.ts";

/** One earlier state of a note. */
export interface Version {
  /** Names it in `read`. */
  readonly version: string;
  /** When it was saved; milliseconds since 1970. */
  readonly at: number;
  /** Size of the note then, in bytes. */
  readonly bytes: number;
}

/** The last saves of every note, kept in the app's own data and thinned with age. Notes are named by real path. */
export interface Versions {
  /** Keeps these bytes as the state of `at`. Bytes equal to the newest version's are not kept twice. */
  add(path: string, bytes: Uint8Array, at: number): Promise<Result<null>>;
  /** Newest first. A note without versions has an empty list. */
  list(path: string): Promise<Result<Version[]>>;
  read(path: string, version: string): Promise<Result<Uint8Array>>;
  /** The note was renamed: its versions follow. */
  move(from: string, to: string): Promise<Result<null>>;
}

const pack = promisify(gzip);
const unpack = promisify(gunzip);
// <milliseconds>-<bytes>-<hash>: all that a list needs, without opening anything
const pattern = /^(\d{1,15})-(\d+)-([0-9a-f]{16})\.gz$/;

/** Opens the versions kept in `folder`, which is made when the first one is. */
export function openVersions(folder: string): Versions {
  const placeOf = (path: string) => join(folder, hashOf(path).slice(0, 32));

  const names = async (path: string): Promise<string[]> => {
    const found = await readdir(placeOf(path)).catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return [];
      throw error;
    });
    return found.filter((name) => pattern.test(name)).sort((a, b) => timeOf(b) - timeOf(a));
  };

  const thin = async (path: string, now: number) => {
    const found = await names(path);
    const keep = new Set(versionsToKeep(found.map(timeOf), now));
    for (const name of found) if (!keep.has(timeOf(name))) await unlink(join(placeOf(path), name));
  };

  return {
    add: (path, bytes, at) =>
      attempt("saved", "An earlier version", () =>
        queued(placeOf(path), async () => {
          const hash = hashOf(bytes).slice(0, 16);
          const [newest] = await names(path);
          if (newest?.includes(`-${hash}.`)) return null;
          await mkdir(placeOf(path), { recursive: true });
          const file = join(placeOf(path), `${Math.floor(at)}-${bytes.length}-${hash}.gz`);
          const saved = await saveFile(file, await pack(bytes), { base: "any" });
          if (!saved.ok) throw new Error(saved.error.message);
          await thin(path, at);
          return null;
        }),
      ),
    list: (path) =>
      attempt("listed", "Earlier versions", async () =>
        (await names(path)).map((version) => ({
          version,
          at: timeOf(version),
          bytes: Number(pattern.exec(version)?.[2]),
        })),
      ),
    async read(path, version) {
      if (!pattern.test(version))
        return fail("not-found", "This version is not kept any more.", "Choose another from the list.");
      return attempt("read", "An earlier version", async () => {
        const { bytes } = await readFileAt(nodeFileSystem, join(placeOf(path), version), version);
        return new Uint8Array(await unpack(bytes));
      });
    },
    move: (from, to) =>
      attempt("renamed", "Earlier versions", () =>
        queued(placeOf(from), () =>
          queued(placeOf(to), async () => {
            const found = await names(from);
            if (found.length > 0) await mkdir(placeOf(to), { recursive: true });
            for (const name of found) await rename(join(placeOf(from), name), join(placeOf(to), name));
            return null;
          }),
        ),
      ),
  };
}

const timeOf = (name: string): number => Number(pattern.exec(name)?.[1] ?? 0);
