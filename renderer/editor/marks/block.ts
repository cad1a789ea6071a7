import { syntaxTree } from "@codemirror/language";
import type { ChangeSpec, EditorState, StateCommand } from "@codemirror/state";
import { lineAt } from "../lists/list-block.ts";
import { isBlank, itemNumber } from "../lists/list-line.ts";
import { selectedLines } from "../lists/selected.ts";

/** Runs an edit for each selected line with text in it, or for an empty line when it is alone. */
function onLines(edit: (state: EditorState, numbers: readonly number[]) => ChangeSpec[]): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const all = selectedLines(state);
    const written = all.filter((number) => !isBlank(lineAt(state.doc, number)));
    const changes = state.changes(edit(state, written.length > 0 ? written : all));
    const selection = state.selection.map(changes, 1);
    dispatch(state.update({ changes, selection, scrollIntoView: true, userEvent: "input.format" }));
    return true;
  };
}

const hashes = /^( {0,3})(#{1,6})([ \t]+|(?=\r?$))/;

/** The line under a heading that is underlined, as a change that takes it away; null for other lines. */
function underline(state: EditorState, number: number): ChangeSpec | null {
  const { from, to } = state.doc.line(number);
  const node = syntaxTree(state).resolveInner(to, -1);
  const setext = node.name.startsWith("SetextHeading") ? node : node.parent;
  if (!setext?.name.startsWith("SetextHeading") || setext.from < from || setext.to <= to) return null;
  return { from: to, to: setext.to };
}

/** Makes headings of a level (1 to 6) of the selected lines; plain lines again where all are, and for level 0. */
export function toggleHeading(level: number): StateCommand {
  return onLines((state, numbers) => {
    const found = numbers.map((number) => {
      const { from, text } = state.doc.line(number);
      const { quote } = lineAt(state.doc, number);
      return { number, start: from + quote.length, match: hashes.exec(text.slice(quote.length)) };
    });
    const off = level === 0 || found.every(({ match }) => match?.[2]?.length === level);
    return found.flatMap(({ number, start, match }) => {
      const old = match?.[0] ?? "";
      const insert = off ? "" : `${"#".repeat(level)} `;
      const changes: ChangeSpec[] = old === insert ? [] : [{ from: start, to: start + old.length, insert }];
      const under = underline(state, number);
      return under === null ? changes : [...changes, under];
    });
  });
}

/** Puts the selected lines into a quote, or takes one level of quote off when all are in one. */
export const toggleQuote: StateCommand = onLines((state, numbers) => {
  const lines = numbers.map((number) => ({ from: state.doc.line(number).from, line: lineAt(state.doc, number) }));
  if (lines.some(({ line }) => line.quote === "")) return lines.map(({ from }) => ({ from, insert: "> " }));
  return lines.map(({ from, line }) => {
    const sign = /^[ \t]*>[ \t]?/.exec(line.quote)?.[0] ?? "";
    return { from, to: from + sign.length };
  });
});

/** Makes items of the selected lines, numbered from 1 or with bullets; plain lines where all are such items. */
function toggleList(numbered: boolean): StateCommand {
  return onLines((state, numbers) => {
    const lines = numbers.map((number) => ({ from: state.doc.line(number).from, line: lineAt(state.doc, number) }));
    const off = lines.every(({ line }) => line.marker !== "" && (itemNumber(line) !== null) === numbered);
    return lines.map(({ from, line }, index) => {
      const start = from + line.quote.length + line.indent.length;
      const insert = off ? "" : numbered ? `${index + 1}. ` : "- ";
      return { from: start, to: start + line.marker.length + line.space.length, insert };
    });
  });
}

export const toggleBullets: StateCommand = toggleList(false);
export const toggleNumbers: StateCommand = toggleList(true);
