import type { NodeFacts, OutlineTree } from "./outline-tree.ts";

/** How one reading of a note differs from the one before. Positions are sent whole, facts only where they changed. */
export interface TreeDelta extends Omit<OutlineTree, "facts"> {
  /** How many nodes at the beginning and at the end are the same ones as before, by their keys. */
  readonly before: number;
  readonly after: number;
  /** The nodes between them. */
  readonly middle: readonly NodeFacts[];
  /** New facts of nodes that were there before, by their index in the new tree. */
  readonly changed: readonly (readonly [number, NodeFacts])[];
}

/** The delta that `withDelta` turns `old` facts into `tree` by. */
export function treeDelta(old: readonly NodeFacts[], tree: OutlineTree): TreeDelta {
  const { facts, ...places } = tree;
  const most = Math.min(old.length, facts.length);
  let before = 0;
  while (before < most && old[before]?.key === facts[before]?.key) before++;
  let after = 0;
  while (after < most - before && old[old.length - 1 - after]?.key === facts[facts.length - 1 - after]?.key) after++;
  const changed: [number, NodeFacts][] = [];
  const compare = (index: number, oldIndex: number): void => {
    const [was, is] = [old[oldIndex], facts[index]];
    if (was && is && !sameFacts(was, is)) changed.push([index, is]);
  };
  for (let index = 0; index < before; index++) compare(index, index);
  for (let index = facts.length - after; index < facts.length; index++)
    compare(index, index - facts.length + old.length);
  return { ...places, before, after, middle: facts.slice(before, facts.length - after), changed };
}

/** The tree after a delta. Facts that did not change stay the same objects. */
export function withDelta(old: readonly NodeFacts[], delta: TreeDelta): OutlineTree {
  const { before, after, middle, changed, ...places } = delta;
  const facts = old.slice(0, before).concat(middle, after === 0 ? [] : old.slice(-after));
  for (const [index, fact] of changed) facts[index] = fact;
  return { ...places, facts };
}

function sameFacts(a: NodeFacts, b: NodeFacts): boolean {
  return (
    a.own === b.own &&
    a.minutes === b.minutes &&
    a.planned === b.planned &&
    a.writtenSpent === b.writtenSpent &&
    a.state === b.state &&
    a.modules === b.modules &&
    a.depth === b.depth &&
    a.home?.area === b.home?.area &&
    a.home?.level === b.home?.level &&
    a.home?.title === b.home?.title &&
    a.open.fixme === b.open.fixme &&
    a.open.todo === b.open.todo &&
    a.open.questions === b.open.questions &&
    a.open.stubs === b.open.stubs
  );
}
