import { EditorSelection, type StateCommand } from "@codemirror/state";
import { nodeAround } from "./inline.ts";

const address = /^(?:https?:\/\/|mailto:)\S+$/i;

/**
 * Makes a link of what is selected, with the cursor where what is missing goes: the address, or the words for a selected
 * address. In a link, takes the link off and leaves its words.
 */
export const toggleLink: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const spec = state.changeByRange((range) => {
    const link = nodeAround(state, range, "Link");
    const marks = link?.getChildren("LinkMark") ?? [];
    const [open, close] = marks;
    if (link !== null && open !== undefined && close !== undefined) {
      const changes = state.changes([
        { from: open.from, to: open.to },
        { from: close.from, to: link.to },
      ]);
      return { changes, range: range.map(changes) };
    }
    const text = state.sliceDoc(range.from, range.to);
    const isAddress = address.test(text);
    const changes = state.changes([
      { from: range.from, insert: isAddress ? "[](" : "[" },
      { from: range.to, insert: isAddress ? ")" : "]()" },
    ]);
    const missing = isAddress || text === "" ? range.from + 1 : range.to + 3;
    return { changes, range: EditorSelection.cursor(missing) };
  });
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input.format" }));
  return true;
};
