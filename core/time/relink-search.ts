import type { ModulePath } from "../outline/tree.ts";
import { isDistinctive, isGeneric, likeness } from "./likeness.ts";
import { pathKey } from "./places.ts";
import type { Entry } from "./relink-entry.ts";

const levelKey = ({ note, area, level }: ModulePath): string => JSON.stringify([note, area, level]);

const groupsOf = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
};

/** Title without the "(2)" that keeps equal titles of one level apart. */
const twinKey = (entry: Entry): string => levelKey(entry.path) + entry.key.text.replace(/ \d+$/, "");

const linksOf = (entries: readonly Entry[]): Map<string, Entry[]> =>
  groupsOf(
    entries.filter(({ link }) => link !== null),
    ({ link }) => link ?? "",
  );

/** The search for the old modules among the new ones. Every step only takes what the steps before left. */
export class Search {
  readonly #olds: readonly Entry[];
  readonly #news: readonly Entry[];
  readonly #notes: ReadonlyMap<string, string>;
  readonly #names: ReadonlyMap<string, Entry>;
  readonly #oldTwins: ReadonlyMap<string, Entry[]>;
  readonly #newTwins: ReadonlyMap<string, Entry[]>;
  readonly #oldLinks: ReadonlyMap<string, Entry[]>;
  readonly #newLinks: ReadonlyMap<string, Entry[]>;
  readonly #oldLevels: ReadonlyMap<string, Entry[]>;
  readonly #newLevels: ReadonlyMap<string, Entry[]>;
  /** Old modules that must not be matched: the evidence contradicts itself. */
  readonly #held = new Set<Entry>();
  /** Where levels went, as far as it is known. */
  #levels: ReadonlyMap<string, string> = new Map();

  constructor(olds: readonly Entry[], news: readonly Entry[], notes: ReadonlyMap<string, string>) {
    this.#olds = olds;
    this.#news = news;
    this.#notes = notes;
    this.#oldTwins = groupsOf(olds, twinKey);
    this.#newTwins = groupsOf(news, twinKey);
    this.#oldLinks = linksOf(olds);
    this.#newLinks = linksOf(news);
    this.#oldLevels = groupsOf(olds, ({ path }) => levelKey(path));
    this.#newLevels = groupsOf(news, ({ path }) => levelKey(path));
    this.#names = new Map(news.map((entry) => [pathKey(entry.path), entry]));
  }

  isName(path: ModulePath): boolean {
    return this.#names.has(pathKey(path));
  }

  run(): void {
    this.#samePaths(({ key }) => !isGeneric(key));
    this.#sameLinks();
    this.#levels = this.#findLevels();
    this.#sameTitles((entry) => this.#noteOf(entry));
    this.#samePaths(({ key }) => isGeneric(key));
    this.#levels = this.#findLevels();
    this.#sameTitlesInLevel();
    this.#sameTitles(() => "");
    this.#likeTitles();
    this.#betweenNeighbours();
  }

  #noteOf(entry: Entry): string {
    return this.#notes.get(entry.path.note) ?? entry.path.note;
  }

  #openOlds(): Entry[] {
    return this.#olds.filter((entry) => entry.match === null && !this.#held.has(entry));
  }

  #openNews(): Entry[] {
    return this.#news.filter((entry) => entry.match === null);
  }

  #join(old: Entry, now: Entry): void {
    old.match = now;
    now.match = old;
  }

  /** The same path is the same module, unless equal titles around it, or its link, say otherwise. */
  #samePaths(which: (entry: Entry) => boolean): void {
    for (const old of this.#openOlds().filter(which)) {
      const now = this.#names.get(pathKey({ ...old.path, note: this.#noteOf(old) }));
      if (!now || now.match) continue;
      const linked = old.link === null ? [] : (this.#newLinks.get(old.link) ?? []);
      const elsewhere = linked.length === 1 && linked[0] !== now && now.link !== null;
      if (!elsewhere && this.#vouched(old, now)) this.#join(old, now);
      else this.#held.add(old);
    }
  }

  /** Nothing around two modules of one title speaks against their being the same. */
  #vouched(old: Entry, now: Entry): boolean {
    const before = this.#oldTwins.get(twinKey(old)) ?? [];
    const after = this.#newTwins.get(twinKey(now)) ?? [];
    if (before.length <= 1 && after.length <= 1) return this.#isUnmoved(old, now);
    return this.#isSameTwin(old, now, before, after);
  }

  /**
   * A title that says little may have been retyped or deleted while another took its name: the modules around it vouch
   * for it, when those that stayed in its level are still on the same side of it.
   */
  #isUnmoved(old: Entry, now: Entry): boolean {
    if (!isGeneric(old.key)) return true;
    const level = this.#oldLevels.get(levelKey(old.path)) ?? [];
    const there = this.#newLevels.get(levelKey(now.path)) ?? [];
    const stayed = level.filter((one) => one.match && there.includes(one.match));
    if (stayed.length === 0) return level.length === 1 && there.length === 1 && this.#olds.some(({ match }) => match);
    const [from, to] = [level.indexOf(old), there.indexOf(now)];
    return stayed.every((one) => one.match && level.indexOf(one) < from === there.indexOf(one.match) < to);
  }

  /** One of several equal (or numbered) titles in a level is the same where its neighbours say so. */
  #isSameTwin(old: Entry, now: Entry, before: readonly Entry[], after: readonly Entry[]): boolean {
    // Titles that differ in their number only are told apart by it.
    if (allDiffer(before) && allDiffer(after)) return true;
    // Nothing is known of what stood around it.
    if (!old.prev && !old.next && before.length === 1) return after.length === 1;
    const [prev, next] = [anchor(old, "prev", before), anchor(old, "next", before)];
    const sides = (entry: Entry) => [anchor(entry, "prev", after), anchor(entry, "next", after)] as const;
    const fitting = after.filter((entry) => agrees(prev, sides(entry)[0]) && agrees(next, sides(entry)[1]));
    if (fitting.length === 1) return fitting[0] === now;
    // Several fit: only where none of them was moved, added or removed is each still itself.
    if (before.length !== after.length || before.indexOf(old) !== after.indexOf(now)) return false;
    return before.every((twin, n) => {
      const [was, is] = [[anchor(twin, "prev", before), anchor(twin, "next", before)], sides(after[n] ?? now)];
      return was[0] === is[0] && was[1] === is[1];
    });
  }

  /** A link that one module had and one module has. */
  #sameLinks(): void {
    for (const [link, [old, ...more]] of this.#oldLinks) {
      const [now, ...others] = this.#newLinks.get(link) ?? [];
      if (!old || !now || more.length > 0 || others.length > 0) continue;
      if (old.match || now.match || this.#held.has(old)) continue;
      if (likeness(old.key, now.key).share > 0 || this.#sameSpot(old, now)) this.#join(old, now);
    }
  }

  /** A title that stood once and stands once, within a note or in the whole notebook. */
  #sameTitles(scope: (entry: Entry) => string): void {
    const keyOf = (entry: Entry): string => `${scope(entry)}\n${entry.key.text}`;
    const olds = groupsOf(this.#olds, keyOf);
    const news = groupsOf(this.#news, keyOf);
    for (const old of this.#openOlds()) {
      const [now, ...others] = news.get(keyOf(old)) ?? [];
      if (!now || now.match || others.length > 0 || olds.get(keyOf(old))?.length !== 1) continue;
      const here = this.#sameLevel(old, now) && this.#noteOf(old) === now.path.note;
      if (isDistinctive(old.key) || (here && !isGeneric(old.key))) this.#join(old, now);
    }
  }

  /** A title that stands in several levels, once in this one. */
  #sameTitlesInLevel(): void {
    const levels = this.#levels;
    const news = groupsOf(this.#openNews(), ({ path, key }) => levelKey(path) + key.text);
    const olds = groupsOf(this.#openOlds(), ({ path, key }) => levelKey(path) + key.text);
    for (const group of olds.values()) {
      const [old] = group;
      const level = old && levels.get(levelKey(old.path));
      const now = level === undefined || !old ? [] : (news.get(level + old.key.text) ?? []);
      if (old && group.length === 1 && now.length === 1 && now[0] && this.#vouched(old, now[0]))
        this.#join(old, now[0]);
    }
  }

  /** Where the levels went, by the modules that were found: all of a level's, or none of it. */
  #findLevels(): Map<string, string> {
    const votes = new Map<string, Set<string>>();
    const back = new Map<string, Set<string>>();
    for (const { path, match } of this.#olds) {
      if (!match) continue;
      const [from, to] = [levelKey(path), levelKey(match.path)];
      votes.set(from, (votes.get(from) ?? new Set()).add(to));
      back.set(to, (back.get(to) ?? new Set()).add(from));
    }
    const levels = new Map<string, string>();
    for (const [from, to] of votes) {
      const [only] = to;
      if (to.size === 1 && only !== undefined && back.get(only)?.size === 1) levels.set(from, only);
    }
    return levels;
  }

  #sameLevel(old: Entry, now: Entry): boolean {
    if (old.path.area === now.path.area && old.path.level === now.path.level) return true;
    return this.#levels.get(levelKey(old.path)) === levelKey(now.path);
  }

  /** Both neighbours (or the end of the note) are the same. */
  #sameSpot(old: Entry, now: Entry): boolean {
    if (!old.prev && !old.next) return false;
    return (old.prev?.match ?? null) === now.prev && (old.next?.match ?? null) === now.next;
  }

  /** A title retyped: every telling word has its counterpart, and no other module competes. */
  #likeTitles(): void {
    const alike = new Map<Entry, Entry[]>();
    const claims = new Map<Entry, number>();
    const news = groupsOf(this.#openNews(), ({ path }) => path.note);
    for (const old of this.#openOlds()) {
      const like = (news.get(this.#noteOf(old)) ?? []).filter((now) => likeness(old.key, now.key).share >= 0.5);
      alike.set(old, like);
      for (const now of like) claims.set(now, (claims.get(now) ?? 0) + 1);
    }
    for (const [old, [now, ...rivals]] of alike) {
      if (!now || rivals.length > 0 || claims.get(now) !== 1 || !likeness(old.key, now.key).equal) continue;
      if (!this.#vouched(old, now)) continue;
      if (this.#sameLevel(old, now) || this.#sameSpot(old, now) || isDistinctive(old.key)) this.#join(old, now);
    }
  }

  /** A title that gained or lost words, in its old spot between its old neighbours, and nothing else like it. */
  #betweenNeighbours(): void {
    const news = this.#openNews();
    for (const old of this.#openOlds()) {
      const like = news.filter((now) => likeness(old.key, now.key).share > 0);
      const [now] = like;
      if (like.length !== 1 || !now || now.match || !isDistinctive(old.key)) continue;
      const { contained, share } = likeness(old.key, now.key);
      if (contained && share >= 0.6 && this.#sameSpot(old, now) && this.#sameLevel(old, now)) this.#join(old, now);
    }
  }

  /** The new module that an old one most resembles, among those that are nobody's yet. */
  guess(old: Entry): ModulePath | null {
    let best: Entry | null = null;
    let most = 0.3;
    for (const now of this.#openNews()) {
      let score = likeness(old.key, now.key).share;
      if (now.path.note === this.#noteOf(old)) score += 0.1;
      if (now.path.area === old.path.area && now.path.level === old.path.level) score += 0.1;
      if (this.#sameSpot(old, now)) score += 0.3;
      if (score > most) [best, most] = [now, score];
    }
    return best?.path ?? null;
  }
}

const allDiffer = (entries: readonly Entry[]): boolean =>
  new Set(entries.map(({ key, path }) => key.text.replace(/ \d+$/, "") + (/ (\d+)$/.exec(path.title)?.[0] ?? "")))
    .size === entries.length;

/** The nearest neighbour on one side that is not of the same title. */
const anchor = (entry: Entry, side: "prev" | "next", twins: readonly Entry[]): string | null => {
  let at = entry[side];
  while (at && twins.includes(at)) at = at[side];
  return at && levelKey(at.path) === levelKey(entry.path) ? at.key.text : null;
};

/** At the end of a list more may have been written since; elsewhere the neighbour must be the same. */
const agrees = (before: string | null, after: string | null): boolean => before === null || before === after;
