import { EditorSelection, type StateCommand } from "@codemirror/state";
import { lineAt } from "./list-block.ts";
import { prefixLength } from "./list-line.ts";
import { inVerbatim } from "./verbatim.ts";

/**
 * Backspace at the beginning of an item's text: the box goes first, then the marker, then (as everywhere) one character
 * of the indentation after the other. After a quote's sign the sign goes. False where it is none of these.
 */
export const deleteMarkup: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  let handled = true;
  const spec = state.changeByRange((range) => {
    const { from, number } = state.doc.lineAt(range.from);
    const line = lineAt(state.doc, number);
    const prefix = prefixLength(line);
    const atText = range.empty && range.from - from === prefix && !inVerbatim(state, range.from);
    let length = 0;
    if (line.box !== "") length = line.box.length;
    else if (line.marker !== "") length = line.marker.length + line.space.length;
    else if (line.quote !== "" && line.indent === "")
      length = line.quote.length - line.quote.replace(/>[ \t]?$/, "").length;
    if (!atText || length === 0) {
      handled = false;
      return { range };
    }
    const start = range.from - length;
    return { changes: { from: start, to: range.from }, range: EditorSelection.cursor(start) };
  });
  if (!handled) return false;
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: "delete.backward" }));
  return true;
};
