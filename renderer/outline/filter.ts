import type { OutlineNode } from "./nodes.ts";

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

/** Lower case without accents, so that "apres" finds "Après". */
export const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();

const hasMark: Record<FilterMark, (node: OutlineNode, spent: number) => boolean> = {
  stubs: (node) => node.state === "stub" || node.open.stubs > 0,
  todo: ({ open }) => open.fixme + open.todo + open.questions > 0,
  "no time": (node) => node.minutes === null,
  "over time": (node, spent) => node.planned !== null && spent > node.planned,
};

/**
 * Indexes of the rows to show. Without a filter: every node with no collapsed ancestor. With one: what matches and
 * what it stands in; a matching area or level without a match beneath it keeps everything in it.
 */
export function visibleRows(
  nodes: readonly OutlineNode[],
  filter: OutlineFilter,
  collapsed: ReadonlySet<string>,
  spentOf: (index: number) => number,
): readonly number[] {
  if (!isFiltering(filter)) return unfolded(nodes, collapsed);
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const matches = (node: OutlineNode, index: number): boolean => {
    if (filter.marks.size > 0 && node.kind !== "module") return false;
    const title = words.length === 0 ? "" : folded(node.title);
    if (!words.every((word) => title.includes(word))) return false;
    return filter.marks.size === 0 || [...filter.marks].some((mark) => hasMark[mark](node, spentOf(index)));
  };
  const hit = nodes.map(matches);
  const shown = [...hit];
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { parent } = nodes[index] as OutlineNode;
    if (shown[index] && parent >= 0) shown[parent] = true;
  }
  for (let index = 0; index < nodes.length; index++) {
    const { end } = nodes[index] as OutlineNode;
    if (hit[index] && !shown.slice(index + 1, end).includes(true)) shown.fill(true, index + 1, end);
  }
  return shown.flatMap((show, index) => (show ? [index] : []));
}

function unfolded(nodes: readonly OutlineNode[], collapsed: ReadonlySet<string>): readonly number[] {
  const rows: number[] = [];
  for (let index = 0; index < nodes.length; ) {
    const node = nodes[index] as OutlineNode;
    rows.push(index);
    index = collapsed.has(node.key) ? node.end : index + 1;
  }
  return rows;
}
