import type { Candidate } from "./candidate.ts";
import { isContentsSection, isTimeSection } from "./section-words.ts";
import { titleKey } from "./title.ts";

/** A list that repeats the outline: a table of contents, a check list, a list of times. */
export interface Repeats {
  /** Indexes of the candidates that only repeat. */
  readonly members: ReadonlySet<number>;
  /** For a repeated title (its key) the candidate that repeats it with a time. */
  readonly timed: ReadonlyMap<string, number>;
  /** Keys of the titles that are repeated. */
  readonly keys: ReadonlySet<string>;
  /** Headings of contents sections. */
  readonly headings: ReadonlySet<number>;
}

const kindPrefix = /^(?:\p{L}+ )?(?:video|lab|labs|qwiklab|tutorial|reading|lecture|project|exercise|course) /u;
const keyOf = (candidate: Candidate): string => titleKey(candidate.reading.title);
/** A title's key without the kind of work in front, since tables of contents leave it out. */
export const looseKey = (key: string): string => key.replace(kindPrefix, "");

/** Finds the lists whose entries stand elsewhere in the note once more. */
export const repeatsOf = (all: readonly Candidate[]): Repeats => {
  const members = new Set<number>();
  const timed = new Map<string, number>();
  const headings = new Set<number>();
  const places = new Map<string, number[]>();
  all.forEach((candidate, index) => {
    const key = looseKey(keyOf(candidate));
    if (key === "" || candidate.reading.sentence) return;
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  });
  let at = 0;
  while (at < all.length) {
    const first = all[at] as Candidate;
    if (first.rank < 10) {
      if (isContentsSection(first.reading.title) || isTimeSection(first.reading.title)) headings.add(at);
      at++;
      continue;
    }
    let end = at;
    while (end < all.length && (all[end] as Candidate).rank >= 10) end++;
    const section = at - 1;
    if (headings.has(section)) markContents(all, places, at, end, members, timed);
    else markLists(all, places, at, end, members, timed);
    at = end;
  }
  const keys = new Set([...members].map((index) => looseKey(keyOf(all[index] as Candidate))));
  return { members, timed, keys, headings };
};

const note = (all: readonly Candidate[], index: number, members: Set<number>, timed: Map<string, number>): void => {
  members.add(index);
  const candidate = all[index] as Candidate;
  if (candidate.reading.times.length > 0) {
    const key = looseKey(keyOf(candidate));
    if (!timed.has(key)) timed.set(key, index);
  }
};

const markContents = (
  all: readonly Candidate[],
  places: ReadonlyMap<string, readonly number[]>,
  from: number,
  to: number,
  members: Set<number>,
  timed: Map<string, number>,
): void => {
  let anchors = 0;
  let found = 0;
  for (let i = from; i < to; i++) {
    if (elsewhere(all, places, i, from, to)) found++;
    if ((all[i] as Candidate).reading.inline.links.some((link) => link.url.includes("#"))) anchors++;
  }
  // A "Topics" section that holds the only outline is no repetition.
  const others = to < all.length;
  if (!others && anchors === 0 && found === 0) return;
  for (let i = from; i < to; i++) note(all, i, members, timed);
};

const elsewhere = (
  all: readonly Candidate[],
  places: ReadonlyMap<string, readonly number[]>,
  index: number,
  from: number,
  to: number,
): boolean => {
  const key = looseKey(keyOf(all[index] as Candidate));
  return (places.get(key) ?? []).some((place) => place < from || place >= to);
};

/** Marks runs of adjacent list items, with nothing written between them, whose entries stand elsewhere. */
const markLists = (
  all: readonly Candidate[],
  places: ReadonlyMap<string, readonly number[]>,
  from: number,
  to: number,
  members: Set<number>,
  timed: Map<string, number>,
): void => {
  let start = from;
  while (start < to) {
    let end = start + 1;
    while (end < to && (all[end] as Candidate).line - (all[end - 1] as Candidate).line <= 2) end++;
    const size = end - start;
    let found = 0;
    let anchors = 0;
    for (let i = start; i < end; i++) {
      const candidate = all[i] as Candidate;
      if (candidate.reading.inline.links.some((link) => link.url.startsWith("#"))) anchors++;
      if (elsewhere(all, places, i, start, end) && better(all, places, i, start, end)) found++;
    }
    if ((size >= 2 && (found >= 0.6 * size || anchors >= 0.6 * size)) || (anchors === size && found === size)) {
      for (let i = start; i < end; i++) note(all, i, members, timed);
    }
    start = end;
  }
};

/** Whether the same title elsewhere stands in a shallower form, such as a heading. */
const better = (
  all: readonly Candidate[],
  places: ReadonlyMap<string, readonly number[]>,
  index: number,
  from: number,
  to: number,
): boolean => {
  const own = all[index] as Candidate;
  const key = looseKey(keyOf(own));
  return (places.get(key) ?? []).some(
    (place) => (place < from || place >= to) && (all[place] as Candidate).rank < own.rank,
  );
};
