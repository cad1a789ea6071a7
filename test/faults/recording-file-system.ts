import { realpathSync } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type FileSystem, nodeFileSystem } from "../../electron/files/file-system.ts";

/** One thing done to the disk, in order. Files are numbered, for their names change. */
export type Operation =
  | { readonly op: "write"; readonly file: number; readonly from: number; readonly bytes: Uint8Array }
  | { readonly op: "truncate"; readonly file: number; readonly length: number }
  | { readonly op: "sync"; readonly file: number }
  | {
      readonly op: "entries";
      readonly folder: string;
      readonly put: readonly Entry[];
      readonly drop: readonly string[];
    }
  | { readonly op: "syncFolder"; readonly folder: string };

/** A name in a folder; `file` null: it is a folder itself. */
export interface Entry {
  readonly name: string;
  readonly file: number | null;
}

/** The real file system, with a record of everything that changes the disk. */
export interface Recording {
  readonly fs: FileSystem;
  readonly operations: Operation[];
  /** The number of the file with this path, which was there before the recording began. */
  known(path: string): number;
}

/** Begins a recording. With `forgetsFolders` it is that of a program that never syncs a folder. */
export function record(forgetsFolders = false): Recording {
  const operations: Operation[] = [];
  const files = new Map<string, number>();
  let next = 0;
  const real = (path: string) => join(realpathSync(dirname(path)), basename(path));
  const known = (path: string) => {
    const number = files.get(path) ?? next++;
    files.set(path, number);
    return number;
  };

  const entry = (put: readonly string[], drop: readonly string[]) => {
    for (const folder of new Set([...put, ...drop].map(dirname)))
      operations.push({
        op: "entries",
        folder,
        put: put
          .filter((path) => dirname(path) === folder)
          .map((path) => ({ name: basename(path), file: files.get(path) ?? null })),
        drop: drop.filter((path) => dirname(path) === folder).map((path) => basename(path)),
      });
  };

  return { fs: recordingOf(), operations, known };

  function recordingOf(): FileSystem {
    return {
      ...nodeFileSystem,
      async open(path, flags, mode) {
        const handle = await nodeFileSystem.open(path, flags, mode);
        const stats = await handle.stat();
        if (stats.isDirectory()) return folderHandle(handle, realpathSync(String(path)));
        const full = real(String(path));
        if (!files.has(full)) {
          known(full);
          entry([full], []);
        }
        return fileHandle(handle, known(full));
      },
      async rename(from, to) {
        const [old, renamed] = [real(String(from)), real(String(to))];
        await nodeFileSystem.rename(from, to);
        files.set(renamed, known(old));
        files.delete(old);
        entry([renamed], [old]);
      },
      async link(from, to) {
        const [old, linked] = [real(String(from)), real(String(to))];
        await nodeFileSystem.link(from, to);
        files.set(linked, known(old));
        entry([linked], []);
      },
      async unlink(path) {
        const full = real(String(path));
        await nodeFileSystem.unlink(path);
        files.delete(full);
        entry([], [full]);
      },
      mkdir: (async (path: string, options: { recursive: boolean }) => {
        const made = await nodeFileSystem.mkdir(path, options);
        if (!options?.recursive || made !== undefined) entry([real(path)], []);
        return made;
      }) as FileSystem["mkdir"],
    };
  }

  function folderHandle(handle: FileHandle, folder: string): FileHandle {
    return changed(handle, {
      sync: async () => {
        if (!forgetsFolders) operations.push({ op: "syncFolder", folder });
      },
    });
  }

  function fileHandle(handle: FileHandle, file: number): FileHandle {
    return changed(handle, {
      async write(bytes: Uint8Array, offset: number, length: number, position: number | null) {
        const from = position ?? (await handle.stat()).size;
        const done = await handle.write(bytes, offset, length, position);
        operations.push({ op: "write", file, from, bytes: bytes.slice(offset, offset + done.bytesWritten) });
        return done;
      },
      async truncate(length = 0) {
        await handle.truncate(length);
        operations.push({ op: "truncate", file, length });
      },
      async sync() {
        operations.push({ op: "sync", file });
      },
    });
  }
}

function changed(handle: FileHandle, methods: Record<string, unknown>): FileHandle {
  return new Proxy(handle, {
    get(target, key) {
      const value = methods[String(key)] ?? Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}
