import { type DropPlace, dropPlace } from "#core/outline/shape/drop.ts";
import { useChosen } from "../state/chosen.ts";
import { editor } from "../state/editor.ts";
import { useNote } from "../state/note.ts";
import { nowAt } from "../state/outline.ts";
import type { TreeDrag } from "../ui/tree-drag.ts";
import type { OutlineTree } from "./outline-tree.ts";

/** A node of the outline, by where its line is in the text as it is now. */
const placeOf = ({ facts, from }: OutlineTree, index: number) => {
  const node = facts[index];
  const offset = from[index];
  return node && offset !== undefined ? { kind: node.kind, offset: nowAt(offset) } : null;
};

/** Dragging rows of the outline onto others. `shown`: indexes of the nodes that have rows; `isOpen`: whether a row's children show. */
export const rowDrag = (
  tree: OutlineTree,
  shown: Int32Array,
  isOpen: (row: number) => boolean,
): TreeDrag<DropPlace> => ({
  place: (dragged, over, lower) => {
    const [index, onIndex] = [shown[dragged] ?? -1, shown[over] ?? -1];
    const [node, on] = [tree.facts[index], tree.facts[onIndex]];
    if (!node || !on || useNote.getState().note?.readOnly !== null) return null;
    // Nothing goes into itself.
    if (onIndex >= index && onIndex < (tree.end[index] ?? 0)) return null;
    return dropPlace(node.kind, on.kind, lower, isOpen(over));
  },
  onDrop: async (dragged, over, place) => {
    const node = placeOf(tree, shown[dragged] ?? -1);
    const on = placeOf(tree, shown[over] ?? -1);
    const shaping = await import("../state/shaping.ts");
    const key = tree.facts[shown[dragged] ?? -1]?.key;
    if (!node || !on) return;
    if (key !== undefined && useChosen.getState().keys.has(key)) await shaping.dropChosen(on, place);
    else await shaping.dropOn(node, on, place);
  },
});

/** Takes the cursor to a node, so that commands are about it. */
export function goToNode(tree: OutlineTree, index: number, focus = true): void {
  const offset = tree.from[index];
  if (offset !== undefined) editor()?.goTo(nowAt(offset), { align: focus ? "third" : "nearest", focus });
}
