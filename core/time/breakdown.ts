import { pathKey } from "./places.ts";
import { type Amount, addAmounts, type Node, type Report } from "./report.ts";

/** What a report can be read by, beside days and weeks. */
export type BreakdownBy = "area" | "level" | "module" | "note";

/** Where a line of a breakdown points: the fields that are undefined stand for everything beneath. */
export interface Scope {
  readonly note?: string;
  readonly area?: string | null;
  readonly level?: string | null;
  readonly title?: string;
}

/** One line of a breakdown. */
export interface BreakdownRow {
  readonly key: string;
  readonly scope: Scope;
  /** False for time whose module is in no outline. */
  readonly placed: boolean;
  readonly own: Amount;
  readonly total: Amount;
  readonly sessions: number;
}

/**
 * The report line by line, most time first. In a report of a range only what was worked on in it is listed; in one of
 * everything also what is only planned. Time that is unplaced stands under the names it was kept under.
 */
export const breakdown = (made: Report, by: BreakdownBy): BreakdownRow[] => {
  const rows = new Map<string, BreakdownRow>();
  const add = (row: BreakdownRow): void => {
    const known = rows.get(row.key);
    if (!known) rows.set(row.key, row);
    else
      rows.set(row.key, {
        ...known,
        own: addAmounts(known.own, row.own),
        total: addAmounts(known.total, row.total),
        sessions: known.sessions + row.sessions,
        placed: known.placed || row.placed,
      });
  };
  const visit = (node: Node, scope: Scope): void => {
    if (node.kind === by) {
      const { own, total, sessions } = node;
      add({ key: keyOf(scope), scope, placed: true, own, total, sessions });
    } else for (const child of node.children) visit(child, { ...scope, ...partOf(child) });
  };
  for (const note of made.notes) visit(note, { note: note.title ?? "" });
  for (const { path, minutes, sessions } of made.unplaced) {
    const scope = cut(path, by);
    const amount: Amount = { planned: 0, tracked: minutes, written: 0 };
    add({ key: keyOf(scope), scope, placed: false, own: amount, total: amount, sessions });
  }
  const counts = ({ total, sessions }: BreakdownRow): boolean =>
    sessions > 0 || (made.range === null && total.planned + total.written > 0);
  const size = ({ total }: BreakdownRow): number => total.tracked + total.written;
  return [...rows.values()].filter(counts).sort((a, b) => size(b) - size(a) || b.total.planned - a.total.planned);
};

/** The name that a node adds to the scope of its parent. A module is named as its sessions are. */
const partOf = (node: Node): Scope => {
  if (node.kind === "module") return { title: node.path?.title ?? node.title ?? "" };
  return node.kind === "area" ? { area: node.title } : { level: node.title };
};

const cut = (path: Required<Scope>, by: BreakdownBy): Scope => {
  const { note, area, level, title } = path;
  if (by === "note") return { note };
  if (by === "area") return { note, area };
  return by === "level" ? { note, area, level } : { note, area, level, title };
};

const keyOf = ({ note = "", area, level, title }: Scope): string =>
  pathKey({ note, area: area ?? null, level: level ?? null, title: title ?? "" });

/** Whether a module lies in a scope. */
export const inScope = (path: Required<Scope>, scope: Scope): boolean =>
  (scope.note === undefined || scope.note === path.note) &&
  (scope.area === undefined || scope.area === path.area) &&
  (scope.level === undefined || scope.level === path.level) &&
  (scope.title === undefined || scope.title === path.title);
