import type { EditorState } from "@codemirror/state";
import { blockAt, type ListBlock, ownerOf } from "./list-block.ts";
import { inVerbatim } from "./verbatim.ts";

/** The lines that a selection touches; one that ends at a line's beginning doesn't touch it. */
export function selectedLines(state: EditorState): number[] {
  const numbers = new Set<number>();
  for (const { from, to } of state.selection.ranges) {
    const first = state.doc.lineAt(from).number;
    const end = state.doc.lineAt(to);
    const last = end.number > first && end.from === to ? end.number - 1 : end.number;
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return [...numbers].sort((one, other) => one - other);
}

/** The items to move, outermost ones alone, and the other lines that are selected. */
export function selectedBlocks(state: EditorState): { blocks: ListBlock[]; lines: number[] } {
  const blocks: ListBlock[] = [];
  const lines: number[] = [];
  let covered = 0;
  for (const number of selectedLines(state)) {
    if (number <= covered) continue;
    const verbatim = inVerbatim(state, state.doc.line(number).to);
    const owner = verbatim ? null : ownerOf(state.doc, number);
    const block = owner === null ? null : blockAt(state.doc, owner);
    if (block === null) lines.push(number);
    else {
      blocks.push(block);
      covered = block.last;
    }
  }
  return { blocks, lines };
}
