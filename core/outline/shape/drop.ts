import type { Outline } from "../tree.ts";
import type { Destination } from "./move.ts";
import { kindOf, type NodeKind, type NodeRef } from "./node.ts";

/** Where on a node another one is dropped: before it, behind it, or among what it holds. */
export type DropPlace = "before" | "behind" | "inside";

const ranks: Readonly<Record<NodeKind, number>> = { area: 0, level: 1, module: 2 };

/**
 * How a node of one kind can be dropped on a node of another: beside its own kind, inside what can hold it. `lower`: over
 * the lower half of the node; `open`: what it holds is shown beneath it, so that behind it is not where the pointer is.
 */
export const dropPlace = (kind: NodeKind, on: NodeKind, lower: boolean, open: boolean): DropPlace | null => {
  if (kind === on) return lower && !open ? "behind" : "before";
  return ranks[on] < ranks[kind] && kind !== "area" ? "inside" : null;
};

/** The destination that dropping a node there means; null where it can't go. Inside means behind all that is there. */
export const dropDestination = (
  outline: Outline,
  dragged: NodeRef,
  on: NodeRef,
  place: DropPlace,
): Destination | null => {
  const [kind, target] = [kindOf(dragged), kindOf(on)];
  if (place !== "inside") {
    if (kind !== target) return null;
    const step = place === "behind" ? 1 : 0;
    if (on.module !== undefined && on.level !== undefined)
      return { area: on.area, level: on.level, index: on.module + step };
    return on.level === undefined ? { index: on.area + step } : { area: on.area, index: on.level + step };
  }
  const area = outline.areas[on.area];
  if (!area || target === "module") return null;
  if (kind === "level") return target === "area" ? { area: on.area, index: area.levels.length } : null;
  if (kind !== "module") return null;
  const level = on.level ?? area.levels.length - 1;
  const inLevel = area.levels[level];
  return inLevel ? { area: on.area, level, index: inLevel.modules.length } : null;
};
