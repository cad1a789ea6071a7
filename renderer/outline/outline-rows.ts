import { plainMinutes, spokenMinutes } from "../ui/minutes.ts";
import type { TreeRows } from "../ui/tree.tsx";
import type { NodeFacts, OutlineTree } from "./outline-tree.ts";

const stateWords = { "not-started": "not started", stub: "stub", "in-progress": "in progress", done: "done" } as const;

/** A node in one sentence, for a screen reader. `spent` in minutes. */
export function spokenNode(node: NodeFacts, spent: number): string {
  const { fixme, todo, questions, stubs } = node.open;
  const open = fixme + todo + questions + stubs;
  return [
    node.title === "" ? "untitled" : node.title,
    ...(node.state === null ? [] : [stateWords[node.state]]),
    ...(node.minutes === null ? [] : [spokenMinutes(node.minutes)]),
    ...(spent > 0 ? [`spent ${spokenMinutes(spent)}`] : []),
    ...(node.kind === "module" ? [] : [`${node.modules} ${node.modules === 1 ? "module" : "modules"}`]),
    ...(open > 0 ? [`${open} open`] : []),
  ].join(", ");
}

/** What is open in a node, in words: "1 FIXME, 2 stubs". Empty where nothing is. */
export function openWords({ open: { fixme, todo, questions, stubs } }: Pick<NodeFacts, "open">): string {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? one : many}`];
  return [
    ...count(fixme, "FIXME", "FIXME"),
    ...count(todo, "TODO", "TODO"),
    ...count(questions, "question", "questions"),
    ...count(stubs, "stub", "stubs"),
  ].join(", ");
}

/** A node's times in words, own and rolled up apart: "written 60 min, modules 55 min". For a tooltip. */
export function timeWords(node: NodeFacts, spent: number): string {
  return [
    ...(node.kind !== "module" && node.own !== null ? [`${plainMinutes(node.own)} written for the ${node.kind}`] : []),
    ...(node.minutes === null
      ? []
      : [`${plainMinutes(node.minutes)} ${node.kind === "module" ? "written" : "in all"}`]),
    ...(spent > 0 ? [`${plainMinutes(spent)} spent`] : []),
  ].join(", ");
}

/**
 * The rows of the tree for the nodes that are shown. `shown`: indexes of nodes, in order; `spent`: minutes of each node.
 * While a filter narrows the tree, everything that is shown stands open.
 */
export function outlineRows(
  { facts, parent, end }: OutlineTree,
  shown: Int32Array,
  collapsed: ReadonlySet<string>,
  spent: Float64Array,
  filtering: boolean,
): OutlineRows {
  const rowOf = new Int32Array(facts.length).fill(-1);
  // How many shown children a node has (the outermost ones under the last index), and which of them each row is.
  const sizes = new Int32Array(facts.length + 1);
  const places = new Int32Array(shown.length);
  const under = (index: number): number => {
    const around = parent[index] ?? -1;
    return around < 0 ? facts.length : around;
  };
  for (let row = 0; row < shown.length; row++) {
    const index = shown[row] ?? 0;
    rowOf[index] = row;
    const place = (sizes[under(index)] ?? 0) + 1;
    sizes[under(index)] = place;
    places[row] = place;
  }
  const node = (row: number): NodeFacts | undefined => facts[shown[row] ?? -1];
  return {
    length: shown.length,
    rowOf,
    at: (row) => {
      const shownNode = node(row);
      const index = shown[row];
      if (shownNode === undefined || index === undefined) return undefined;
      const holds = filtering ? (sizes[index] ?? 0) > 0 : (end[index] ?? 0) > index + 1;
      const around = parent[index] ?? -1;
      return {
        key: shownNode.key,
        depth: shownNode.depth,
        parent: around < 0 ? -1 : (rowOf[around] ?? -1),
        expanded: holds ? filtering || !collapsed.has(shownNode.key) : null,
        size: sizes[under(index)] ?? 1,
        place: places[row] ?? 1,
      };
    },
    label: (row) => {
      const shownNode = node(row);
      return shownNode === undefined ? "" : spokenNode(shownNode, spent[shown[row] ?? -1] ?? 0);
    },
  };
}

/** The rows, and which of them a node is (-1 for one that is not shown). */
export interface OutlineRows extends TreeRows {
  readonly rowOf: Int32Array;
}
