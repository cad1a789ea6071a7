import type { ModuleState } from "#core/outline/tree.ts";
import { type PlanRow, spentOf } from "#core/time/plan.ts";
import { type FilterMark, folded } from "../outline/filter.ts";

/** The states that a module can be picked by, in the order of progress, with their names. */
export const stateNames: Readonly<Record<ModuleState, string>> = {
  "not-started": "not started",
  stub: "stub",
  "in-progress": "in progress",
  done: "done",
};

/** What narrows the plan: all of the words, one of the marks where any is chosen, and one of the states likewise. */
export interface PlanFilter {
  readonly text: string;
  readonly marks: ReadonlySet<FilterMark>;
  readonly states: ReadonlySet<ModuleState>;
}

const hasMark: Record<FilterMark, (row: PlanRow) => boolean> = {
  stubs: ({ module }) => module.state === "stub" || module.open.stubs > 0,
  todo: ({ module: { open } }) => open.fixme + open.todo + open.questions > 0,
  "no time": ({ module }) => module.minutes === null,
  "over time": (row) => isOver(row),
};

/** More was spent on the module than was planned for it. */
export const isOver = ({ own }: PlanRow): boolean => own.planned > 0 && spentOf(own) > own.planned;

/** Whether a filter leaves anything out. */
export const isNarrow = ({ text, marks, states }: PlanFilter): boolean =>
  text.trim() !== "" || marks.size + states.size > 0;

/** The rows that a filter leaves. The words may stand in the module's title, its level, area or note. */
export function filterPlan(rows: readonly PlanRow[], filter: PlanFilter): readonly PlanRow[] {
  if (!isNarrow(filter)) return rows;
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const marks = [...filter.marks];
  return rows.filter((row) => {
    if (filter.states.size > 0 && !filter.states.has(row.module.state)) return false;
    if (marks.length > 0 && !marks.some((mark) => hasMark[mark](row))) return false;
    if (words.length === 0) return true;
    const { note, area, level, title } = row.path;
    const text = folded(`${title}\n${level ?? ""}\n${area ?? ""}\n${note}`);
    return words.every((word) => text.includes(word));
  });
}

/** What the plan can be sorted by. */
export type PlanSortKey = "title" | "level" | "area" | "note" | "planned" | "written" | "tracked" | "state" | "open";

/** Null: the order of the notes. */
export type PlanSort = { readonly key: PlanSortKey; readonly down: boolean } | null;

/** How many things are left open in a module. */
export const openCount = ({ module: { open } }: PlanRow): number =>
  open.fixme + open.todo + open.questions + open.stubs;

const states: readonly ModuleState[] = ["not-started", "stub", "in-progress", "done"];
const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" }).compare;

const texts: Partial<Record<PlanSortKey, (row: PlanRow) => string>> = {
  title: ({ path }) => path.title,
  level: ({ path }) => path.level ?? "",
  area: ({ path }) => path.area ?? "",
  note: ({ path }) => path.note,
};

const numbers: Partial<Record<PlanSortKey, (row: PlanRow) => number>> = {
  planned: ({ own }) => own.planned,
  written: ({ own }) => own.written,
  tracked: ({ own }) => own.tracked,
  state: ({ module }) => states.indexOf(module.state),
  open: openCount,
};

/** The rows in an order; those that are equal in it stay as they were. */
export function sortPlan(rows: readonly PlanRow[], sort: PlanSort): readonly PlanRow[] {
  if (sort === null) return rows;
  const { key, down } = sort;
  const sign = down ? -1 : 1;
  const number = numbers[key];
  if (number) {
    const keyed = rows.map((row) => ({ row, key: number(row) }));
    return keyed.sort((a, b) => sign * (a.key - b.key)).map(({ row }) => row);
  }
  const text = texts[key] ?? texts.title;
  const keyed = rows.map((row) => ({ row, key: text?.(row) ?? "" }));
  return keyed.sort((a, b) => sign * byName(a.key, b.key)).map(({ row }) => row);
}

/** What a click on a column's title does: sort, then the other way round, then the order of the notes again. */
export function nextSort(sort: PlanSort, key: PlanSortKey): PlanSort {
  const firstDown = key in numbers && key !== "state";
  if (sort?.key !== key) return { key, down: firstDown };
  return sort.down === firstDown ? { key, down: !firstDown } : null;
}
