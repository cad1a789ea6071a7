import type { OutlineTree } from "./outline-tree.ts";

/** Carries an offset of the text that was read into the text as it is now. */
export type MapOffset = (offset: number) => number;

/** Index of the innermost node whose span holds an offset of the text as it is now; -1 for none. */
export function nodeAt(tree: OutlineTree, offset: number, map: MapOffset): number {
  const { from, to, parent } = tree;
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map(from[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (at >= 0 && map(to[at] ?? 0) < offset) at = parent[at] ?? -1;
  return at;
}

/** Index of the next (`step` 1) or previous (-1) module as seen from an offset of the text as it is now; -1 at the end. */
export function neighbourModule(tree: OutlineTree, offset: number, step: 1 | -1, map: MapOffset): number {
  const { facts, from } = tree;
  const current = nodeAt(tree, offset, map);
  for (let index = step === 1 ? 0 : facts.length - 1; index >= 0 && index < facts.length; index += step) {
    if (facts[index]?.kind !== "module" || index === current) continue;
    const place = map(from[index] ?? 0);
    if (step === 1 ? place > offset : place < offset) return index;
  }
  return -1;
}

/** Indexes of a node and of what it stands in, outermost first. */
export function chainOf({ parent }: OutlineTree, index: number): readonly number[] {
  const chain: number[] = [];
  for (let at = index; at >= 0; at = parent[at] ?? -1) chain.unshift(at);
  return chain;
}
