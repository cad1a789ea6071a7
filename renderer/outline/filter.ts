import type { NodeFacts, OutlineTree } from "./outline-tree.ts";

/** What narrows the outline. Marks are joined by "or", and the words must all stand in the title. */
export interface OutlineFilter {
  readonly text: string;
  readonly marks: ReadonlySet<FilterMark>;
}

/** The marks that a module can be picked by. */
export const filterMarks = ["stubs", "todo", "no time", "over time"] as const;
export type FilterMark = (typeof filterMarks)[number];

export const noFilter: OutlineFilter = { text: "", marks: new Set() };

export const isFiltering = ({ text, marks }: OutlineFilter): boolean => text.trim() !== "" || marks.size > 0;

const plain = /^[\0-\x7f]*$/;

/** Lower case without accents, so that "apres" finds "Après". */
export const folded = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : text
        .normalize("NFD")
        .replace(/\p{Diacritic}/gu, "")
        .toLowerCase();

const hasMark: Record<FilterMark, (node: NodeFacts, spent: number) => boolean> = {
  stubs: (node) => node.state === "stub" || node.open.stubs > 0,
  todo: ({ open }) => open.fixme + open.todo + open.questions > 0,
  "no time": (node) => node.minutes === null,
  "over time": (node, spent) => node.planned !== null && spent > node.planned,
};

/**
 * Indexes of the nodes to show. Without a filter: every node with no collapsed parent. With one: what matches and
 * what it stands in; a matching area or level without a match beneath it keeps everything in it.
 */
export function shownNodes(
  tree: OutlineTree,
  filter: OutlineFilter,
  collapsed: ReadonlySet<string>,
  spentOf: (index: number) => number,
): Int32Array {
  if (!isFiltering(filter)) return unfolded(tree, collapsed);
  const { facts, parent, end } = tree;
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const matches = (node: NodeFacts, index: number): boolean => {
    if (filter.marks.size > 0 && node.kind !== "module") return false;
    const title = words.length === 0 ? "" : folded(node.title);
    if (!words.every((word) => title.includes(word))) return false;
    return filter.marks.size === 0 || [...filter.marks].some((mark) => hasMark[mark](node, spentOf(index)));
  };
  const hit = Uint8Array.from(facts, (node, index) => (matches(node, index) ? 1 : 0));
  const shown = hit.slice();
  for (let index = facts.length - 1; index >= 0; index--) {
    const around = parent[index] ?? -1;
    if (shown[index] && around >= 0) shown[around] = 1;
  }
  for (let index = 0; index < facts.length; index++) {
    const stop = end[index] ?? 0;
    if (hit[index] && !shown.subarray(index + 1, stop).includes(1)) shown.fill(1, index + 1, stop);
  }
  const rows = new Int32Array(facts.length);
  let count = 0;
  for (let index = 0; index < facts.length; index++) if (shown[index]) rows[count++] = index;
  return rows.slice(0, count);
}

function unfolded({ facts, end }: OutlineTree, collapsed: ReadonlySet<string>): Int32Array {
  const rows = new Int32Array(facts.length);
  let count = 0;
  for (let index = 0; index < facts.length; ) {
    rows[count++] = index;
    const isFolded = collapsed.size > 0 && collapsed.has(facts[index]?.key ?? "");
    index = isFolded ? (end[index] ?? facts.length) : index + 1;
  }
  return rows.slice(0, count);
}
