import {
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
  type Text,
} from "@codemirror/state";
import { lineAt, ownerOf, parentOf, previousSibling } from "./list-block.ts";
import { itemNumber, type ListLine, prefixLength, withNumber } from "./list-line.ts";
import { inVerbatim } from "./verbatim.ts";

/** A change for one cursor, and where the cursor goes. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The marker that comes after the item on a line: counts on, or repeats where the list repeats one number. */
export function markerAfter(doc: Text, number: number): string {
  const line = lineAt(doc, number);
  const own = itemNumber(line);
  if (own === null) return line.marker;
  const before = previousSibling(doc, number);
  const repeats = before !== null && itemNumber(lineAt(doc, before)) === own;
  return withNumber(line.marker, repeats ? own : own + 1);
}

function itemStart(line: ListLine, marker: string): string {
  return line.quote + line.indent + marker + (line.space === "" ? " " : line.space) + (line.box === "" ? "" : "[ ] ");
}

/** Splits a line at the cursor without leaving the white space of the split behind. */
function split(doc: Text, offset: number, start: string): Edit {
  const { from, text } = doc.lineAt(offset);
  const before = text.slice(0, offset - from);
  const after = text.slice(offset - from);
  const rest = after.trimStart();
  if (rest === "") return { from: offset, to: offset, insert: `\n${start}` };
  return { from: from + before.trimEnd().length, to: offset + after.length - rest.length, insert: `\n${start}` };
}

/** An empty item: one level out, or the end of the list. */
function leaveList(doc: Text, number: number, line: ListLine): Edit {
  const { from } = doc.line(number);
  const parent = parentOf(doc, number);
  const insert = parent === null ? line.quote : itemStart(lineAt(doc, parent), markerAfter(doc, parent));
  return { from, to: from + prefixLength(line), insert };
}

/** The first line under an item, when it is an item one level in. */
function childBelow(doc: Text, number: number, line: ListLine): ListLine | null {
  if (number >= doc.lines) return null;
  const below = lineAt(doc, number + 1);
  return below.marker !== "" && below.column > line.column + 1 ? below : null;
}

function inItem(doc: Text, offset: number, number: number, line: ListLine): Edit | null {
  const { from, to, text } = doc.line(number);
  if (offset - from < prefixLength(line)) return null;
  if (line.text.trim() === "") return leaveList(doc, number, line);
  const child = text.slice(offset - from).trim() === "" ? childBelow(doc, number, line) : null;
  if (child !== null && offset <= to) {
    const first = itemNumber(child) === null ? child.marker : withNumber(child.marker, 1);
    return { from: offset, to: offset, insert: `\n${itemStart(child, first)}` };
  }
  return split(doc, offset, itemStart(line, markerAfter(doc, number)));
}

/** A line that an item was wrapped onto: a new bullet begins here. Under a number, where text is prose, the text goes on. */
function inWrapped(doc: Text, offset: number, owner: number, line: ListLine): Edit | null {
  const item = lineAt(doc, owner);
  if (itemNumber(item) !== null) return null;
  if (offset - doc.lineAt(offset).from < line.quote.length + line.indent.length) return null;
  return split(doc, offset, itemStart(item, item.marker));
}

function inQuote(doc: Text, offset: number, line: ListLine): Edit | null {
  const { from, text } = doc.lineAt(offset);
  if (line.quote === "" || offset - from < line.quote.length) return null;
  if (line.text.trim() !== "") return split(doc, offset, line.quote + line.indent);
  const outer = line.quote.replace(/[ \t]*>[ \t]?$/, "");
  return { from, to: from + text.length, insert: outer };
}

function plain(state: EditorState, range: SelectionRange): Edit {
  const { from, text } = state.doc.lineAt(range.from);
  const before = text.slice(0, range.from - from);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  // Indentation alone is moved down, not left behind.
  if (range.empty && before === indent && text.trim() === "") return { from, to: range.to, insert: `\n${indent}` };
  return { from: range.from, to: range.to, insert: `\n${indent}` };
}

function edit(state: EditorState, range: SelectionRange): Edit {
  const { doc } = state;
  if (!range.empty || inVerbatim(state, range.from)) return plain(state, range);
  const { number } = doc.lineAt(range.from);
  const line = lineAt(doc, number);
  const owner = ownerOf(doc, number);
  const found =
    owner === null
      ? inQuote(doc, range.from, line)
      : owner === number
        ? inItem(doc, range.from, number, line)
        : inWrapped(doc, range.from, owner, line);
  return found ?? plain(state, range);
}

/**
 * Enter. In a list the next item begins with the same marker and the note's own indentation, numbers count on, a box
 * comes empty; in a hard-wrapped bullet, too, wherever in it the cursor is. On an empty item the list ends, an inner
 * one by going on with the outer one. A quote goes on until an empty line of it. Everywhere else the line is broken and
 * its indentation kept.
 */
export const enter: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const spec = state.changeByRange((range) => {
    const { from, to, insert } = edit(state, range);
    return { changes: { from, to, insert }, range: EditorSelection.cursor(from + insert.length) };
  });
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input" }));
  return true;
};

/** The indentation with which an item's text goes on under it: as it does already, as the item before does, or under the text. */
function wrappedIndent(doc: Text, owner: number): string {
  const item = lineAt(doc, owner);
  for (let number: number | null = owner; number !== null; number = previousSibling(doc, number)) {
    if (owner - number > 50) break;
    if (number === doc.lines) continue;
    const below = lineAt(doc, number + 1);
    if (below.marker === "" && below.indent !== "" && below.text.trim() !== "") return below.quote + below.indent;
  }
  return item.quote + item.indent + " ".repeat(item.marker.length + item.space.length);
}

/** Shift-Enter: a new line of the same item, quote or paragraph. */
export const breakLine: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  const spec = state.changeByRange((range) => {
    const owner = inVerbatim(state, range.from) ? null : ownerOf(state.doc, state.doc.lineAt(range.from).number);
    const insert = owner === null ? plain(state, range).insert : `\n${wrappedIndent(state.doc, owner)}`;
    return {
      changes: { from: range.from, to: range.to, insert },
      range: EditorSelection.cursor(range.from + insert.length),
    };
  });
  dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input" }));
  return true;
};
