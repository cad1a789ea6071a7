import { type PlanGroup, type PlanGrouping, type PlanRow, planGroups } from "#core/time/plan.ts";
import type { Report } from "#core/time/report.ts";
import { filterPlan, isNarrow, type PlanFilter, type PlanSort, sortPlan } from "./plan-filter.ts";

/** A line of the plan: a group, or a module. */
export type PlanLine =
  | { readonly kind: "group"; readonly by: PlanGrouping; readonly group: PlanGroup; readonly open: boolean }
  | { readonly kind: "module"; readonly row: PlanRow };

interface PlanShape {
  readonly filter: PlanFilter;
  readonly sort: PlanSort;
  readonly by: PlanGrouping;
  readonly joined: boolean;
  readonly folded: ReadonlySet<string>;
}

/** What the plan shows: its lines in order, and the rows that the filter left. */
export interface PlanShown {
  readonly lines: readonly PlanLine[];
  readonly rows: readonly PlanRow[];
}

/** Filters, sorts and gathers. Sorting stays within the groups, which keep the order of the notes. */
export function planLines(rows: readonly PlanRow[], made: Report, shape: PlanShape): PlanShown {
  const { filter, sort, by, joined, folded } = shape;
  const left = filterPlan(rows, filter);
  if (by === "none") return { rows: left, lines: sortPlan(left, sort).map((row) => ({ kind: "module", row })) };
  const groups = planGroups(left, { by, joined }, isNarrow(filter) ? null : made);
  const lines = groups.flatMap((group): PlanLine[] => {
    const open = !folded.has(group.key);
    const inside = open ? sortPlan(group.rows, sort) : [];
    return [{ kind: "group", by, group, open }, ...inside.map((row): PlanLine => ({ kind: "module", row }))];
  });
  return { rows: left, lines };
}
