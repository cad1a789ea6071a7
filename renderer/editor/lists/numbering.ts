import type { Text } from "@codemirror/state";
import { type ListBlock, nextSibling } from "./list-block.ts";
import { itemNumber, withNumber } from "./list-line.ts";

/** A replacement in the text that was taken apart, in UTF-16 code units. */
export interface ListChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Gives the item on a line another number. */
export function renumber(doc: Text, block: ListBlock, number: number): ListChange[] {
  const { quote, indent, marker } = block.line;
  const insert = withNumber(marker, number);
  if (insert === marker) return [];
  const from = doc.line(block.first).from + quote.length + indent.length;
  return [{ from, to: from + marker.length, insert }];
}

/**
 * Moves the numbers of the items after `block` by `by`, as far as they count on from `last` one by one. A list that a
 * person numbers in a way of their own is left as it is.
 */
export function shiftFollowing(doc: Text, block: ListBlock, last: number, by: number): ListChange[] {
  const changes: ListChange[] = [];
  let expected = last + 1;
  for (let next = nextSibling(doc, block); next !== null; next = nextSibling(doc, next)) {
    if (itemNumber(next.line) !== expected) break;
    changes.push(...renumber(doc, next, expected + by));
    expected++;
  }
  return changes;
}
