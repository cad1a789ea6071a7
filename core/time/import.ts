import type { ModulePath } from "../outline/tree.ts";
import type { Imported, ImportRow } from "./formats/imported.ts";
import { formatInstant, parseInstant, type Zone } from "./instant.ts";
import { likeness, type TitleKey, titleKey } from "./likeness.ts";
import { type NoteOutline, placesOf } from "./places.ts";
import type { TimeRecord } from "./record.ts";
import type { Session } from "./session.ts";

/** A row of an import before it is taken over. */
export interface PreviewRow {
  /** As it would be added. */
  readonly session: Session;
  /** `path`: the row names the module. `guess`: a like title. `none`: no module fits, and the time will be unplaced. */
  readonly match: "path" | "guess" | "none";
  /** The session that is already there: the same row imported before, or the same stretch on the same module. */
  readonly duplicate: Session | null;
  /** Sessions on the same minutes, the duplicate apart. Importing makes an overlap. */
  readonly overlaps: readonly Session[];
  /** The row ends after now. */
  readonly future: boolean;
}

/** What an import would do. */
export interface Preview {
  readonly rows: readonly PreviewRow[];
  readonly bad: Imported["bad"];
}

/** What a preview is made against. */
export interface Importing {
  readonly notes: readonly NoteOutline[];
  readonly sessions: readonly Session[];
  readonly zone: Zone;
  readonly now: number;
}

interface Target {
  readonly path: ModulePath;
  readonly names: readonly TitleKey[];
}

/** Says what an import would add, without adding it. */
export const previewImport = ({ rows, bad }: Imported, { notes, sessions, zone, now }: Importing): Preview => {
  const targets = notes.flatMap((note) =>
    placesOf(note).map(({ path }): Target => {
      const names = [path.area, path.level, path.title].filter((name): name is string => name !== null);
      return { path, names: names.map(titleKey) };
    }),
  );
  const byTitle = new Map<string, Target[]>();
  for (const target of targets) {
    const key = target.names.at(-1)?.text ?? "";
    byTitle.set(key, [...(byTitle.get(key) ?? []), target]);
  }
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const busy = sessions
    .map((session) => ({ session, from: parseInstant(session.start), to: endOf(session, now) }))
    .sort((a, b) => a.from - b.from);
  const longest = busy.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const previews = rows.map((row): PreviewRow => {
    const { path, match } = find(row, targets, byTitle);
    const [start, end] = [formatInstant(row.from, zone), formatInstant(row.to, zone)];
    const session = { id: row.id, module: path, start, end, note: row.text };
    const near: { session: Session; from: number; to: number }[] = [];
    for (let n = firstFrom(busy, row.from - longest); n < busy.length; n++) {
      const other = busy[n];
      if (!other || other.from >= row.to) break;
      if (other.to > row.from) near.push(other);
    }
    const same = near.find(
      (other) => sameSecond(other.from, row.from) && sameSecond(other.to, row.to) && sameNames(other.session, path),
    );
    const duplicate = byId.get(row.id) ?? same?.session ?? null;
    const overlaps = near.map((other) => other.session).filter((other) => other !== duplicate);
    return { session, match, duplicate, overlaps, future: row.to > now };
  });
  return { rows: previews, bad };
};

const endOf = ({ start, end }: Session, now: number): number =>
  end === null ? Math.max(now, parseInstant(start)) : parseInstant(end);

/** Index of the first stretch that begins at an instant or later. */
const firstFrom = (busy: readonly { readonly from: number }[], instant: number): number => {
  let [low, high] = [0, busy.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((busy[middle]?.from ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Other formats know whole seconds (Org: minutes). */
const sameSecond = (a: number, b: number): boolean => Math.abs(a - b) < 1000;

const sameNames = (session: Session, path: ModulePath): boolean =>
  titleKey(session.module.title).text === titleKey(path.title).text;

const find = (
  row: ImportRow,
  targets: readonly Target[],
  byTitle: ReadonlyMap<string, readonly Target[]>,
): { path: ModulePath; match: PreviewRow["match"] } => {
  const keys = row.names.map(titleKey);
  const last = keys.at(-1);
  const inNote = (target: Target): boolean => row.note === null || target.path.note === row.note;
  const named = last ? (byTitle.get(last.text) ?? []) : [];
  const fitting = named.filter((target) => inNote(target) && endsAlike(target.names, keys));
  const [only, ...more] = fitting;
  if (only && more.length === 0) return { path: only.path, match: keys.length > 1 ? "path" : "guess" };
  const exact = fitting.filter(({ names }) => names.length === keys.length);
  if (exact.length === 1 && exact[0]) return { path: exact[0].path, match: "path" };
  const unknown = { note: row.note ?? "", ...placeOf(row.names) };
  const like = last
    ? targets
        .map((target) => ({ target, share: likeness(last, target.names.at(-1) ?? last).share }))
        .filter(({ target, share }) => inNote(target) && share >= 0.5)
        .sort((a, b) => b.share - a.share)
    : [];
  const [best, second] = like;
  if (best && best.share > (second?.share ?? 0)) return { path: best.target.path, match: "guess" };
  return { path: unknown, match: "none" };
};

/** Whether every name of a row stands in the module's path, in the same order, ending with the title. */
const endsAlike = (path: readonly TitleKey[], row: readonly TitleKey[]): boolean => {
  let at = 0;
  for (const { text } of path) if (row[at]?.text === text) at++;
  return at === row.length;
};

const placeOf = (names: readonly string[]): Pick<ModulePath, "area" | "level" | "title"> => {
  const title = names.at(-1) ?? "";
  if (names.length >= 3)
    return { area: names[names.length - 3] ?? null, level: names[names.length - 2] ?? null, title };
  return { area: names.length === 2 ? (names[0] ?? null) : null, level: null, title };
};

/**
 * The records that take rows of a preview over: those that are no duplicates. `at`: when, as all records of one
 * correction; undoing takes the whole import back. Rows keep their ids, so that a second import finds them.
 */
export const importRecords = (rows: readonly PreviewRow[], at: string): TimeRecord[] =>
  rows
    .filter(({ duplicate, future }) => duplicate === null && !future)
    .map(({ session: { id, module, start, end, note } }) => ({ v: 1, type: "set", id, at, module, start, end, note }));
