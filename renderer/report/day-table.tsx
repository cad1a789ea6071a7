import type { DayTotal } from "#core/time/report.ts";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { dayWords, weekWords } from "./dates.ts";
import { Grid, type GridColumn } from "./grid.tsx";

interface DayTableProps {
  readonly totals: readonly DayTotal[];
  readonly by: "day" | "week";
  readonly onChoose: (day: string) => void;
}

/** Tracked minutes of each day or week that has any, newest first, as numbers. */
export function DayTable({ totals, by, onChoose }: DayTableProps) {
  const columns: readonly GridColumn[] = [
    { key: "day", title: by === "day" ? "Day" : "Week" },
    { key: "tracked", title: "Tracked", numeric: true },
    { key: "sessions", title: "Sessions", numeric: true },
  ];
  const at = (index: number): DayTotal | undefined => totals[totals.length - 1 - index];
  const row = (index: number) => {
    const { day, minutes, sessions } = at(index) ?? { day: "", minutes: 0, sessions: 0 };
    return {
      key: day,
      cells: [
        { content: by === "day" ? dayWords(day, "long") : weekWords(day) },
        { content: shortMinutes(minutes), title: plainMinutes(minutes) },
        { content: sessions.toLocaleString() },
      ],
    };
  };
  return (
    <Grid
      label={by === "day" ? "Tracked time by day" : "Tracked time by week"}
      className="day-grid"
      columns={columns}
      count={totals.length}
      row={row}
      onChoose={(index) => onChoose(at(index)?.day ?? "")}
    >
      No time in this range.
    </Grid>
  );
}
