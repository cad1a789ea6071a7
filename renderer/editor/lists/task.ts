import type { ChangeSpec, EditorState, StateCommand, TransactionSpec } from "@codemirror/state";
import { lineAt } from "./list-block.ts";
import { isBlank, type ListLine } from "./list-line.ts";
import { selectedLines } from "./selected.ts";

function boxFrom(state: EditorState, number: number, line: ListLine): number {
  return state.doc.line(number).from + line.quote.length + line.indent.length + line.marker.length + line.space.length;
}

/** The change that ticks the box on a line, or takes its tick off; null where there is no box. */
export function tickBox(
  state: EditorState,
  number: number,
  ticked: boolean,
): { from: number; to: number; insert: string } | null {
  const line = lineAt(state.doc, number);
  if (line.box === "" || (line.box[1] !== " ") === ticked) return null;
  const from = boxFrom(state, number, line) + 1;
  return { from, to: from + 1, insert: ticked ? "x" : " " };
}

/** What ticks or unticks the box of the item on the line of an offset. */
export function toggleBoxAt(state: EditorState, offset: number): TransactionSpec | null {
  const { number } = state.doc.lineAt(offset);
  const change = tickBox(state, number, true) ?? tickBox(state, number, false);
  return change === null ? null : { changes: change, userEvent: "input.task" };
}

/**
 * Ticks the boxes of the selected items, or takes the ticks off when all have one. Items without a box get one; other
 * lines become items with one.
 */
export const toggleTask: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const all = selectedLines(state);
  const written = all.filter((number) => !isBlank(lineAt(state.doc, number)));
  const numbers = written.length > 0 ? written : all;
  const lines = numbers.map((number) => ({ number, line: lineAt(state.doc, number) }));
  const without = lines.filter(({ line }) => line.box === "");
  const changes: ChangeSpec[] =
    without.length > 0
      ? without.map(({ number, line }) => {
          const insert = line.marker === "" ? "- [ ] " : line.space === "" ? " [ ] " : "[ ] ";
          return { from: boxFrom(state, number, line), insert };
        })
      : lines.flatMap(
          ({ number }) =>
            tickBox(
              state,
              number,
              lines.some(({ line }) => line.box[1] === " "),
            ) ?? [],
        );
  const set = state.changes(changes);
  dispatch(state.update({ changes: set, selection: state.selection.map(set, 1), userEvent: "input.task" }));
  return true;
};
