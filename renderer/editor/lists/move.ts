import { copyLineDown, moveLineDown, moveLineUp } from "@codemirror/commands";
import type { EditorState, StateCommand } from "@codemirror/state";
import { blockAt, type ListBlock, nextSibling, previousSibling } from "./list-block.ts";
import { selectedBlocks } from "./selected.ts";

/** The one item that the cursor is in; null where there are more, or none. */
function itemAtCursor(state: EditorState): ListBlock | null {
  const { blocks, lines } = selectedBlocks(state);
  return blocks.length === 1 && lines.length === 0 ? (blocks[0] ?? null) : null;
}

/** The selection on an item that goes `by` characters on; what of it reaches out of the item is left behind. */
function movedSelection(state: EditorState, item: ListBlock, by: number): { anchor: number; head: number } {
  const from = state.doc.line(item.first).from;
  const to = state.doc.line(item.last).to;
  const within = (offset: number) => Math.max(from, Math.min(offset, to)) + by;
  return { anchor: within(state.selection.main.anchor), head: within(state.selection.main.head) };
}

/** Exchanges two items; what stands between them (blank lines) stays between them. */
function exchange(state: EditorState, upper: ListBlock, lower: ListBlock, moved: ListBlock) {
  const { doc } = state;
  const upperTo = doc.line(upper.last).to;
  const upperText = doc.slice(doc.line(upper.first).from, upperTo);
  const between = doc.slice(upperTo, doc.line(lower.first).from);
  const start = doc.line(upper.first).from;
  const lowerFrom = doc.line(lower.first).from;
  const lowerTo = doc.line(lower.last).to;
  // What is moved is deleted and put in again on the other side, so that everything else is left untouched.
  const changes =
    moved === lower
      ? [
          { from: start, insert: doc.slice(lowerFrom, lowerTo).append(between) },
          { from: upperTo, to: lowerTo },
        ]
      : [
          { from: start, to: lowerFrom },
          { from: lowerTo, insert: between.append(upperText) },
        ];
  const by = moved === lower ? start - lowerFrom : lowerTo - lowerFrom + between.length;
  return state.update({
    changes,
    selection: movedSelection(state, moved, by),
    scrollIntoView: true,
    userEvent: "move.line",
  });
}

function moveItem(upwards: boolean, otherwise: StateCommand): StateCommand {
  return (target) => {
    const { state, dispatch } = target;
    if (state.readOnly) return false;
    const item = itemAtCursor(state);
    if (item === null) return otherwise(target);
    const above = upwards ? previousSibling(state.doc, item.first) : null;
    const other = above === null ? (upwards ? null : nextSibling(state.doc, item)) : blockAt(state.doc, above);
    if (other !== null) dispatch(upwards ? exchange(state, other, item, item) : exchange(state, item, other, item));
    return true;
  };
}

/** Moves the item with the cursor, and everything under it, before the one above on its level; other lines by a line. */
export const moveUp = moveItem(true, moveLineUp);

/** Moves the item with the cursor, and everything under it, behind the next one on its level; other lines by a line. */
export const moveDown = moveItem(false, moveLineDown);

/** Puts a copy of the item with the cursor, and everything under it, behind it; of other lines, below them. */
export const duplicate: StateCommand = (target) => {
  const { state, dispatch } = target;
  if (state.readOnly) return false;
  const item = itemAtCursor(state);
  if (item === null) return copyLineDown(target);
  const from = state.doc.line(item.first).from;
  const to = state.doc.line(item.last).to;
  dispatch(
    state.update({
      changes: { from: to, insert: `\n${state.sliceDoc(from, to)}` },
      selection: movedSelection(state, item, to - from + 1),
      scrollIntoView: true,
      userEvent: "input.copyline",
    }),
  );
  return true;
};
