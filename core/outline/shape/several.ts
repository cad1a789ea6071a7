import { changesBetween } from "../../note/merge.ts";
import { ok, type Result } from "../../result.ts";
import type { Module, Outline } from "../tree.ts";
import { toggleDone } from "./done.ts";
import { type DropPlace, dropDestination } from "./drop.ts";
import { type Destination, moveNode, stepAside, stepOver } from "./move.ts";
import { contains, kindOf, modulesOf, type NodeRef, nodeOf } from "./node.ts";
import { refuse, type Shapeable, type Shaped } from "./shaping.ts";

/** What shaping several nodes does to the text: still one change, one undo. */
export interface ShapedSeveral extends Omit<Shaped, "ref" | "at"> {
  /** Where each of the nodes is afterwards, in the order they were given. */
  readonly refs: readonly NodeRef[];
}

const indexOf = (ref: NodeRef): number => ref.module ?? ref.level ?? ref.area;
const isSame = (a: NodeRef, b: NodeRef): boolean => contains(a, b) && contains(b, a);

const withIndex = (ref: NodeRef, index: number): NodeRef => {
  if (ref.module !== undefined) return { ...ref, module: index };
  return ref.level === undefined ? { area: index } : { ...ref, level: index };
};

/** A reference to what stands beneath `from`, or is `from`, when that is at `to` instead. */
const carried = (ref: NodeRef, to: NodeRef): NodeRef => {
  if (to.module !== undefined) return to;
  const { area, level, ...module } = ref;
  if (to.level !== undefined) return { ...to, ...module };
  return { ...to, ...(level === undefined ? {} : { level }), ...module };
};

/** A reference when another node was taken out (`by` -1) or put in (`by` 1) at `at`. */
const shifted = (ref: NodeRef, at: NodeRef, by: -1 | 1): NodeRef => {
  const kind = kindOf(at);
  const own = kind === "module" ? ref.module : kind === "level" ? ref.level : ref.area;
  if (own === undefined || !isSame(withIndex(at, 0), withIndex(upTo(ref, kind), 0))) return ref;
  const moved = own > indexOf(at) || (by === 1 && own === indexOf(at)) ? own + by : own;
  return carried(ref, withIndex(at, moved));
};

/** The node of a kind that a reference names or stands in. */
const upTo = (ref: NodeRef, kind: "area" | "level" | "module"): NodeRef => {
  if (kind === "area" || ref.level === undefined) return { area: ref.area };
  return kind === "level" || ref.module === undefined ? { area: ref.area, level: ref.level } : ref;
};

/** Where a node is when another one went from one place to another. */
const following = (ref: NodeRef, from: NodeRef, to: NodeRef): NodeRef =>
  contains(from, ref) ? carried(ref, to) : shifted(shifted(ref, from, -1), to, 1);

const inOrder = (a: NodeRef, b: NodeRef): number =>
  a.area - b.area || (a.level ?? -1) - (b.level ?? -1) || (a.module ?? -1) - (b.module ?? -1);

/** The nodes in the order of the note, without those that stand in another one of them. */
export const outermost = (refs: readonly NodeRef[]): readonly NodeRef[] =>
  refs
    .filter(
      (ref, index) =>
        !refs.some((each, at) => at !== index && contains(each, ref) && (!isSame(each, ref) || at < index)),
    )
    .sort(inOrder);

/** Runs one command on a node after the other. `step`: null leaves a node as it is. Refused as a whole where one is. */
const each = (
  note: Shapeable,
  refs: readonly NodeRef[],
  backwards: boolean,
  step: (note: Shapeable, ref: NodeRef, all: readonly NodeRef[], at: number) => Result<Shaped> | null,
): Result<ShapedSeveral> => {
  const titles = refs.map((ref) => nodeOf(note.text, note.outline, ref)?.title);
  let now = note;
  let all = refs;
  for (let count = 0; count < refs.length; count++) {
    const at = backwards ? refs.length - 1 - count : count;
    const from = all[at];
    const done = from && step(now, from, all, at);
    if (!from || !done) continue;
    if (!done.ok) return done;
    const { text, outline, ref: to } = done.value;
    now = { ...note, text, outline };
    all = all.map((ref) => following(ref, from, to));
    if (all.some((ref, index) => nodeOf(text, outline, ref)?.title !== titles[index]))
      return refuse("These can't be changed together, so nothing was changed.", "Change them one by one.");
  }
  return ok({ changes: changesBetween(note.text, now.text), text: now.text, outline: now.outline, refs: all });
};

/** Moves each node one place up or down; those that stand at the end already stay, and those behind them. */
export const moveAllAside = (note: Shapeable, refs: readonly NodeRef[], by: -1 | 1): Result<ShapedSeveral> =>
  each(note, outermost(refs), by === 1, (now, ref, all) => {
    const beside = withIndex(ref, indexOf(ref) + by);
    const to = all.some((other) => isSame(other, beside)) ? null : stepAside(now, ref, by);
    return to && moveNode(now, ref, to);
  });

/** Moves each node into the level, or area, before or behind its own; they stay in their order. */
export const moveAllOver = (note: Shapeable, refs: readonly NodeRef[], by: -1 | 1): Result<ShapedSeveral> =>
  each(note, outermost(refs), by === 1, (now, ref) => {
    const to = stepOver(now, ref, by);
    return to && moveNode(now, ref, to);
  });

/** Moves nodes to where they were dropped together; they stay in their order. Refused where one of them can't go there. */
export const dropAll = (
  note: Shapeable,
  refs: readonly NodeRef[],
  on: NodeRef,
  place: DropPlace,
): Result<ShapedSeveral> => {
  const moved = outermost(refs);
  if (moved.some((ref) => contains(ref, on))) return refuse("Nothing goes into itself.", "Choose another place.");
  // What they are dropped on moves, too, when something before it is taken away.
  const done = each(note, [...moved, on], place === "behind", (now, ref, all, at) => {
    const target = all.at(-1);
    if (at === moved.length || !target) return null;
    const to: Destination | null = dropDestination(now.outline, ref, target, place);
    return to ? moveNode(now, ref, to) : refuse("Not all of these can stand there.", "Choose another place.");
  });
  return done.ok ? ok({ ...done.value, refs: done.value.refs.slice(0, -1) }) : done;
};

/** The modules among and beneath nodes. */
const modulesIn = (outline: Outline, refs: readonly NodeRef[]) =>
  modulesOf(outline).filter(({ ref }) => refs.some((outer) => contains(outer, ref)));

/** Marks the modules among and beneath the nodes done; where all of them are, takes the marks off. */
export const markAllDone = (note: Shapeable, refs: readonly NodeRef[]): Result<ShapedSeveral> => {
  const modules = modulesIn(note.outline, refs);
  if (modules.length === 0) return refuse("Only modules are marked done.", "Choose a module.");
  const isDone = ({ state }: Module): boolean => state === "done";
  const goal = !modules.every(({ module }) => isDone(module));
  const inside = modules.map(({ ref }) => ref);
  const done = each(note, inside, false, (now, ref) => {
    const node = nodeOf(now.text, now.outline, ref)?.node as Module | undefined;
    return node && isDone(node) !== goal ? toggleDone(now, ref) : null;
  });
  return done.ok ? ok({ ...done.value, refs }) : done;
};
