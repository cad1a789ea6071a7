import { diff3Merge } from "node-diff3";

/**
 * What to do with a file of an export that may be there already.
 * `write`: put `text` there. `merged` says that edits made by hand since the last export are in it.
 * `conflict`: the file was edited where the draft changed, too (or was not written by Lectern): it must not be written
 * over; `text` shows both, between the markers that Git uses.
 */
export type Update =
  | { readonly kind: "same" }
  | { readonly kind: "write"; readonly text: string; readonly merged: boolean }
  | { readonly kind: "conflict"; readonly text: string; readonly count: number };

/**
 * Brings a file up to date with a draft: a three-way merge by lines.
 *
 * @param base the text of the last export; null when Lectern has none.
 * @param disk what the file holds now; null when it isn't there.
 * @param fresh what the draft gives now.
 */
export const updateText = (base: string | null, disk: string | null, fresh: string): Update => {
  if (disk === fresh) return { kind: "same" };
  if (disk === null || disk === base) return { kind: "write", text: fresh, merged: false };
  // The draft hasn't changed: what stands on disk is the last export and the edits made to it.
  if (base === fresh) return { kind: "same" };
  if (base === null)
    return { kind: "conflict", text: between(disk.split("\n"), fresh.split("\n")).join("\n"), count: 1 };
  const regions = diff3Merge(disk.split("\n"), base.split("\n"), fresh.split("\n"), {
    excludeFalseConflicts: true,
  });
  let count = 0;
  const lines = regions.flatMap((region): readonly string[] => {
    if (region.ok) return region.ok;
    if (!region.conflict) return [];
    count += 1;
    const { a, b } = region.conflict;
    return between(a, b);
  });
  const text = lines.join("\n");
  if (count > 0) return { kind: "conflict", text, count };
  return text === disk ? { kind: "same" } : { kind: "write", text, merged: true };
};

/** The lines of both texts, between the markers that Git uses. */
const between = (file: readonly string[], draft: readonly string[]): readonly string[] => [
  "<<<<<<< the file as it is",
  ...file,
  "=======",
  ...draft,
  ">>>>>>> the draft",
];
