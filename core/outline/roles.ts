import type { Candidate } from "./candidate.ts";
import type { Choice, ChosenRole } from "./choice.ts";
import type { Facts } from "./facts.ts";
import { chosenForm, type Form, formOf } from "./form.ts";
import { holdersOf, modulesOf } from "./modules.ts";
import { isAreaTitle } from "./title.ts";

/** What a line is in the outline. */
export type Role = "title" | "area" | "other" | "level" | "group" | "module" | "contents" | "note";

/** The role of each candidate, and the form the modules were found by. */
export interface Roles {
  readonly roles: readonly Role[];
  readonly form: Form | null;
  /** Whether the form that a person chose fits the note; true where none was chosen. */
  readonly asChosen: boolean;
}

const most = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = 0;
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value;
  return best;
};

/** The ranks at which areas and levels are written; 99 and 0 where none are. */
const ranksOf = (facts: Facts, holders: readonly number[]): { area: number; level: number; title: number } => {
  const { all, level, areaDepth } = facts;
  const rank = (index: number): number => (all[index] as Candidate).rank;
  const worded = most(all.filter((_, index) => level[index]).map((candidate) => candidate.rank));
  const plain = holders.filter((index) => !level[index]);
  const ranks = [...new Set(plain.map(rank))].sort((a, b) => a - b);
  let [area] = ranks;
  let title = -1;
  // A lone first heading over lines that hold the levels names the whole note.
  const top = plain.filter((index) => rank(index) === area);
  const next = ranks[1];
  if (
    worded > 0 &&
    top.length === 1 &&
    next !== undefined &&
    next < worded &&
    top[0] === all.findIndex((candidate) => candidate.rank < 10)
  ) {
    title = top[0] as number;
    area = next;
  }
  if (area === undefined) return { area: areaDepth > 0 ? areaDepth : 99, level: worded, title };
  const below = ranks.find((value) => value > (area as number));
  return { area, level: worded > 0 ? worded : (below ?? 0), title };
};

/**
 * Areas written as lines of their own, such as "**Area 1: Queues**", where headings name none: lines that say so
 * themselves, or stand right above a level written the same way.
 */
const areaLines = (facts: Facts, isModule: readonly boolean[], holders: ReadonlySet<number>): ReadonlySet<number> => {
  const { all, level } = facts;
  const found = new Set<number>();
  const isOwn = (index: number): boolean => all[index]?.rank === 10 && !isModule[index] && facts.counts(index);
  let headings = 0;
  for (const index of holders) if ((all[index] as Candidate).rank < 10 && !level[index]) headings++;
  if (headings > 1) return found;
  all.forEach((candidate, index) => {
    if (!isOwn(index)) return;
    const next = all[index + 1];
    if (isAreaTitle(candidate.reading.title) || (next?.rank === 10 && level[index + 1])) found.add(index);
  });
  return found;
};

/** Decides what each candidate is. */
export const rolesOf = (
  facts: Facts,
  wanted: Choice["modules"] = null,
  chosen: ReadonlyMap<number, ChosenRole> = new Map(),
): Roles => {
  const { all, level, other, repeats } = facts;
  const forced = wanted ? chosenForm(facts, wanted) : null;
  const form = forced ?? formOf(facts);
  const isModule = form ? modulesOf(facts, form) : all.map(() => false);
  const repeating = repeats.members.size + repeats.headings.size > 0;
  const isRepeated = (index: number): boolean =>
    repeating && (repeats.members.has(index) || repeats.headings.has(index));
  const given = (index: number): ChosenRole | undefined => chosen.get((all[index] as Candidate).line);
  if (chosen.size > 0) {
    all.forEach((_, index) => {
      const role = given(index);
      if (role !== undefined) isModule[index] = role === "module";
    });
  }
  const skip = all.map((_, index) => other[index] !== -1 || isRepeated(index) || index === facts.title);
  const holders = holdersOf(all, isModule, skip);
  const ranks = ranksOf(
    facts,
    [...holders].filter((index) => !isModule[index]),
  );
  let title = facts.title >= 0 ? facts.title : ranks.title;
  const lines = areaLines(facts, isModule, holders);
  if (lines.size > 0) {
    const heading = all.findIndex((candidate) => candidate.rank < 10);
    if (title < 0 && heading >= 0) title = heading;
  }
  const roles = all.map((candidate, index): Role => {
    const own = chosen.size > 0 ? given(index) : undefined;
    if (own !== undefined) return own;
    if (isRepeated(index)) return "contents";
    if (index === title) return "title";
    if (other[index] === index) return candidate.rank <= ranks.area ? "other" : "note";
    if (other[index] !== -1) return "note";
    if (isModule[index]) return "module";
    if (lines.has(index)) return "area";
    if (level[index]) return candidate.rank > ranks.level ? "group" : "level";
    if (candidate.rank < 10 && candidate.rank <= ranks.area) return "area";
    if (!holders.has(index)) return "note";
    if (candidate.rank === ranks.area) return "area";
    return candidate.rank === ranks.level ? "level" : "group";
  });
  nameWhole(facts, roles, title, holders);
  return { roles, form, asChosen: wanted === null || forced !== null };
};

/** The note's own title is the area where no other line is one; beside areas, a first heading without modules is the title. */
const nameWhole = (facts: Facts, roles: Role[], title: number, holders: ReadonlySet<number>): void => {
  const { all, other } = facts;
  const areas = roles.filter((role) => role === "area").length;
  if (areas === 0 && title >= 0) {
    roles[title] = "area";
    other.forEach((section, index) => {
      if (section === index && roles[index] === "note") roles[index] = "other";
    });
    return;
  }
  const first = roles.indexOf("area");
  if (
    areas < 2 ||
    title >= 0 ||
    first < 0 ||
    holders.has(first) ||
    first !== all.findIndex((candidate) => candidate.rank < 10)
  )
    return;
  const next = roles.findIndex((role, index) => index > first && role !== "note" && role !== "contents");
  if (roles[next] === "area") roles[first] = "title";
};
