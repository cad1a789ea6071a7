import type { Candidate } from "./candidate.ts";
import { isContentsSection, isTimeSection } from "./section-words.ts";

/** Lists that repeat the outline: a table of contents, a check list, a list of times. */
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

class Finder {
  readonly members = new Set<number>();
  readonly timed = new Map<string, number>();
  readonly keys = new Set<string>();
  readonly headings = new Set<number>();
  private readonly all: readonly Candidate[];
  private places: Map<string, number[]> | null = null;

  constructor(all: readonly Candidate[]) {
    this.all = all;
  }

  run(): void {
    const { all } = this;
    let at = 0;
    let sections = 0;
    while (at < all.length) {
      const first = all[at] as Candidate;
      if (first.rank < 10) {
        sections++;
        if (isContentsSection(first.reading.title) || isTimeSection(first.reading.title)) this.headings.add(at);
        at++;
        continue;
      }
      let end = at;
      while (end < all.length && (all[end] as Candidate).rank >= 10) end++;
      if (this.headings.has(at - 1)) this.contents(at, end);
      else this.lists(at, end, sections <= 1);
      at = end;
    }
  }

  /** Where each title stands; worked out once a list asks. */
  private get where(): Map<string, number[]> {
    if (this.places) return this.places;
    const places = new Map<string, number[]>();
    this.all.forEach((candidate, index) => {
      if (candidate.rank > 20 && candidate.rank < 40) return;
      if (
        candidate.rank >= 20 &&
        !candidate.telling &&
        (candidate.length > 80 || candidate.reading.content.endsWith("."))
      )
        return;
      const key = candidate.reading.key;
      const list = places.get(key);
      if (list) list.push(index);
      else places.set(key, [index]);
    });
    this.places = places;
    return places;
  }

  private note(index: number): void {
    this.members.add(index);
    const candidate = this.all[index] as Candidate;
    const key = candidate.reading.key;
    this.keys.add(key);
    if (candidate.reading.times.length > 0 && !this.timed.has(key)) this.timed.set(key, index);
  }

  /** Whether the title stands outside the list too, in a shallower form where `shallower` asks for one. */
  private elsewhere(index: number, from: number, to: number, shallower: boolean): boolean {
    const own = this.all[index] as Candidate;
    const places = this.where.get(own.reading.key) ?? [];
    return places.some(
      (place) => (place < from || place >= to) && (!shallower || (this.all[place] as Candidate).rank < own.rank),
    );
  }

  private contents(from: number, to: number): void {
    let anchors = 0;
    let found = 0;
    for (let i = from; i < to; i++) {
      if (to >= this.all.length && this.elsewhere(i, from, to, false)) found++;
      if ((this.all[i] as Candidate).reading.content.includes("#")) anchors++;
    }
    // A "Topics" section that holds the only outline is no repetition.
    if (to >= this.all.length && anchors === 0 && found === 0) return;
    for (let i = from; i < to; i++) this.note(i);
  }

  /** Marks runs of adjacent lines, with nothing written between them, whose entries stand elsewhere. */
  private lists(from: number, to: number, onTop: boolean): void {
    const { all } = this;
    // Below the top of the note only what opens a section that goes on with deeper headings can repeat it.
    const next = all[to];
    const above = all[from - 1];
    if (!onTop && !(next && above && next.rank > above.rank)) return;
    let start = from;
    while (start < to) {
      let end = start + 1;
      while (end < to && (all[end] as Candidate).line - (all[end - 1] as Candidate).line <= 2) end++;
      const size = end - start;
      let found = 0;
      let anchors = 0;
      for (let i = start; i < end; i++) {
        if ((all[i] as Candidate).reading.content.includes("](#")) anchors++;
        if (this.elsewhere(i, start, end, !onTop)) found++;
        if (i - start === 5 && found + anchors === 0) break;
      }
      if ((size >= 2 && (found >= 0.6 * size || anchors >= 0.6 * size)) || (anchors === size && found === size)) {
        for (let i = start; i < end; i++) this.note(i);
      }
      start = end;
    }
  }
}

/** Finds the lists whose entries stand elsewhere in the note once more. */
export const repeatsOf = (all: readonly Candidate[]): Repeats => {
  const finder = new Finder(all);
  finder.run();
  return finder;
};
