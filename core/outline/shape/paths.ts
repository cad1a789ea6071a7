import { type NoteOutline, placesOf } from "../../time/places.ts";
import type { ModulePath } from "../tree.ts";
import { type NodeRef, nodeOf } from "./node.ts";
import type { Shapeable, Shaped } from "./shaping.ts";

/** Modules whose paths a shaping command changed, for their sessions to follow. */
export interface PathMove {
  readonly from: ModulePath;
  readonly to: ModulePath;
}

const pathsIn = (note: string, { text, outline }: Shapeable, ref: NodeRef): ModulePath[] => {
  const node = nodeOf(text, outline, ref);
  if (!node) return [];
  const here: NoteOutline = { note, outline };
  return placesOf(here)
    .filter(({ module }) => module.from >= node.from && module.from < node.to)
    .map(({ path }) => path);
};

/**
 * Which module paths changed when the node at `ref` was moved or renamed: the modules beneath it, one by one.
 *
 * @param note the note's path inside the notebook.
 */
export const pathMoves = (note: string, before: Shapeable, ref: NodeRef, after: Shaped): PathMove[] => {
  const from = pathsIn(note, before, ref);
  const to = pathsIn(note, after, after.ref);
  if (from.length !== to.length) return [];
  return from.flatMap((path, at) => {
    const moved = to[at];
    return moved && JSON.stringify(moved) !== JSON.stringify(path) ? [{ from: path, to: moved }] : [];
  });
};
