import { syntaxTree } from "@codemirror/language";
import {
  type ChangeSpec,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
} from "@codemirror/state";
import type { SyntaxNode } from "@lezer/common";
import { listLine, prefixLength } from "../lists/list-line.ts";

/** A kind of mark around words: what is typed, and what the grammar calls it. */
export interface InlineMark {
  readonly sign: string;
  readonly node: string;
  readonly markNode: string;
}

export const strongMark: InlineMark = { sign: "**", node: "StrongEmphasis", markNode: "EmphasisMark" };
export const emphasisMark: InlineMark = { sign: "*", node: "Emphasis", markNode: "EmphasisMark" };
export const codeMark: InlineMark = { sign: "`", node: "InlineCode", markNode: "CodeMark" };
export const struckMark: InlineMark = { sign: "~~", node: "Strikethrough", markNode: "StrikethroughMark" };
export const highlightMark: InlineMark = { sign: "==", node: "Highlight", markNode: "HighlightMark" };

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The innermost node of a kind around a stretch of text. */
export function nodeAround(state: EditorState, { from, to }: Span, name: string): SyntaxNode | null {
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = syntaxTree(state).resolveInner(from, side); node; node = node.parent) {
      if (node.name === name && node.from <= from && node.to >= to) return node;
    }
  }
  return null;
}

/** Without the white space at its ends, around which marks would be plain text. */
function trimmed(state: EditorState, { from, to }: Span): Span {
  const text = state.sliceDoc(from, to);
  const start = from + text.length - text.trimStart().length;
  return { from: start, to: Math.max(start, from + text.trimEnd().length) };
}

/** The texts of the lines that a selection covers: marks don't reach over items and paragraphs. */
function pieces(state: EditorState, range: Span): Span[] {
  const { doc } = state;
  const spans: Span[] = [];
  for (let { number } = doc.lineAt(range.from); number <= doc.lines; number++) {
    const line = doc.line(number);
    if (line.from > range.to) break;
    const textFrom = line.from + prefixLength(listLine(line.text));
    const span = trimmed(state, {
      from: Math.max(range.from, Math.min(textFrom, range.to)),
      to: Math.min(range.to, line.to),
    });
    if (span.from < span.to) spans.push(span);
  }
  return spans;
}

function unwrap(node: SyntaxNode, mark: InlineMark): ChangeSpec[] {
  const first = node.firstChild;
  const last = node.lastChild;
  return [first, last].flatMap((end) => (end?.name === mark.markNode ? [{ from: end.from, to: end.to }] : []));
}

function wrap(spans: readonly Span[], sign: string): ChangeSpec[] {
  return spans.flatMap(({ from, to }) => [
    { from, insert: sign },
    { from: to, insert: sign },
  ]);
}

/** Whether a place is inside an empty pair, which is no part of a longer one (`*` in `**|**`). */
function between(state: EditorState, at: number, sign: string): boolean {
  const outside = [
    state.sliceDoc(at - sign.length - 1, at - sign.length),
    state.sliceDoc(at + sign.length, at + sign.length + 1),
  ];
  if (outside.includes(sign.charAt(0))) return false;
  return state.sliceDoc(at - sign.length, at) === sign && state.sliceDoc(at, at + sign.length) === sign;
}

function toggleRange(state: EditorState, range: SelectionRange, mark: InlineMark) {
  const word = range.empty ? state.wordAt(range.head) : null;
  const target: Span = word !== null && word.from < range.head && range.head < word.to ? word : range;
  const node = nodeAround(state, target, mark.node);
  if (node !== null) {
    const changes = state.changes(unwrap(node, mark));
    return { changes, range: range.map(changes) };
  }
  if (target.from === target.to) {
    const at = target.from;
    const length = mark.sign.length;
    if (between(state, at, mark.sign)) {
      return { changes: { from: at - length, to: at + length }, range: EditorSelection.cursor(at - length) };
    }
    return { changes: { from: at, insert: mark.sign + mark.sign }, range: EditorSelection.cursor(at + length) };
  }
  const spans = pieces(state, target);
  const changes = state.changes(wrap(spans, mark.sign));
  const first = spans[0];
  const last = spans.at(-1);
  if (range.empty || first === undefined || last === undefined) {
    return { changes, range: EditorSelection.cursor(changes.mapPos(range.head, 1)) };
  }
  // The words stay selected, without the signs, so that the same key takes them off again.
  const [from, to] = [changes.mapPos(first.from, 1), changes.mapPos(last.to, -1)];
  return {
    changes,
    range: range.anchor <= range.head ? EditorSelection.range(from, to) : EditorSelection.range(to, from),
  };
}

/** Puts a mark around what is selected or the word at the cursor, or takes it off; in an empty place, opens a pair. */
export function toggleInline(mark: InlineMark): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const spec = state.changeByRange((range) => toggleRange(state, range, mark));
    dispatch(state.update(spec, { scrollIntoView: true, userEvent: "input.format" }));
    return true;
  };
}
