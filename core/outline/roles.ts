import type { Candidate } from "./candidate.ts";
import type { Facts } from "./facts.ts";
import { type Form, fits, formOf } from "./form.ts";

/** What a line is in the outline. */
export type Role = "title" | "area" | "other" | "level" | "group" | "module" | "contents" | "time" | "note";

/** The role of each candidate, and the form the modules were found by. */
export interface Roles {
  readonly roles: readonly Role[];
  readonly form: Form | null;
}

/** Candidates that hold modules: for each module the chain of lines above it. */
const holdersOf = (all: readonly Candidate[], isModule: readonly boolean[], skip: readonly boolean[]): Set<number> => {
  const holders = new Set<number>();
  const open: number[] = [];
  all.forEach((candidate, index) => {
    if (skip[index]) return;
    while (open.length > 0 && (all[open[open.length - 1] as number] as Candidate).rank >= candidate.rank) open.pop();
    if (isModule[index]) {
      for (let i = open.length - 1; i >= 0; i--) {
        if (holders.has(open[i] as number)) break;
        holders.add(open[i] as number);
      }
    }
    open.push(index);
  });
  return holders;
};

/** Gives sections that the note's own form leaves empty a form of their own, where their lines speak for one. */
const fillSections = (facts: Facts, form: Form, isModule: boolean[], bounds: readonly number[]): void => {
  const { all } = facts;
  for (let b = 0; b < bounds.length; b++) {
    const from = bounds[b] as number;
    const to = bounds[b + 1] ?? all.length;
    let found = false;
    for (let i = from; i < to && !found; i++) found = isModule[i] ?? false;
    if (found || facts.other[from] !== -1) continue;
    const own = all[from] as Candidate;
    if (facts.level[from] && own.reading.times.length > 0) continue;
    const local = formOf(facts, from + 1, to);
    if (!local || local.key === form.key) continue;
    let strong = 0;
    let count = 0;
    for (let i = from + 1; i < to; i++) {
      if (!fits(facts, local, i)) continue;
      count++;
      if ((facts.weight[i] ?? 0) >= 2) strong++;
    }
    if (strong === 0 || strong < 0.5 * count) continue;
    for (let i = from + 1; i < to; i++) if (fits(facts, local, i)) isModule[i] = true;
  }
};

/** Decides what each candidate is. */
export const rolesOf = (facts: Facts): Roles => {
  const { all, level, other, repeats, areaDepth, title } = facts;
  const roles: Role[] = all.map((_, index) => {
    if (repeats.members.has(index) || repeats.headings.has(index)) return "contents";
    if (other[index] !== -1) return other[index] === index ? "other" : "note";
    return "note";
  });
  const form = formOf(facts);
  const isModule = all.map((_, index) => form !== null && fits(facts, form, index));
  if (form) {
    // A level or heading with a time of its own, over lines of another dress that have none, needs no modules.
    const bounds: number[] = [];
    all.forEach((candidate, index) => {
      if (level[index] || (candidate.rank < 10 && candidate.rank <= areaDepth && roles[index] !== "contents"))
        bounds.push(index);
    });
    fillSections(facts, form, isModule, bounds);
  }
  const skip = all.map((_, index) => roles[index] !== "note" || index === title);
  const holders = holdersOf(all, isModule, skip);
  const moduleRank = form
    ? Math.min(...all.filter((_, index) => isModule[index]).map((candidate) => candidate.rank))
    : 99;
  // Headings that hold nothing but carry a time of their own are modules written in a shallower form.
  if (form) {
    all.forEach((candidate, index) => {
      if (
        !isModule[index] &&
        !holders.has(index) &&
        !level[index] &&
        !facts.barred[index] &&
        candidate.rank < 20 &&
        candidate.rank < moduleRank + 2 &&
        (facts.weight[index] ?? 0) >= 4 &&
        (candidate.rank > areaDepth || areaDepth === 0) &&
        !insideModule(all, isModule, index)
      ) {
        isModule[index] = true;
      }
    });
  }
  let levelRank = 0;
  const ranks = new Map<number, number>();
  all.forEach((candidate, index) => {
    if (level[index]) ranks.set(candidate.rank, (ranks.get(candidate.rank) ?? 0) + 1);
  });
  for (const [rank, count] of ranks) if (count > (ranks.get(levelRank) ?? 0)) levelRank = rank;
  const plainHolders = [...holders].filter((index) => !level[index] && !isModule[index]);
  const headingAreas = areaDepth > 0 && plainHolders.some((index) => (all[index] as Candidate).rank === areaDepth);
  const areaRank = headingAreas
    ? areaDepth
    : Math.min(99, ...plainHolders.map((index) => (all[index] as Candidate).rank));
  if (levelRank === 0) {
    const below = plainHolders.map((index) => (all[index] as Candidate).rank).filter((rank) => rank > areaRank);
    levelRank = below.length > 0 ? Math.min(...below) : 0;
  }
  all.forEach((candidate, index) => {
    if (roles[index] !== "note" || other[index] !== -1) return;
    if (index === title) roles[index] = "title";
    else if (isModule[index]) roles[index] = "module";
    else if (level[index]) roles[index] = candidate.rank > levelRank ? "group" : "level";
    else if (candidate.rank === areaRank && (candidate.rank < 10 || holders.has(index))) roles[index] = "area";
    else if (candidate.rank < 10 && candidate.rank < areaRank) roles[index] = "area";
    else if (candidate.rank < 10 && areaRank === 99 && candidate.rank === areaDepth) roles[index] = "area";
    else if (holders.has(index)) roles[index] = candidate.rank === levelRank ? "level" : "group";
  });
  // The note's own title is the area where no other line is one; and a first heading without modules beside areas is the title.
  const areas = roles.filter((role) => role === "area").length;
  if (areas === 0 && title >= 0) roles[title] = "area";
  const first = roles.indexOf("area");
  if (
    areas > 1 &&
    first >= 0 &&
    title < 0 &&
    !holders.has(first) &&
    all[first] === all.find((candidate) => candidate.rank < 10)
  ) {
    const next = roles.findIndex((role, index) => index > first && role !== "note");
    if (roles[next] === "area") roles[first] = "title";
  }
  return { roles, form };
};

const insideModule = (all: readonly Candidate[], isModule: readonly boolean[], index: number): boolean => {
  const rank = (all[index] as Candidate).rank;
  for (let i = index - 1; i >= 0 && i > index - 400; i--) {
    const candidate = all[i] as Candidate;
    if (isModule[i] && candidate.rank < rank) return true;
    if (candidate.rank < rank && candidate.rank < 10) return false;
  }
  return false;
};
