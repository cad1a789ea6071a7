import { plainMinutes, spokenMinutes } from "../ui/minutes.ts";
import type { TreeRow } from "../ui/tree.tsx";
import type { OutlineNode } from "./nodes.ts";

const stateWords = { "not-started": "not started", stub: "stub", "in-progress": "in progress", done: "done" } as const;

/** A node in one sentence, for a screen reader. `spent` in minutes. */
export function spokenNode(node: OutlineNode, spent: number): string {
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
export function openWords({ open: { fixme, todo, questions, stubs } }: Pick<OutlineNode, "open">): string {
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
export function timeWords(node: OutlineNode, spent: number): string {
  return [
    ...(node.kind !== "module" && node.own !== null ? [`${plainMinutes(node.own)} written for the ${node.kind}`] : []),
    ...(node.minutes === null
      ? []
      : [`${plainMinutes(node.minutes)} ${node.kind === "module" ? "written" : "in all"}`]),
    ...(spent > 0 ? [`${plainMinutes(spent)} spent`] : []),
  ].join(", ");
}

/** The rows of the tree for the nodes that are shown. `shown`: indexes of nodes, in order. */
export function outlineRows(
  nodes: readonly OutlineNode[],
  shown: readonly number[],
  collapsed: ReadonlySet<string>,
  spent: readonly number[],
  filtering: boolean,
): readonly TreeRow[] {
  const rowOf = new Map(shown.map((index, row) => [index, row]));
  const sizes = new Map<number, number>();
  const places = shown.map((index) => {
    const parent = nodes[index]?.parent ?? -1;
    const place = (sizes.get(parent) ?? 0) + 1;
    sizes.set(parent, place);
    return place;
  });
  return shown.map((index, row) => {
    const node = nodes[index] as OutlineNode;
    const holds = filtering ? sizes.has(index) : node.end > index + 1;
    return {
      key: node.key,
      label: spokenNode(node, spent[index] ?? 0),
      depth: node.depth,
      parent: rowOf.get(node.parent) ?? -1,
      expanded: holds ? filtering || !collapsed.has(node.key) : null,
      size: sizes.get(node.parent) ?? 1,
      place: places[row] ?? 1,
    };
  });
}
