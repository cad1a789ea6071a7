import type { ModulePath } from "../outline/tree.ts";
import { isGeneric, titleKey } from "./likeness.ts";
import { type NoteOutline, pathKey, placesOf, samePath } from "./places.ts";
import { entriesOf, type KnownNote, knownNote, lone } from "./relink-entry.ts";
import { Search } from "./relink-search.ts";

export { type KnownModule, type KnownNote, knownNote } from "./relink-entry.ts";

/** A module that was found again under another path. */
export interface Found {
  readonly from: ModulePath;
  readonly to: ModulePath;
}

/** A module with time that could not be found with certainty. */
export interface Unplaced {
  readonly path: ModulePath;
  /** Where it most likely is now; null where nothing resembles it. */
  readonly guess: ModulePath | null;
}

/** What became of the modules that have time. Those in neither list are where they were. */
export interface Relinked {
  readonly moves: readonly Found[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Finds modules again after the notes were edited outside the app, by title, link, place and neighbours. Rather leaves
 * one unplaced than puts its time on a wrong module.
 *
 * `before`: the notes as last seen (`knownNote`); empty where they never were. `after`: the notes now. `timed`: the
 * modules that have sessions.
 */
export const relink = (
  before: readonly KnownNote[],
  after: readonly NoteOutline[],
  timed: readonly ModulePath[],
): Relinked => {
  const news = after.flatMap((note) => entriesOf(knownNote(note)));
  const olds = before.flatMap(entriesOf);
  const known = new Map(olds.map((entry) => [pathKey(entry.path), entry]));
  const wanted = timed.map((path) => {
    const entry = known.get(pathKey(path)) ?? lone(path);
    if (!known.has(pathKey(path))) {
      known.set(pathKey(path), entry);
      olds.push(entry);
    }
    return entry;
  });
  const search = new Search(olds, news, noteMap(before, after));
  search.run();
  const moves: Found[] = [];
  const unplaced: Unplaced[] = [];
  const taken = new Set([...news, ...olds].map(({ path }) => pathKey(path)));
  for (const entry of new Set(wanted)) {
    if (entry.match) {
      if (!samePath(entry.match.path, entry.path)) moves.push({ from: entry.path, to: entry.match.path });
      continue;
    }
    const guess = search.guess(entry);
    // The name is another module's now, or may soon be: the time is set beside it until someone looks.
    const held = search.isName(entry.path) || isGeneric(entry.key) ? heldPath(entry.path, taken) : entry.path;
    if (held !== entry.path) moves.push({ from: entry.path, to: held });
    unplaced.push({ path: held, guess });
  }
  return { moves, unplaced };
};

const heldPath = (path: ModulePath, taken: Set<string>): ModulePath => {
  let held = { ...path, title: `${path.title} (earlier)` };
  for (let n = 2; taken.has(pathKey(held)); n++) held = { ...path, title: `${path.title} (earlier ${n})` };
  taken.add(pathKey(held));
  return held;
};

/** Which note now holds what a note held: itself, or, where it is gone, the new note with most of its titles. */
const noteMap = (before: readonly KnownNote[], after: readonly NoteOutline[]): Map<string, string> => {
  const names = new Set(after.map(({ note }) => note));
  const earlier = new Set(before.map(({ note }) => note));
  const fresh = after.filter(({ note }) => !earlier.has(note));
  const map = new Map<string, string>([...names].map((note) => [note, note]));
  for (const { note, modules } of before) {
    if (names.has(note) || modules.length === 0) continue;
    const titles = new Set(modules.map(({ path }) => titleKey(path.title).text));
    const counts = fresh
      .map((other) => ({
        note: other.note,
        count: new Set(
          placesOf(other)
            .map(({ module }) => titleKey(module.title).text)
            .filter((title) => titles.has(title)),
        ).size,
      }))
      .sort((a, b) => b.count - a.count);
    const [best, second] = counts;
    if (best && best.count * 2 >= titles.size && best.count > (second?.count ?? 0)) map.set(note, best.note);
  }
  return map;
};
