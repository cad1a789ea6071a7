import type { Area, Level, Mark, Module, Outline } from "../tree.ts";

/** Names a node of an outline by its place: 0-based indices. Without `module` a level, without `level` an area. */
export interface NodeRef {
  readonly area: number;
  readonly level?: number;
  readonly module?: number;
}

/** What a node is. */
export type NodeKind = "area" | "level" | "module";

/** A node as shaping sees it: its text, apart from the blank lines behind it. Offsets in UTF-16 code units. */
export interface ShapeNode {
  readonly kind: NodeKind;
  readonly title: string | null;
  /** Null where no line of the note is the node's own. */
  readonly mark: Mark | null;
  readonly from: number;
  /** Behind the last line that holds something. */
  readonly contentEnd: number;
  /** Where the next node begins. */
  readonly to: number;
  /** The node itself. */
  readonly node: Area | Level | Module;
}

/** What kind of node a reference names. */
export const kindOf = (ref: NodeRef): NodeKind =>
  ref.module !== undefined ? "module" : ref.level !== undefined ? "level" : "area";

/** Whether a node is the other one or stands in it. */
export const contains = (outer: NodeRef, inner: NodeRef): boolean =>
  outer.area === inner.area &&
  (outer.level === undefined || outer.level === inner.level) &&
  (outer.module === undefined || outer.module === inner.module);

/** Behind the last line of a range that holds something, without its line end; `from` where none does. */
export const contentEnd = (text: string, from: number, to: number): number => {
  let last = to;
  while (last > from && text.charCodeAt(last - 1) <= 32) last--;
  if (last === from) return from;
  const end = text.indexOf("\n", last);
  // White space at the end of the line belongs to the line.
  return end < 0 || end > to ? to : end;
};

const shaped = (text: string, kind: NodeKind, node: Area | Level | Module): ShapeNode => ({
  kind,
  title: node.title,
  mark: node.mark,
  from: node.from,
  contentEnd: contentEnd(text, node.from, node.to),
  to: node.to,
  node,
});

/** The node that a reference names; null where there is none. */
export const nodeOf = (text: string, outline: Outline, { area, level, module }: NodeRef): ShapeNode | null => {
  const inArea = outline.areas[area];
  if (!inArea) return null;
  if (level === undefined) return shaped(text, "area", inArea);
  const inLevel = inArea.levels[level];
  if (!inLevel) return null;
  if (module === undefined) return shaped(text, "level", inLevel);
  const found = inLevel.modules[module];
  return found ? shaped(text, "module", found) : null;
};

/** The nodes of the same kind under the same parent, the node itself among them. */
export const siblingsOf = (text: string, outline: Outline, ref: NodeRef): readonly ShapeNode[] => {
  const area = outline.areas[ref.area];
  if (ref.level === undefined) return outline.areas.map((each) => shaped(text, "area", each));
  if (ref.module === undefined) return (area?.levels ?? []).map((each) => shaped(text, "level", each));
  return (area?.levels[ref.level]?.modules ?? []).map((each) => shaped(text, "module", each));
};

/** Behind the parent's own lines, before its first child; null where the parent has no line of its own. */
export const headEnd = (text: string, outline: Outline, parent: NodeRef): number | null => {
  const node = nodeOf(text, outline, parent);
  if (!node?.mark) return null;
  const area = outline.areas[parent.area];
  const first = parent.level === undefined ? area?.levels[0]?.from : area?.levels[parent.level]?.modules[0]?.from;
  return contentEnd(text, node.from, first ?? node.to);
};

/** Every module of an outline in the order of the text, with its reference. */
export const modulesOf = (outline: Outline): readonly { readonly ref: NodeRef; readonly module: Module }[] =>
  outline.areas.flatMap(({ levels }, area) =>
    levels.flatMap(({ modules }, level) => modules.map((module, at) => ({ ref: { area, level, module: at }, module }))),
  );
