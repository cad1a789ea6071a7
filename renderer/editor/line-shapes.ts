import { syntaxTree } from "@codemirror/language";
import type { EditorState, Range, Text } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { lineAt, ownerOf } from "./lists/list-block.ts";
import { itemNumber, type ListLine } from "./lists/list-line.ts";
import { isPlainTyping } from "./plain-typing.ts";

/** Width that the beginning of a line is given, in em of the text: two a tab, and room for marker and box. */
function leadWidth(line: ListLine): number {
  const digits = itemNumber(line) === null ? 0 : line.marker.length - 1;
  // Numbers have room for two digits, so that the texts of items 9 and 10 begin below each other.
  const marker = line.marker === "" ? 0 : digits === 0 ? 1.4 : 1 + 0.6 * Math.max(2, digits);
  return line.column * 0.5 + marker + (line.box === "" ? 0 : 2.3);
}

/** The line's width before its text: its own, or that of the item which it goes on. */
function hangingWidth(doc: Text, number: number, line: ListLine): number {
  if (line.marker !== "") return leadWidth(line);
  const owner = line.indent === "" ? null : ownerOf(doc, number);
  if (owner === null) return leadWidth(line);
  const item = lineAt(doc, owner);
  const width = leadWidth(item);
  // Text that stands further in than the item's own stays further in.
  return Math.max(width, line.column > item.column + 5 ? leadWidth(line) : 0);
}

// Begins before what replaces a marker at the same place, and so goes around it.
const lead = Decoration.mark({ class: "cm-lead", inclusiveStart: true });
const trailing = Decoration.mark({ class: "cm-trailing" });
const unspelled = Decoration.mark({ attributes: { spellcheck: "false" } });
const quoteLine = Decoration.line({ class: "cm-quote-line" });
const codeLine = Decoration.line({ class: "cm-code-line", attributes: { spellcheck: "false" } });
const firstCodeLine = Decoration.line({ class: "cm-code-first" });
const lastCodeLine = Decoration.line({ class: "cm-code-last" });
const headingLines = [1, 2, 3, 4, 5, 6].map((level) =>
  Decoration.line({ class: `cm-heading-line cm-heading-line-${level}` }),
);
const hanging = new Map<number, Decoration>();

function hangingLine(width: number): Decoration {
  let decoration = hanging.get(width);
  if (decoration === undefined) {
    decoration = Decoration.line({ class: "cm-hanging", attributes: { style: `--hang:${width.toFixed(2)}em` } });
    hanging.set(width, decoration);
  }
  return decoration;
}

const headingNode = /^(?:ATX|Setext)Heading(\d)$/;
const unspelledNodes = new Set(["InlineCode", "URL", "Autolink", "LinkLabel", "HTMLTag"]);

/** Shapes that come from the syntax tree; the numbers of the lines inside code are added to `code`. */
function shapeNodes(
  state: EditorState,
  from: number,
  to: number,
  shapes: Range<Decoration>[],
  code: Set<number>,
): void {
  const { doc } = state;
  const eachLine = (nodeFrom: number, nodeTo: number, shape: (lineFrom: number, number: number) => void) => {
    const last = doc.lineAt(Math.min(nodeTo, to)).number;
    for (let { number } = doc.lineAt(Math.max(nodeFrom, from)); number <= last; number++)
      shape(doc.line(number).from, number);
  };
  syntaxTree(state).iterate({
    from,
    to,
    enter(node) {
      const level = headingNode.exec(node.name)?.[1];
      if (level !== undefined) {
        const shape = headingLines[Number(level) - 1];
        if (shape !== undefined) shapes.push(shape.range(doc.lineAt(node.from).from));
      } else if (node.name === "FencedCode") {
        eachLine(node.from, node.to, (lineFrom, number) => {
          code.add(number);
          shapes.push(codeLine.range(lineFrom));
        });
        shapes.push(firstCodeLine.range(doc.lineAt(node.from).from), lastCodeLine.range(doc.lineAt(node.to).from));
        return false;
      } else if (node.name === "Blockquote") {
        eachLine(node.from, node.to, (lineFrom) => shapes.push(quoteLine.range(lineFrom)));
      } else if (unspelledNodes.has(node.name) && node.from < node.to) {
        shapes.push(unspelled.range(node.from, node.to));
      }
      return true;
    },
  });
}

/** Longer lines are left as they come: looking at all of one would cost more than it shows. */
const longestShaped = 10_000;

function shapeLines(
  state: EditorState,
  from: number,
  to: number,
  shapes: Range<Decoration>[],
  code: Set<number>,
): void {
  const { doc } = state;
  for (let { number } = doc.lineAt(from); number <= doc.lines; number++) {
    const docLine = doc.line(number);
    if (docLine.from > to) break;
    if (code.has(number) || docLine.length > longestShaped) continue;
    const line = lineAt(doc, number);
    const width = hangingWidth(doc, number, line);
    const start = docLine.from + line.quote.length;
    const text = docLine.to - line.text.length;
    if (width > 0 && text > start) {
      shapes.push(hangingLine(width).range(docLine.from), lead.range(start, text));
    }
    const blanks = line.text.length - line.text.trimEnd().length;
    if (blanks > 0 && blanks < line.text.length) shapes.push(trailing.range(docLine.to - blanks, docLine.to));
  }
}

function shapesFor({ state, visibleRanges }: EditorView): DecorationSet {
  const shapes: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    const code = new Set<number>();
    shapeNodes(state, from, to, shapes, code);
    shapeLines(state, from, to, shapes, code);
  }
  return Decoration.set(shapes, true);
}

/**
 * How whole lines are set: text under text in lists (also where a bullet was wrapped by hand), quotes and code as
 * blocks, room above headings. Nothing is checked for spelling inside code and addresses. Only what is seen is looked at.
 */
export const lineShapes = ViewPlugin.fromClass(
  class {
    shapes: DecorationSet;

    constructor(view: EditorView) {
      this.shapes = shapesFor(view);
    }

    update(update: ViewUpdate) {
      if (isPlainTyping(update)) this.shapes = this.shapes.map(update.changes);
      else if (
        update.docChanged ||
        update.viewportChanged ||
        syntaxTree(update.startState) !== syntaxTree(update.state)
      ) {
        this.shapes = shapesFor(update.view);
      }
    }
  },
  { decorations: (plugin) => plugin.shapes },
);
