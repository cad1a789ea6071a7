import { type FSWatcher, watch } from "node:fs";
import { join, sep } from "node:path";
import { codeOf } from "./file-system.ts";

/**
 * The system's hints that something happened in a notebook. They may come late, twice, without a name or not at all;
 * what really happened is found by looking (watch.ts).
 */
export interface FolderWatchers {
  /** Watches exactly these folders ("" is the notebook's own). True where one of them was not watched before. */
  follow(folders: readonly string[]): boolean;
  close(): void;
}

export interface Hints {
  /** Something happened to this path; null: somewhere. */
  readonly onHint: (path: string | null) => void;
  /** The system gives no more hints. */
  readonly onLost: (error: unknown) => void;
}

/** Starts without any folder. One watcher for the whole tree where the system has such (macOS, Windows), else one each. */
export function watchFolders(root: string, hints: Hints, platform: NodeJS.Platform = process.platform): FolderWatchers {
  const recursive = platform === "darwin" || platform === "win32";
  const watchers = new Map<string, FSWatcher>();

  const start = (folder: string) => {
    try {
      const watcher = watch(join(root, folder), { recursive }, (event, name) => {
        if (name === null) return hints.onHint(null);
        const inside = sep === "/" ? name : name.replaceAll(sep, "/");
        const path = folder === "" ? inside : `${folder}/${inside}`;
        // Another folder may have this name now: the next look starts anew.
        if (event === "rename") drop(path);
        hints.onHint(path);
      });
      watcher.on("error", (error) => {
        stop(folder);
        // Windows tells of a watched folder's end in this way.
        if (codeOf(error) === "EPERM" || codeOf(error) === "ENOENT") hints.onHint(null);
        else hints.onLost(error);
      });
      watchers.set(folder, watcher);
    } catch (error) {
      if (codeOf(error) !== "ENOENT" && codeOf(error) !== "ENOTDIR") hints.onLost(error);
    }
  };
  const stop = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  const drop = (folder: string) => {
    if (!watchers.has(folder) || recursive) return;
    for (const each of watchers.keys()) if (each === folder || each.startsWith(`${folder}/`)) stop(each);
  };

  return {
    follow(folders) {
      const wanted = new Set(recursive ? folders.slice(0, 1) : folders);
      for (const folder of watchers.keys()) if (!wanted.has(folder)) stop(folder);
      const fresh = [...wanted].filter((folder) => !watchers.has(folder));
      for (const folder of fresh) start(folder);
      return fresh.length > 0;
    },
    close() {
      for (const folder of [...watchers.keys()]) stop(folder);
    },
  };
}
