import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import { type Form, fits, formOf } from "./form.ts";

/** Candidates that hold others: for each chosen line the chain of lines above it, by rank. */
export const holdersOf = (
  all: readonly Candidate[],
  chosen: readonly boolean[],
  skip: readonly boolean[],
): ReadonlySet<number> => {
  const holders = new Set<number>();
  const open: number[] = [];
  all.forEach((candidate, index) => {
    if (skip[index]) return;
    while (open.length > 0 && (all[open[open.length - 1] as number] as Candidate).rank >= candidate.rank) open.pop();
    if (chosen[index]) {
      for (let i = open.length - 1; i >= 0 && !holders.has(open[i] as number); i--) holders.add(open[i] as number);
    }
    open.push(index);
  });
  return holders;
};

/** Gives a section that the note's own form leaves empty a form of its own, where its lines speak for one. */
const fillSection = (facts: Facts, form: Form, isModule: boolean[], from: number, to: number): void => {
  for (let i = from; i < to; i++) if (isModule[i]) return;
  if (facts.other[from] !== -1) return;
  if (facts.level[from] && (facts.all[from] as Candidate).reading.times.length > 0) return;
  const local = formOf(facts, from + 1, to);
  if (!local || local.key === form.key) return;
  let strong = 0;
  let count = 0;
  for (let i = from + 1; i < to; i++) {
    if (!fits(facts, local, i)) continue;
    count++;
    if (facts.weight(i) >= 2) strong++;
  }
  if (strong === 0 || strong < 0.5 * count) return;
  for (let i = from + 1; i < to; i++) if (fits(facts, local, i)) isModule[i] = true;
};

/** Index of the nearest module above each candidate that is shallower and holds it; -1 for none. */
const enclosing = (all: readonly Candidate[], isModule: readonly boolean[]): number[] => {
  const open: number[] = [];
  return all.map((candidate, index) => {
    while (open.length > 0 && (all[open[open.length - 1] as number] as Candidate).rank >= candidate.rank) open.pop();
    let depth = open.length - 1;
    while (depth >= 0 && !isModule[open[depth] as number]) depth--;
    open.push(index);
    return depth < 0 ? -1 : (open[depth] as number);
  });
};

/** Decides which candidates are modules: those of the note's form, and those that stand in for them elsewhere. */
export const modulesOf = (facts: Facts, form: Form): boolean[] => {
  const { all, level, areaDepth, repeats } = facts;
  const isModule = all.map((_, index) => fits(facts, form, index));
  const bounds: number[] = [];
  all.forEach((candidate, index) => {
    if (level[index] || (candidate.rank < 10 && candidate.rank <= areaDepth && !repeats.headings.has(index)))
      bounds.push(index);
  });
  bounds.forEach((from, at) => {
    fillSection(facts, form, isModule, from, bounds[at + 1] ?? all.length);
  });
  addTimed(facts, isModule);
  return isModule;
};

/** A line that holds nothing but carries a time of its own is a module written in another form. */
const addTimed = (facts: Facts, isModule: boolean[]): void => {
  const { all, level, areaDepth, repeats, title } = facts;
  const deepest = all.reduce((most, { rank }, index) => (isModule[index] && rank > most ? rank : most), 0);
  const timed: number[] = [];
  for (let i = 0; i < all.length; i++) {
    const { rank } = all[i] as Candidate;
    if (rank >= 20 || rank > deepest + 1 || rank <= areaDepth || isModule[i] || level[i]) continue;
    if (facts.weight(i) >= 4 && !facts.barred(i)) timed.push(i);
  }
  if (timed.length === 0) return;
  const skip = all.map((_, index) => facts.other[index] !== -1 || repeats.members.has(index) || index === title);
  const holders = holdersOf(all, isModule, skip);
  const inside = enclosing(all, isModule);
  for (const index of timed) if (!holders.has(index) && inside[index] === -1) isModule[index] = true;
};
