import { ok, type Result } from "../../result.ts";
import type { Outline } from "../tree.ts";
import { headEnd, kindOf, modulesOf, type NodeRef, siblingsOf } from "./node.ts";
import { finish, refuse, type Shapeable, type Shaped, shapeable } from "./shaping.ts";

/** Where a node goes: under a parent (nothing for areas), before the child that has this index now. */
export interface Destination {
  readonly area?: number;
  readonly level?: number;
  /** 0-based, as things stand before the move; the number of children: to the end. */
  readonly index: number;
}

/** What changes its number when a node of a kind comes or goes. */
const beneath = { area: ["area", "level", "module"], level: ["level", "module"], module: ["module"] } as const;

const parentOf = (ref: NodeRef): NodeRef | null => {
  if (ref.module !== undefined) return { area: ref.area, ...(ref.level === undefined ? {} : { level: ref.level }) };
  return ref.level === undefined ? null : { area: ref.area };
};

const indexOf = (ref: NodeRef): number => ref.module ?? ref.level ?? ref.area;

/** A reference to a child of a destination's parent. */
const childRef = (ref: NodeRef, to: Destination, index: number): NodeRef | null => {
  const kind = kindOf(ref);
  if (kind === "area") return { area: index };
  if (to.area === undefined) return null;
  if (kind === "level") return { area: to.area, level: index };
  return to.level === undefined ? null : { area: to.area, level: to.level, module: index };
};

interface Cut {
  readonly from: number;
  readonly to: number;
  readonly content: string;
  /** The blank lines that go with it. */
  readonly carried: string;
}

/**
 * Takes a node out together with the blank lines behind it. The last one of its parent leaves those to the one before
 * it and takes the ones between the two along, so that the gap before the next heading stays as wide as it was and a
 * file without a final newline stays without. Moving back is thereby exact.
 */
const cutOut = ({ text, outline }: Shapeable, ref: NodeRef): Cut => {
  const siblings = siblingsOf(text, outline, ref);
  const index = indexOf(ref);
  const node = siblings[index];
  if (!node) throw new RangeError("no such node");
  const content = text.slice(node.from, node.contentEnd);
  const parent = parentOf(ref);
  const before = siblings[index - 1]?.contentEnd ?? (parent && headEnd(text, outline, parent));
  const isLast = index === siblings.length - 1;
  if (isLast && before !== null && before !== undefined && text.slice(before, node.from).trim() === "")
    return { from: before, to: node.contentEnd, content, carried: text.slice(before, node.from) };
  const carried = text.slice(node.contentEnd, node.to);
  return { from: node.from, to: node.to, content, carried: carried.includes("\n") ? carried : "\n" };
};

/** Where the text goes in, and whether the blank lines go before it (behind the last child) or after it. */
const gapAt = (
  { text, outline }: Shapeable,
  ref: NodeRef,
  to: Destination,
): { readonly at: number; readonly behind: boolean } | null => {
  const first = childRef(ref, to, 0);
  if (!first) return null;
  const children = siblingsOf(text, outline, first);
  const next = children[to.index];
  if (next) return { at: next.from, behind: false };
  const last = children.at(-1);
  if (last) return { at: last.contentEnd, behind: true };
  const parent = parentOf(first);
  const head = parent && headEnd(text, outline, parent);
  return head === null ? null : { at: head, behind: true };
};

/**
 * Moves a module, level or area with everything beneath it, as one change. Numbers that counted up count up again;
 * no other byte outside what moves is touched, and the move back gives the same bytes.
 */
export const moveNode = (note: Shapeable, ref: NodeRef, to: Destination): Result<Shaped> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const node = found.value;
  const gap = gapAt(note, ref, to);
  if (!gap) return refuse(`A ${node.kind} can't stand there.`, "Choose a place inside an area or level.");
  if (gap.at >= node.from && gap.at <= node.to && gap.at !== node.to) return stay(note, ref, node.from);
  const cut = cutOut(note, ref);
  if (gap.at >= cut.from && gap.at <= cut.to) return stay(note, ref, node.from);
  const piece = gap.behind ? cut.carried + cut.content : cut.content + cut.carried;
  const { text } = note;
  const after = gap.at > cut.from;
  const moved = after
    ? text.slice(0, cut.from) + text.slice(cut.to, gap.at) + piece + text.slice(gap.at)
    : text.slice(0, gap.at) + piece + text.slice(gap.at, cut.from) + text.slice(cut.to);
  const start = after ? gap.at - (cut.to - cut.from) : gap.at;
  return finish(note, moved, {
    kind: node.kind,
    title: node.title,
    at: start + (gap.behind ? cut.carried.length : 0),
    modules: modulesOf(note.outline).length,
    renumber: beneath[node.kind],
  });
};

const stay = ({ text, outline }: Shapeable, ref: NodeRef, at: number): Result<Shaped> =>
  ok({ changes: [], text, outline, ref, at });

const studyAreas = (outline: Outline): readonly number[] =>
  outline.areas.flatMap((area, index) => (area.kind === "study" ? [index] : []));

/** Where a node goes when it moves one place up or down among its siblings; null at the end. */
export const stepAside = ({ outline, text }: Shapeable, ref: NodeRef, step: -1 | 1): Destination | null => {
  const index = indexOf(ref);
  const count = siblingsOf(text, outline, ref).length;
  if (index + step < 0 || index + step >= count) return null;
  const goal = step === -1 ? index - 1 : index + 2;
  if (ref.module !== undefined && ref.level !== undefined) return { area: ref.area, level: ref.level, index: goal };
  return ref.level === undefined ? { index: goal } : { area: ref.area, index: goal };
};

/** Where a module goes in the previous or next level (to its end, or its start), a level in the previous or next area. */
export const stepOver = ({ outline }: Shapeable, ref: NodeRef, step: -1 | 1): Destination | null => {
  if (ref.level === undefined) return null;
  if (ref.module === undefined) {
    const areas = studyAreas(outline);
    const area = areas[areas.indexOf(ref.area) + step];
    if (area === undefined) return null;
    return { area, index: step === -1 ? (outline.areas[area]?.levels.length ?? 0) : 0 };
  }
  const levels = outline.areas.flatMap(({ levels: all }, area) => all.map((_, level) => ({ area, level })));
  const here = levels.findIndex(({ area, level }) => area === ref.area && level === ref.level);
  const goal = levels[here + step];
  if (!goal) return null;
  return { ...goal, index: step === -1 ? (outline.areas[goal.area]?.levels[goal.level]?.modules.length ?? 0) : 0 };
};

/** A copy of a node right behind it, numbered on. */
export const duplicateNode = (note: Shapeable, ref: NodeRef): Result<Shaped> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const node = found.value;
  const { text, outline } = note;
  const content = text.slice(node.from, node.contentEnd);
  const siblings = siblingsOf(text, outline, ref);
  const index = indexOf(ref);
  const before = siblings[index - 1];
  const own = text.slice(node.contentEnd, node.to);
  const between = index < siblings.length - 1 ? own : before ? text.slice(before.contentEnd, node.from) : own;
  const gap = between.includes("\n") && between.trim() === "" ? between : "\n";
  const copied = text.slice(0, node.contentEnd) + gap + content + text.slice(node.contentEnd);
  const inside =
    node.kind === "module"
      ? 1
      : modulesOf(outline).filter(({ module }) => module.from >= node.from && module.from < node.to).length;
  return finish(note, copied, {
    kind: node.kind,
    title: node.title,
    at: node.contentEnd + gap.length,
    modules: modulesOf(outline).length + inside,
    renumber: beneath[node.kind],
  });
};
