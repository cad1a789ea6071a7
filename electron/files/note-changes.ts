import type { BigIntStats } from "node:fs";
import type { Hash } from "./hash.ts";

/** What somebody did to a note on disk. Paths inside the notebook. */
export type NoteChange =
  | { readonly kind: "added"; readonly path: string }
  /** `hash` of the new bytes, where the note had been read or saved before. */
  | { readonly kind: "changed"; readonly path: string; readonly hash: Hash | null }
  | { readonly kind: "removed"; readonly path: string }
  | { readonly kind: "moved"; readonly from: string; readonly path: string };

/** A note as last seen; `hash` where its bytes have been read. */
export interface SeenNote {
  readonly stats: BigIntStats;
  readonly hash: Hash | null;
}

/** Whether two looks at one path found the same file with, by all signs, the same bytes. */
export const looksSame = (a: BigIntStats, b: BigIntStats): boolean =>
  a.ino === b.ino && a.dev === b.dev && a.size === b.size && a.mtimeNs === b.mtimeNs && a.ctimeNs === b.ctimeNs;

/**
 * Whether two looks at different paths found one file. The number alone does not tell: file systems give the number of
 * a removed file to the next new one.
 */
export function isSameFile(a: BigIntStats, b: BigIntStats): boolean {
  if (a.ino !== b.ino || a.dev !== b.dev) return false;
  return (a.size === b.size && a.mtimeNs === b.mtimeNs) || (a.birthtimeNs !== 0n && a.birthtimeNs === b.birthtimeNs);
}

/** New files, to be found by what they are. */
export interface AddedFiles {
  /** The one that is the missing note elsewhere: by file identity, else by its bytes. Null: none is. */
  find(missing: SeenNote): string | null;
}

/** Files found under new paths; `hashes` of those whose bytes were looked at. */
export function addedFiles(added: ReadonlyMap<string, BigIntStats>, hashes: ReadonlyMap<string, Hash>): AddedFiles {
  const byNumber = new Map([...added].map(([path, { dev, ino }]) => [`${dev} ${ino}`, path]));
  const byHash = new Map([...hashes].map(([path, hash]) => [hash, path]));
  return {
    find({ stats, hash }) {
      const same = byNumber.get(`${stats.dev} ${stats.ino}`);
      const now = same === undefined ? undefined : added.get(same);
      if (same !== undefined && now && isSameFile(stats, now)) return same;
      return hash !== null && stats.size > 0n ? (byHash.get(hash) ?? null) : null;
    },
  };
}
