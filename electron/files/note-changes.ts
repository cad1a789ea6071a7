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

/** Which of the added files is the one that is missing elsewhere: by file identity, else by its bytes. */
export function findMoved(
  missing: SeenNote,
  added: ReadonlyMap<string, BigIntStats>,
  hashes: ReadonlyMap<string, Hash>,
): string | null {
  for (const [path, stats] of added) if (isSameFile(missing.stats, stats)) return path;
  if (missing.hash !== null && missing.stats.size > 0n)
    for (const path of added.keys()) if (hashes.get(path) === missing.hash) return path;
  return null;
}
