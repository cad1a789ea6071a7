import { type KeyboardEvent, useMemo } from "react";
import { pathKey } from "#core/time/places.ts";
import { useTime } from "../state/time.ts";
import { Button } from "../ui/button.tsx";
import { Grid, type GridColumn } from "./grid.tsx";
import { goToModule, toggleSession } from "./module-actions.ts";
import { planCells } from "./plan-cells.tsx";
import type { PlanSortKey } from "./plan-filter.ts";
import type { PlanLine } from "./plan-lines.ts";
import { clearFilter, sortBy, toggleGroup, usePlan } from "./plan-store.ts";

const columns: readonly GridColumn[] = [
  { key: "timer", title: "Timer", quiet: true },
  { key: "title", title: "Module" },
  { key: "level", title: "Level" },
  { key: "area", title: "Area" },
  { key: "note", title: "Note" },
  { key: "planned", title: "Planned", numeric: true, words: "Minutes planned in the note" },
  { key: "written", title: "Written", numeric: true, words: "Spent minutes that stand in the note" },
  { key: "tracked", title: "Tracked", numeric: true, words: "Minutes of your sessions" },
  { key: "state", title: "State" },
  { key: "open", title: "Open", numeric: true, words: "What is left open: FIXME, TODO, questions, stubs" },
];

const timerColumn = 0;
const titleColumn = 1;

interface PlanTableProps {
  readonly lines: readonly PlanLine[];
  /** The notes are being read for the first time. */
  readonly reading: boolean;
}

/** The plan as a grid: Enter goes to the module, Space starts or stops the timer on it. */
export function PlanTable({ lines, reading }: PlanTableProps) {
  const sort = usePlan((state) => state.sort);
  const running = useTime((time) => (time.running ? pathKey(time.running.module) : null));
  const heads = useMemo(
    () =>
      columns.map((column): GridColumn => {
        if (column.key === "timer") return column;
        const key = column.key as PlanSortKey;
        const sorted =
          sort?.key === key ? { sorted: sort.down ? ("descending" as const) : ("ascending" as const) } : {};
        return { ...column, ...sorted, onSort: () => sortBy(key) };
      }),
    [sort],
  );
  const choose = (index: number, column: number): void => {
    const line = lines[index];
    if (line?.kind === "group") toggleGroup(line.group.key);
    else if (line && column === timerColumn) toggleSession(line.row.path);
    else if (line) goToModule(line.row.path, line.row.module);
  };
  const onKey = ({ key }: KeyboardEvent, index: number): boolean => {
    const line = lines[index];
    if (key !== " " || !line) return false;
    if (line.kind === "group") toggleGroup(line.group.key);
    else toggleSession(line.row.path);
    return true;
  };
  return (
    <Grid
      label="Modules"
      className="plan-grid"
      columns={heads}
      count={lines.length}
      home={titleColumn}
      row={(index) => planCells(lines[index], running)}
      onChoose={choose}
      onKey={onKey}
    >
      {reading ? (
        "The notes are being read."
      ) : (
        <>
          <p>No module matches.</p>
          <Button onClick={clearFilter}>Show all</Button>
        </>
      )}
    </Grid>
  );
}
