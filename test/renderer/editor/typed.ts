import { history } from "@codemirror/commands";
import { ensureSyntaxTree, indentUnit } from "@codemirror/language";
import { EditorSelection, EditorState, type StateCommand } from "@codemirror/state";
import { noteLanguageSupport } from "../../../renderer/editor/language.ts";

/** A state from text in which one `|` is the cursor, or two are the ends of the selection (anchor first). */
export function stateOf(marked: string): EditorState {
  const first = marked.indexOf("|");
  const second = marked.indexOf("|", first + 1) - 1;
  const selection = second < 0 ? EditorSelection.cursor(first) : EditorSelection.range(first, second);
  const state = EditorState.create({
    doc: marked.replaceAll("|", ""),
    selection,
    extensions: [
      EditorState.lineSeparator.of("\n"),
      EditorState.allowMultipleSelections.of(true),
      indentUnit.of("\t"),
      history(),
      noteLanguageSupport,
    ],
  });
  ensureSyntaxTree(state, state.doc.length, 10_000);
  return state;
}

/** The text of a state with its cursor or selection marked. */
export function marked(state: EditorState): string {
  const text = state.sliceDoc();
  const { from, to, empty } = state.selection.main;
  return empty
    ? `${text.slice(0, from)}|${text.slice(from)}`
    : `${text.slice(0, from)}|${text.slice(from, to)}|${text.slice(to)}`;
}

/** The state after a command. */
export function run(state: EditorState, command: StateCommand): EditorState {
  let after = state;
  command({ state, dispatch: (transaction) => (after = transaction.state) });
  return after;
}

/** What a command makes of marked text. */
export function press(before: string, ...commands: readonly StateCommand[]): string {
  return marked(commands.reduce(run, stateOf(before)));
}
