import { addDays, parseDay, weekOf, writeDay } from "./calendar.ts";
import { type Amount, addAmounts, type DayTotal, type Node, type Report } from "./report.ts";

/** How a report is cut into rows. */
export type Grouping = "note" | "area" | "level" | "module" | "day" | "week";

/** One line of a report, for tables, charts and files. Minutes are exact. */
export interface Row extends Amount {
  readonly note: string | null;
  readonly area: string | null;
  readonly level: string | null;
  readonly title: string | null;
  /** `2026-11-23`; the Monday of a week. Null unless grouped by day or week. */
  readonly day: string | null;
  readonly sessions: number;
  /** False where the module is in no outline any more. */
  readonly placed: boolean;
}

const EMPTY = { note: null, area: null, level: null, title: null, day: null, placed: true } as const;

/** The rows of a report, in the order of the notes; days and weeks by date. Time that is unplaced comes last, by path. */
export const rowsOf = (report: Report, by: Grouping): Row[] => {
  if (by === "day" || by === "week") return (by === "day" ? report.days : report.weeks).map(dayRow);
  const placed = report.notes.flatMap((note) => nodeRows(note, by, { ...EMPTY }));
  const lost = new Map<string, Row>();
  for (const { path, minutes, sessions } of report.unplaced) {
    const depth = DEPTH[by];
    const place = {
      note: path.note,
      area: depth > 1 ? path.area : null,
      level: depth > 2 ? path.level : null,
      title: depth > 3 ? path.title : null,
    };
    const key = JSON.stringify(place);
    const known = lost.get(key) ?? {
      ...EMPTY,
      ...place,
      planned: 0,
      tracked: 0,
      written: 0,
      sessions: 0,
      placed: false,
    };
    lost.set(key, { ...known, tracked: known.tracked + minutes, sessions: known.sessions + sessions });
  }
  return [...placed, ...lost.values()];
};

const DEPTH = { note: 1, area: 2, level: 3, module: 4 } as const;

const dayRow = ({ day, minutes, sessions }: DayTotal): Row => ({
  ...EMPTY,
  day,
  planned: 0,
  tracked: minutes,
  written: 0,
  sessions,
});

type Where = Pick<Row, "note" | "area" | "level" | "title" | "day" | "placed">;

const nodeRows = (node: Node, by: keyof typeof DEPTH, where: Where): Row[] => {
  const field = node.kind === "module" ? "title" : node.kind;
  const here = { ...where, [field]: node.title };
  if (node.kind === by) return [{ ...here, ...node.total, sessions: node.sessions }];
  return node.children.flatMap((child) => nodeRows(child, by, here));
};

/** The sum of all rows. */
export const sumOf = (rows: readonly Row[]): Amount & { readonly sessions: number } =>
  rows.reduce((sum, row) => ({ ...addAmounts(sum, row), sessions: sum.sessions + row.sessions }), {
    planned: 0,
    tracked: 0,
    written: 0,
    sessions: 0,
  });

/** Weeks of seven days from Monday, without a hole, from the first to the last day that has time; empty without any. */
export const calendarOf = (days: readonly DayTotal[]): DayTotal[][] => {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return [];
  const known = new Map(days.map((day) => [day.day, day]));
  const weeks: DayTotal[][] = [];
  for (let monday = weekOf(first.day); monday <= last.day; monday = later(monday, 7))
    weeks.push(
      Array.from({ length: 7 }, (_, n) => {
        const day = later(monday, n);
        return known.get(day) ?? { day, minutes: 0, sessions: 0 };
      }),
    );
  return weeks;
};

const later = (day: string, days: number): string => {
  const date = parseDay(day);
  return date ? writeDay(addDays(date, days)) : day;
};
