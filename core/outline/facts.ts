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

/** The next line that holds something, within three. */
const nextLine = (source: Source, line: number): number => {
  for (let i = line + 1; i < source.lines.length && i <= line + 3; i++)
    if ((source.lines[i] as Line).kind !== "blank") return i;
  return -1;
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
  const isTime = new Set(timeLines);
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
      isAreaTitle(reading.title) ||
      (reading.times.length === 0 && isAside(reading.title))
    );
  });
  const weight = all.map((candidate, index) => {
    if (barred[index]) return 0;
    const { reading } = candidate;
    const structure = isHeading(candidate) && candidate.rank > areaDepth ? 1 : 0;
    if (reading.times.length > 0) return (reading.sentence ? 1 : 4) + structure;
    const next = nextLine(source, candidate.line);
    if (next >= 0 && isTime.has(next)) return 4 + structure;
    if (reading.sentence) return 0;
    if (reading.kind) return 2.5 + structure;
    if (repeats.keys.has(looseKey(titleKey(reading.title)))) return 2 + structure;
    return (reading.linked ? 1.2 : 0) + structure;
  });
  return { source, all, timeLines, repeats, level, barred, other, weight, areaDepth, title };
};
