import type { Area, Module, ModulePath, ModuleState } from "../outline/tree.ts";
import { type DayPart, dayAround, type Stretch, splitDays, weekOf } from "./calendar.ts";
import { MINUTE, parseInstant, type Zone } from "./instant.ts";
import { type NoteOutline, pathKey, placesOf } from "./places.ts";
import type { Session } from "./session.ts";
import type { WrittenBack } from "./written-back.ts";

/** Minutes of three kinds. Spent is `tracked + written`. */
export interface Amount {
  /** Estimated in the note. */
  readonly planned: number;
  /** Measured by sessions, within the range. */
  readonly tracked: number;
  /** Spent time that stands in the note; it has no date, so it counts in a report of everything only. */
  readonly written: number;
}

/** A note, area, level or module with its minutes. */
export interface Node {
  readonly kind: "note" | "area" | "level" | "module";
  /** Null for the modules of an area that stand under no level. */
  readonly title: string | null;
  /** 1-based line in the note; null for a note, and for a level without one. */
  readonly line: number | null;
  /** What was planned for and spent on the node itself, as distinct from what is beneath it. */
  readonly own: Amount;
  /** The node and everything beneath it. A time planned for a level as a whole is not added to that of its modules: the larger counts. */
  readonly total: Amount;
  /** Sessions on the node and beneath it that reach into the range. */
  readonly sessions: number;
  readonly children: readonly Node[];
  /** Set on modules. */
  readonly path: ModulePath | null;
  /** Set on modules. */
  readonly state: ModuleState | null;
}

/** Tracked minutes of one day or week. */
export interface DayTotal {
  /** `2026-11-23`; for a week its Monday. */
  readonly day: string;
  readonly minutes: number;
  readonly sessions: number;
}

/** Sessions whose module is in no outline. */
export interface UnplacedTime {
  readonly path: ModulePath;
  readonly minutes: number;
  readonly sessions: number;
}

/** What was planned and spent in a range. */
export interface Report {
  /** Null: everything. */
  readonly range: Stretch | null;
  /** One node a note, in the order given. */
  readonly notes: readonly Node[];
  /** All notes, and the time that is unplaced. */
  readonly total: Amount;
  readonly sessions: number;
  readonly days: readonly DayTotal[];
  readonly weeks: readonly DayTotal[];
  readonly unplaced: readonly UnplacedTime[];
}

/** What a report is made from. */
export interface ReportInput {
  readonly sessions: readonly Session[];
  readonly notes: readonly NoteOutline[];
  /** Null: everything. */
  readonly range: Stretch | null;
  /** A running session counts up to here. */
  readonly now: number;
  readonly zone: Zone;
  /** Tracked minutes that also stand in the notes (`writtenBackOf`): they count once. */
  readonly writtenBack?: WrittenBack;
}

const NOTHING: Amount = { planned: 0, tracked: 0, written: 0 };

/** The sum of two amounts. */
export const addAmounts = (a: Amount, b: Amount): Amount => ({
  planned: a.planned + b.planned,
  tracked: a.tracked + b.tracked,
  written: a.written + b.written,
});

/** The part of a session that lies in a range, up to `now` while it runs; null where none does. */
export const within = (session: Session, range: Stretch | null, now: number): Stretch | null => {
  const start = parseInstant(session.start);
  const end = session.end === null ? Math.max(now, start) : parseInstant(session.end);
  if (range === null) return { from: start, to: end };
  if (end <= range.from || start >= range.to) return null;
  return { from: Math.max(start, range.from), to: Math.min(end, range.to) };
};

/** Adds sessions and outlines up. Minutes are exact, not rounded. 100,000 sessions take some tens of milliseconds. */
export const report = (input: ReportInput): Report => {
  const tally = tallySessions(input);
  const back = input.writtenBack ?? new Map();
  const notes = input.notes.map((note) => noteNode(note, tally.modules, input.range === null ? back : null));
  const unplaced: UnplacedTime[] = [];
  for (const { path, minutes, sessions, placed } of tally.modules.values())
    if (!placed) unplaced.push({ path, minutes, sessions });
  const lost = unplaced.reduce((sum, { minutes }) => sum + minutes, 0);
  const total = notes.reduce((sum, note) => addAmounts(sum, note.total), { ...NOTHING, tracked: lost });
  const { days, sessions } = tally;
  return { range: input.range, notes, total, sessions, days, weeks: weeksOf(days), unplaced };
};

interface ModuleTally {
  readonly path: ModulePath;
  minutes: number;
  sessions: number;
  placed: boolean;
}

interface Tally {
  readonly modules: Map<string, ModuleTally>;
  readonly days: readonly DayTotal[];
  readonly sessions: number;
}

const tallySessions = ({ sessions, range, now, zone }: ReportInput): Tally => {
  const modules = new Map<string, ModuleTally>();
  // Sessions that were read from one log share their path objects, and those are cheaper to look up than keys.
  const known = new Map<ModulePath, ModuleTally>();
  const days = new DayCounter(zone);
  let count = 0;
  for (const session of sessions) {
    const part = within(session, range, now);
    if (!part) continue;
    count++;
    let tally = known.get(session.module);
    if (!tally) {
      const key = pathKey(session.module);
      tally = modules.get(key) ?? { path: session.module, minutes: 0, sessions: 0, placed: false };
      modules.set(key, tally);
      known.set(session.module, tally);
    }
    tally.minutes += (part.to - part.from) / MINUTE;
    tally.sessions++;
    days.add(part);
  }
  return { modules, days: days.totals(), sessions: count };
};

/** Adds stretches up by local day. Most lie in the day of the one before, so that day is kept. */
class DayCounter {
  readonly #zone: Zone;
  readonly #days = new Map<string, { day: string; minutes: number; sessions: number }>();
  #current: DayPart = { day: "", from: 0, to: 0 };

  constructor(zone: Zone) {
    this.#zone = zone;
  }

  add(stretch: Stretch): void {
    if (stretch.from < this.#current.from || stretch.from >= this.#current.to)
      this.#current = dayAround(stretch.from, this.#zone);
    if (stretch.to <= this.#current.to) this.#count(this.#current.day, stretch);
    else for (const part of splitDays(stretch, this.#zone)) this.#count(part.day, part);
  }

  #count(day: string, { from, to }: Stretch): void {
    const total = this.#days.get(day) ?? { day, minutes: 0, sessions: 0 };
    total.minutes += (to - from) / MINUTE;
    total.sessions++;
    this.#days.set(day, total);
  }

  totals(): DayTotal[] {
    return [...this.#days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  }
}

const weeksOf = (days: readonly DayTotal[]): DayTotal[] => {
  const weeks = new Map<string, DayTotal>();
  for (const { day, minutes, sessions } of days) {
    const monday = weekOf(day);
    const week = weeks.get(monday) ?? { day: monday, minutes: 0, sessions: 0 };
    weeks.set(monday, { day: monday, minutes: week.minutes + minutes, sessions: week.sessions + sessions });
  }
  return [...weeks.values()];
};

const noteNode = (note: NoteOutline, tallies: Map<string, ModuleTally>, back: WrittenBack | null): Node => {
  const places = placesOf(note);
  const leaves = new Map(places.map((place) => [place.module, moduleNode(place.path, place.module, tallies, back)]));
  const areas = note.outline.areas.map((area) => areaNode(area, leaves));
  return parent({ kind: "note", title: note.note, line: null, planned: 0 }, areas);
};

const moduleNode = (
  path: ModulePath,
  module: Module,
  tallies: Map<string, ModuleTally>,
  back: WrittenBack | null,
): Node => {
  const tally = tallies.get(pathKey(path));
  if (tally) tally.placed = true;
  const own = {
    planned: module.planned ?? 0,
    tracked: tally?.minutes ?? 0,
    written: back ? Math.max(0, (module.spent ?? 0) - (back.get(pathKey(path)) ?? 0)) : 0,
  };
  const { title, line, state } = module;
  return { kind: "module", title, line, own, total: own, sessions: tally?.sessions ?? 0, children: [], path, state };
};

const areaNode = (area: Area, leaves: ReadonlyMap<Module, Node>): Node => {
  const levels = area.levels.map((level) =>
    parent(
      { kind: "level", title: level.title, line: level.line, planned: level.minutes ?? 0 },
      level.modules.flatMap((module) => leaves.get(module) ?? []),
    ),
  );
  return parent({ kind: "area", title: area.title, line: area.line, planned: area.minutes ?? 0 }, levels);
};

const parent = (
  { kind, title, line, planned }: Pick<Node, "kind" | "title" | "line"> & { readonly planned: number },
  children: readonly Node[],
): Node => {
  const beneath = children.reduce((sum, child) => addAmounts(sum, child.total), NOTHING);
  const sessions = children.reduce((sum, child) => sum + child.sessions, 0);
  const total = { ...beneath, planned: Math.max(planned, beneath.planned) };
  return { kind, title, line, own: { ...NOTHING, planned }, total, sessions, children, path: null, state: null };
};
