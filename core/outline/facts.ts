import type { Candidate } from "./candidate.ts";
import type { Candidates } from "./candidates.ts";
import { isLevelTitle, titleWords } from "./level-words.ts";
import type { Line } from "./lines.ts";
import { type Repeats, repeatsOf } from "./repeats.ts";
import { isAside, isOtherSection } from "./section-words.ts";
import type { Source } from "./source.ts";
import { isAreaTitle } from "./title.ts";

export const isHeading = (candidate: Candidate): boolean => candidate.rank < 10;

/** What is known of each candidate before the notation is chosen; arrays run beside `all`. */
export class Facts {
  readonly source: Source;
  readonly all: readonly Candidate[];
  readonly timeLines: readonly number[];
  readonly repeats: Repeats;
  /** Names a level, by its words. */
  readonly level: readonly boolean[];
  /** Index of the heading of the section of kind `other` that the candidate lies in; -1 for none. */
  readonly other: readonly number[];
  /** Depth of area headings; 0 where there are none. */
  readonly areaDepth: number;
  /** The heading that names the whole note; -1 where none does. */
  readonly title: number;
  private readonly counted: Uint8Array;
  private readonly beneath: ReadonlyMap<number, number>;
  /** -1 where not yet weighed. */
  private readonly weights: Float64Array;
  /** 0 where not yet asked, 1 no, 2 yes. */
  private readonly bars: Uint8Array;

  constructor(source: Source, { all, timeLines }: Candidates) {
    this.source = source;
    this.all = all;
    this.weights = new Float64Array(all.length).fill(-1);
    this.bars = new Uint8Array(all.length);
    this.timeLines = timeLines;
    this.repeats = repeatsOf(all);
    this.level = levelsOf(all, this.repeats);
    this.other = othersOf(all, this.level);
    this.counted = countedOf(all.length, this.level, this.other, this.repeats);
    this.beneath = timedBeneath(source, all, timeLines);
    this.title = this.findTitle();
    let depth = 0;
    for (let i = 0; i < all.length; i++) {
      const { rank } = all[i] as Candidate;
      if (rank < 10 && (depth === 0 || rank < depth) && i !== this.title && this.counts(i)) depth = rank;
    }
    this.areaDepth = depth;
  }

  /** Whether the candidate lies in what is studied, and is neither a level nor a repetition. */
  counts(index: number): boolean {
    return this.counted[index] === 1;
  }

  /** Whether the candidate can't be a module: it repeats, holds a place, orders notes, or lies where nothing is studied. */
  barred(index: number): boolean {
    const known = this.bars[index];
    if (known !== 0) return known === 2;
    const { reading } = this.all[index] as Candidate;
    const bars =
      !this.counts(index) ||
      index === this.title ||
      reading.title === "" ||
      reading.placeholder ||
      (reading.times.length === 0 && (isAside(reading.title) || isAreaTitle(reading.title)));
    this.bars[index] = bars ? 2 : 1;
    return bars;
  }

  /** How strongly the line itself, and a time right beneath it, speak for a module. */
  weight(index: number): number {
    const known = this.weights[index] as number;
    if (known >= 0) return known;
    const weight = this.weigh(index);
    this.weights[index] = weight;
    return weight;
  }

  private weigh(index: number): number {
    const candidate = this.all[index] as Candidate;
    const below = this.beneath.get(index) ?? 0;
    const repeated = this.repeats.keys.size > 0 && candidate.rank <= 20 && candidate.length <= 120;
    if (!candidate.telling && below === 0 && !repeated) return 0;
    if (this.barred(index)) return 0;
    const { reading } = candidate;
    const structure = isHeading(candidate) && candidate.rank > this.areaDepth ? 1 : 0;
    if (reading.times.length > 0) return (reading.sentence && !isListed(candidate) ? 1 : 4) + structure;
    if (below > 0) return below + structure;
    if (reading.sentence) return 0;
    if (reading.kind) return 2.5 + structure;
    if (repeated && (!isHeading(candidate) || candidate.rank > this.areaDepth) && this.repeats.keys.has(reading.key))
      return 2 + structure;
    return (reading.linked ? 1.2 : 0) + structure;
  }

  /** The first heading, where it is the only one of its depth and none is shallower. */
  private findTitle(): number {
    const { all } = this;
    const first = all.findIndex((candidate, index) => isHeading(candidate) && this.counts(index));
    if (first < 0) return -1;
    const top = (all[first] as Candidate).rank;
    let deeper = false;
    for (let i = first + 1; i < all.length; i++) {
      const candidate = all[i] as Candidate;
      if (!isHeading(candidate) || !this.counts(i)) continue;
      if (candidate.rank <= top) return -1;
      deeper = true;
    }
    return deeper ? first : -1;
  }
}

/** Whether a numbered line is a short name with its time set off, though it starts small: "5) sed and awk on logs - 1 h". */
const isListed = ({ form, rank, reading }: Candidate): boolean =>
  form === "numbered" &&
  rank === 20 &&
  reading.title.length <= 60 &&
  (reading.split.form === "dash" || reading.split.form === "parentheses");

const countedOf = (
  size: number,
  level: readonly boolean[],
  other: readonly number[],
  { members, headings }: Repeats,
): Uint8Array => {
  const counted = new Uint8Array(size);
  for (let i = 0; i < size; i++) if (!level[i] && other[i] === -1) counted[i] = 1;
  for (const index of members) counted[index] = 0;
  for (const index of headings) counted[index] = 0;
  return counted;
};

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
    for (let steps = 0; owner >= 0 && !lazy; steps++) {
      const candidate = all[owner] as Candidate;
      if (candidate.rank < 20 || (inList && (source.lines[candidate.line] as Line).column < line.column)) break;
      owner = steps > 200 ? -1 : owner - 1;
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
  let words: ReadonlySet<string> | null = null;
  const around = (): ReadonlySet<string> => {
    words ??= titleWords(above.map((entry) => entry.reading.title).join(" "));
    return words;
  };
  return all.map((candidate, index) => {
    const heading = isHeading(candidate);
    if (heading) {
      while (above.length > 0 && (above[above.length - 1] as Candidate).rank >= candidate.rank) {
        above.pop();
        words = null;
      }
    }
    let named = false;
    if (heading || candidate.mayNameLevel) {
      named = !repeats.members.has(index) && isLevelTitle(candidate.reading.title, around);
    }
    if (heading && !named) {
      above.push(candidate);
      words = null;
    }
    if (!named || candidate.rank < 20) return named;
    const next = all[index + 1];
    return next !== undefined && (next.rank > candidate.rank || (next.key !== candidate.key && next.rank >= 10));
  });
};

const othersOf = (all: readonly Candidate[], level: readonly boolean[]): number[] => {
  let open = -1;
  return all.map((candidate, index) => {
    if (isHeading(candidate)) {
      if (open >= 0 && candidate.rank <= (all[open] as Candidate).rank) open = -1;
      if (open < 0 && !level[index] && isOtherSection(candidate.reading.title)) open = index;
    }
    return open;
  });
};
