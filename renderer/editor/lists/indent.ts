import { ChangeSet, type StateCommand, type Text } from "@codemirror/state";
import { blockAt, type ListBlock, lastChild, lineAt, parentOf, previousSibling, sameLevel } from "./list-block.ts";
import { isBlank, itemNumber, type ListLine } from "./list-line.ts";
import { type ListChange, renumber, shiftFollowing } from "./numbering.ts";
import { selectedBlocks } from "./selected.ts";

/** Lines looked at to learn how a note indents. */
const nearby = 200;

/** What one level in is written with below an item: as near it in the note; a tab where nothing is indented yet. */
function oneLevel(doc: Text, number: number, under: ListLine): string {
  for (let distance = 0; distance <= nearby; distance++) {
    for (const near of [number - distance, number + distance]) {
      if (near < 1 || near > doc.lines) continue;
      const line = lineAt(doc, near);
      if (line.marker === "" || line.indent === "") continue;
      return line.indent.includes("\t") ? "\t" : " ".repeat(under.marker.length + Math.max(1, under.space.length));
    }
  }
  return "\t";
}

/** Puts another indentation before a block's first line; the lines under it keep their place relative to it. */
function shift(doc: Text, block: ListBlock, indent: string): ListChange[] {
  const old = block.line.indent;
  const changes: ListChange[] = [];
  for (let number = block.first; number <= block.last; number++) {
    const line = lineAt(doc, number);
    if (isBlank(line)) continue;
    const from = doc.line(number).from + line.quote.length;
    if (line.indent.startsWith(old)) changes.push(replaceIndent(from, old, indent));
  }
  return changes;
}

/** Only the characters that differ. */
function replaceIndent(from: number, old: string, indent: string): ListChange {
  if (indent.startsWith(old))
    return { from: from + old.length, to: from + old.length, insert: indent.slice(old.length) };
  if (old.startsWith(indent)) return { from: from + indent.length, to: from + old.length, insert: "" };
  return { from, to: from + old.length, insert: indent };
}

function indentBlock(doc: Text, block: ListBlock): ListChange[] {
  const above = previousSibling(doc, block.first);
  if (above === null) return [];
  const sibling = lineAt(doc, above);
  const last = lastChild(doc, above);
  const child = last === null ? null : lineAt(doc, last);
  const changes = shift(doc, block, child?.indent ?? sibling.indent + oneLevel(doc, block.first, sibling));
  const number = itemNumber(block.line);
  if (number === null) return changes;
  changes.push(...renumber(doc, block, child === null ? 1 : (itemNumber(child) ?? 0) + 1));
  changes.push(...shiftFollowing(doc, block, number, -1));
  return changes;
}

/** The items after a block on its level: they will be under it once it is a level further out. */
function laterSiblings(doc: Text, block: ListBlock, parent: ListBlock): ListBlock[] {
  const later: ListBlock[] = [];
  for (let number = block.last + 1; number <= parent.last; ) {
    const next = blockAt(doc, number);
    if (next !== null && sameLevel(next.line, block.line)) later.push(next);
    number = (next?.last ?? number) + 1;
  }
  return later;
}

function outdentBlock(doc: Text, block: ListBlock): ListChange[] {
  const above = parentOf(doc, block.first);
  if (above === null) return block.line.indent === "" ? [] : shift(doc, block, "");
  const parent = blockAt(doc, above);
  if (parent === null) return [];
  const changes = shift(doc, block, parent.line.indent);
  const number = itemNumber(block.line);
  if (number === null) return changes;
  let count = number;
  for (const [index, later] of laterSiblings(doc, block, parent).entries()) {
    if (itemNumber(later.line) !== ++count) break;
    changes.push(...renumber(doc, later, index + 1));
  }
  const outer = itemNumber(parent.line);
  if (outer === null) return changes;
  changes.push(...renumber(doc, block, outer + 1), ...shiftFollowing(doc, parent, outer, 1));
  return changes;
}

/** Edits the items one after the other, since each one moves what the next one is measured by. */
function inTurn(
  doc: Text,
  blocks: readonly ListBlock[],
  edit: (doc: Text, block: ListBlock) => ListChange[],
): ChangeSet {
  let all = ChangeSet.empty(doc.length);
  let now = doc;
  for (const { first } of blocks) {
    const block = blockAt(now, first);
    if (block === null) continue;
    const changes = ChangeSet.of(edit(now, block), now.length, "\n");
    now = changes.apply(now);
    all = all.compose(changes);
  }
  return all;
}

/** One tab more, or one level less, before each line that is no item. */
function shiftLines(doc: Text, lines: readonly number[], outwards: boolean): ListChange[] {
  return lines.flatMap((number) => {
    const { from, text } = doc.line(number);
    if (!outwards) return text.trim() === "" ? [] : [{ from, to: from, insert: "\t" }];
    const level = /^(?:\t| {1,4})/.exec(text)?.[0] ?? "";
    return level === "" ? [] : [{ from, to: from + level.length, insert: "" }];
  });
}

function indentBy(outwards: boolean): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const { blocks, lines } = selectedBlocks(state);
    const oneLine = state.selection.ranges.every((range) => range.empty);
    if (blocks.length === 0 && oneLine && !outwards) {
      dispatch(state.update(state.replaceSelection("\t"), { scrollIntoView: true, userEvent: "input" }));
      return true;
    }
    const moved = inTurn(state.doc, blocks, outwards ? outdentBlock : indentBlock);
    // Items and other lines never share a line, so that the one set of changes fits both.
    const others = ChangeSet.of(shiftLines(state.doc, lines, outwards), state.doc.length, "\n");
    const changes = moved.compose(others.map(moved));
    if (changes.empty) return true;
    const selection = state.selection.map(changes, 1);
    dispatch(
      state.update({
        changes,
        selection,
        scrollIntoView: true,
        userEvent: outwards ? "delete.dedent" : "input.indent",
      }),
    );
    return true;
  };
}

/**
 * Tab. An item goes one level in, with everything under it, to be the last item under the one before it; its number
 * begins at 1 or counts on there, and the numbers that it leaves close the gap. The first item of a list stays. In other
 * text a tab is typed, or put before each selected line.
 */
export const indentMore = indentBy(false);

/** Shift-Tab. The other way: an item comes after the one that it was under, and takes what followed it along. */
export const indentLess = indentBy(true);
