import type { BreakdownBy, BreakdownRow, Scope } from "#core/time/breakdown.ts";
import { spentOf } from "#core/time/plan.ts";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { Grid, type GridCell, type GridColumn } from "./grid.tsx";
import { scopeNames } from "./names.ts";

const columns = (by: BreakdownBy): readonly GridColumn[] => [
  { key: "name", title: { note: "Note", area: "Area", level: "Level", module: "Module" }[by] },
  { key: "within", title: "Within" },
  { key: "planned", title: "Planned", numeric: true, words: "Minutes planned, with everything beneath" },
  { key: "own", title: "As a whole", numeric: true, words: "Minutes planned for it as a whole, not for its modules" },
  { key: "tracked", title: "Tracked", numeric: true, words: "Minutes of your sessions" },
  { key: "written", title: "Written", numeric: true, words: "Spent minutes that stand in the note" },
  { key: "pace", title: "Pace", numeric: true, words: "Spent ÷ planned" },
  { key: "sessions", title: "Sessions", numeric: true },
];

const minutesCell = (minutes: number): GridCell =>
  minutes > 0
    ? { content: shortMinutes(minutes), title: plainMinutes(minutes) }
    : { content: "–", className: "grid-soft" };

interface BreakdownTableProps {
  readonly by: BreakdownBy;
  readonly rows: readonly BreakdownRow[];
  readonly onChoose: (scope: Scope) => void;
}

/** Planned and spent, own and rolled up, as numbers. */
export function BreakdownTable({ by, rows, onChoose }: BreakdownTableProps) {
  const row = (index: number) => {
    const line = rows[index];
    if (!line) return { key: "none", cells: [] };
    const { key, scope, own, total, sessions, placed } = line;
    const { name, within } = scopeNames(scope);
    const spent = spentOf(total);
    const over = total.planned > 0 && spent > total.planned;
    return {
      key,
      cells: [
        { content: name, title: name },
        { content: placed ? within : `${within} · unplaced`, title: within, className: "grid-soft" },
        minutesCell(total.planned),
        minutesCell(by === "module" ? 0 : own.planned),
        minutesCell(total.tracked),
        minutesCell(total.written),
        total.planned > 0 && spent > 0
          ? { content: (spent / total.planned).toFixed(2), className: over ? "grid-over" : "" }
          : { content: "–", className: "grid-soft" },
        sessions > 0 ? { content: sessions.toLocaleString() } : { content: "–", className: "grid-soft" },
      ],
    };
  };
  return (
    <Grid
      label="Planned and spent time"
      className="breakdown-grid"
      columns={columns(by)}
      count={rows.length}
      row={row}
      onChoose={(index) => rows[index] && onChoose(rows[index].scope)}
    >
      No time in this range.
    </Grid>
  );
}
