import type { Text } from "@codemirror/state";
import { endsLists, isBlank, type ListLine, listLine } from "./list-line.ts";

/** A list item with everything under it. Line numbers are 1-based; both ends belong to it. */
export interface ListBlock {
  readonly first: number;
  readonly last: number;
  readonly line: ListLine;
}

/** Takes apart the line with a number. */
export function lineAt(doc: Text, number: number): ListLine {
  return listLine(doc.line(number).text);
}

/** Whether two items stand on one level; a single stray space makes no level. */
export function sameLevel(one: ListLine, other: ListLine): boolean {
  return Math.abs(one.column - other.column) <= 1;
}

function isDeeper(line: ListLine, than: ListLine): boolean {
  return line.column > than.column + 1;
}

/** The item that begins on a line, with its wrapped lines, paragraphs and sub-items; null where none begins. */
export function blockAt(doc: Text, number: number): ListBlock | null {
  const line = lineAt(doc, number);
  if (line.marker === "") return null;
  let last = number;
  let afterBlank = false;
  for (let next = number + 1; next <= doc.lines; next++) {
    const under = lineAt(doc, next);
    if (isBlank(under)) {
      afterBlank = true;
      continue;
    }
    const belongs = isDeeper(under, line) || (under.marker === "" && !afterBlank && !endsLists(under));
    if (!belongs) break;
    last = next;
    afterBlank = false;
  }
  return { first: number, last, line };
}

/** The line with the item that a line belongs to: its own, or that of the hard-wrapped item it goes on; else null. */
export function ownerOf(doc: Text, number: number): number | null {
  const start = lineAt(doc, number);
  if (start.marker !== "") return number;
  if (isBlank(start) || endsLists(start)) return null;
  for (let above = number - 1; above >= 1; above--) {
    const line = lineAt(doc, above);
    if (isBlank(line) || endsLists(line) || line.quote.trim() !== start.quote.trim()) return null;
    if (line.marker === "") continue;
    // Text at the margin under an item at the margin may be a paragraph of its own.
    return start.indent !== "" && start.column >= line.column ? above : null;
  }
  return null;
}

/** The line with the item before this one on the same level, or null for the first of its list. */
export function previousSibling(doc: Text, number: number): number | null {
  return lookUp(doc, number, (line, item) => sameLevel(line, item));
}

/** The line with the item that this one is under, or null at the outermost level. */
export function parentOf(doc: Text, number: number): number | null {
  return lookUp(doc, number, (line, item) => isDeeper(item, line));
}

function lookUp(doc: Text, number: number, wanted: (line: ListLine, item: ListLine) => boolean): number | null {
  const item = lineAt(doc, number);
  let blankBelow = false;
  for (let above = number - 1; above >= 1; above--) {
    const line = lineAt(doc, above);
    if (isBlank(line)) {
      blankBelow = true;
      continue;
    }
    if (endsLists(line) && !isDeeper(line, item)) return null;
    if (line.marker === "") {
      if (blankBelow && line.column === 0) return null;
      blankBelow = false;
      continue;
    }
    blankBelow = false;
    if (wanted(line, item)) return above;
    if (isDeeper(item, line)) return null;
  }
  return null;
}

/** The item after this one on the same level, or null for the last of its list. */
export function nextSibling(doc: Text, block: ListBlock): ListBlock | null {
  for (let below = block.last + 1; below <= doc.lines; below++) {
    const line = lineAt(doc, below);
    if (isBlank(line)) continue;
    return line.marker !== "" && sameLevel(line, block.line) ? blockAt(doc, below) : null;
  }
  return null;
}

/** The last item directly under the item on a line, or null. */
export function lastChild(doc: Text, number: number): number | null {
  const block = blockAt(doc, number);
  if (block === null) return null;
  let found: number | null = null;
  let column = Number.POSITIVE_INFINITY;
  for (let below = number + 1; below <= block.last; below++) {
    const line = lineAt(doc, below);
    if (line.marker === "" || line.column > column + 1) continue;
    column = line.column;
    found = below;
  }
  return found;
}
