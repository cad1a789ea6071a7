import type { ModulePath } from "#core/outline/tree.ts";
import type { OutlineNode } from "../outline/nodes.ts";
import { useOutline } from "./outline.ts";

/** The module that the cursor is in, as its path; null outside of every module. */
export function currentModule(): ModulePath | null {
  const { nodes, current } = useOutline.getState();
  return nodes[current]?.path ?? null;
}

/** The node that the cursor is in and the ones around it, outermost first. */
export function nodeChain(nodes: readonly OutlineNode[], index: number): readonly OutlineNode[] {
  const chain: OutlineNode[] = [];
  for (let at = index; at >= 0; at = nodes[at]?.parent ?? -1) chain.unshift(nodes[at] as OutlineNode);
  return chain;
}
