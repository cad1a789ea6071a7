import { EditorSelection } from "@codemirror/state";
import { EditorView } from "@codemirror/view";

/** Signs that, typed over selected words, are put around them instead of in their place. */
const signs = new Map([
  ["*", "*"],
  ["_", "_"],
  ["`", "`"],
  ["~", "~"],
  ["=", "="],
  ['"', '"'],
  ["<", ">"],
]);

/** Typing `*` over a selection makes `*words*`; twice, `**words**`. Brackets are done by closeBrackets. */
export const wrapSelection = EditorView.inputHandler.of((view, _from, _to, text) => {
  const closing = signs.get(text);
  const { state } = view;
  if (closing === undefined || state.readOnly || view.compositionStarted) return false;
  if (state.selection.ranges.some((range) => range.empty)) return false;
  const spec = state.changeByRange((range) => ({
    changes: [
      { from: range.from, insert: text },
      { from: range.to, insert: closing },
    ],
    range: EditorSelection.range(range.anchor + 1, range.head + 1),
  }));
  view.dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input.type" }));
  return true;
});
