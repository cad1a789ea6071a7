import type { Candidate, Candidates } from "./candidate.ts";
import { isLevelTitle, titleWords } from "./level-words.ts";
import type { Line } from "./lines.ts";
import { looseKey, type Repeats, repeatsOf } from "./repeats.ts";
import { isAside, isOtherSection } from "./section-words.ts";
import type { Source } from "./source.ts";
import { isAreaTitle, titleKey } from "./title.ts";

/** What is known of each candidate before the notation is chosen; arrays run beside `all`. */
export interface Facts {
  readonly source: Source;
  readonly all: readonly Candidate[];
  readonly timeLines: readonly number[];
  readonly repeats: Repeats;
  /** Names a level, by its words. */
  readonly level: readonly boolean[];
  /** Cannot be a module: repeats, holds a place, orders notes, lies in a section that is no study. */
  readonly barred: readonly boolean[];
  /** Index of the heading of the section of kind `other` that the candidate lies in; -1 for none. */
  readonly other: readonly number[];
  /** How strongly the line itself speaks for being a module. */
  readonly weight: readonly number[];
  /** Depth of area headings; 0 where there are none. */
  readonly areaDepth: number;
  /** The heading that names the whole note; -1 where none does. */
  readonly title: number;
}

const isHeading = (candidate: Candidate): boolean => candidate.rank < 10;

/**
 * For each candidate how plainly a line beneath gives it a time: 4 for the line that the time belongs to by its place,
 * 2 for a list item right above a time that stands outside the list.
 */
const timedBeneath = (source: Source, all: readonly Candidate[], timeLines: readonly number[]): Map<number, number> => {
  const found = new Map<number, number>();
  let last = -1;
  for (const timeLine of timeLines) {
    while (last + 1 < all.length && (all[last + 1] as Candidate).line < timeLine) last++;
    const line = source.lines[timeLine] as Line;
    const inList = line.marker !== "" || (line.nest > 0 && (!line.continues || line.column > 0));
    const near = last >= 0 ? (all[last] as Candidate) : null;
    const lazy = near !== null && near.line === timeLine - 1 && line.continues;
    let owner = last;
    while (owner >= 0 && !lazy) {
      const candidate = all[owner] as Candidate;
      if (candidate.rank < 20 || (inList && (source.lines[candidate.line] as Line).column < line.column)) break;
      owner--;
    }
    if (owner >= 0 && (isNamedTime(source, timeLine) || isNext(source, (all[owner] as Candidate).line, timeLine)))
      found.set(owner, 4);
    if (near && owner !== last && near.rank >= 20 && isNext(source, near.line, timeLine) && !found.has(last))
      found.set(last, 2);
  }
  return found;
};

const isNext = (source: Source, line: number, other: number): boolean => {
  for (let i = line + 1; i < other; i++) if ((source.lines[i] as Line).kind !== "blank") return false;
  return true;
};

/** Whether a line that only says a time says so in words, or in emphasis, so that it cannot be a stray duration. */
export const isNamedTime = (source: Source, line: number): boolean => {
  const { inline, times } = source.read(line);
  return (
    /\p{L}{3,}|[一-鿿]{2}|시간/u.test(inline.plain.slice(0, times[0]?.from ?? 0)) ||
    inline.strong > 0 ||
    times.some((time) => time.kind === "spent")
  );
};

const levelsOf = (all: readonly Candidate[], repeats: Repeats): boolean[] => {
  const above: Candidate[] = [];
  return all.map((candidate, index) => {
    if (isHeading(candidate)) {
      while (above.length > 0 && (above[above.length - 1] as Candidate).rank >= candidate.rank) above.pop();
    }
    const words = titleWords(above.map((heading) => heading.reading.title).join(" "));
    const named = !repeats.members.has(index) && isLevelTitle(candidate.reading.title, words);
    if (isHeading(candidate) && !named) above.push(candidate);
    if (!named || candidate.rank < 20) return named;
    const next = all[index + 1];
    return next !== undefined && (next.rank > candidate.rank || (next.key !== candidate.key && next.rank >= 10));
  });
};

const othersOf = (all: readonly Candidate[], level: readonly boolean[]): number[] => {
  const inside: number[] = [];
  let open = -1;
  all.forEach((candidate, index) => {
    if (isHeading(candidate)) {
      if (open >= 0 && candidate.rank <= (all[open] as Candidate).rank) open = -1;
      if (open < 0 && !level[index] && isOtherSection(candidate.reading.title)) open = index;
    }
    inside.push(open);
  });
  return inside;
};

const titleOf = (all: readonly Candidate[], use: readonly boolean[]): number => {
  const first = all.findIndex((candidate, index) => isHeading(candidate) && use[index]);
  if (first < 0) return -1;
  const top = (all[first] as Candidate).rank;
  let deeper = false;
  for (let i = first + 1; i < all.length; i++) {
    const candidate = all[i] as Candidate;
    if (!isHeading(candidate) || !use[i]) continue;
    if (candidate.rank <= top) return -1;
    deeper = true;
  }
  return deeper ? first : -1;
};

/** Gathers what the lines themselves and their neighbours say. */
export const factsOf = (source: Source, { all, timeLines }: Candidates): Facts => {
  const repeats = repeatsOf(all);
  const level = levelsOf(all, repeats);
  const other = othersOf(all, level);
  const beneath = timedBeneath(source, all, timeLines);
  const use = all.map(
    (_, index) => !level[index] && other[index] === -1 && !repeats.members.has(index) && !repeats.headings.has(index),
  );
  const title = titleOf(all, use);
  let areaDepth = 0;
  all.forEach((candidate, index) => {
    if (isHeading(candidate) && use[index] && index !== title && (areaDepth === 0 || candidate.rank < areaDepth))
      areaDepth = candidate.rank;
  });
  const barred = all.map((candidate, index) => {
    const { reading } = candidate;
    return (
      !use[index] ||
      index === title ||
      reading.placeholder ||
      (reading.times.length === 0 && (isAside(reading.title) || isAreaTitle(reading.title)))
    );
  });
  const weight = all.map((candidate, index) => {
    if (barred[index]) return 0;
    const { reading } = candidate;
    const structure = isHeading(candidate) && candidate.rank > areaDepth ? 1 : 0;
    if (reading.times.length > 0) return (reading.sentence ? 1 : 4) + structure;
    const below = beneath.get(index);
    if (below !== undefined) return below + structure;
    if (reading.sentence) return 0;
    if (reading.kind) return 2.5 + structure;
    if (repeats.keys.has(looseKey(titleKey(reading.title)))) return 2 + structure;
    return (reading.linked ? 1.2 : 0) + structure;
  });
  return { source, all, timeLines, repeats, level, barred, other, weight, areaDepth, title };
};
