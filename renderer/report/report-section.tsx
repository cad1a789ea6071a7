import { useMemo } from "react";
import { type BreakdownBy, breakdown, type Scope } from "#core/time/breakdown.ts";
import { addDays, parseDay, writeDay } from "#core/time/calendar.ts";
import { formatDay, systemZone } from "#core/time/instant.ts";
import type { DayTotal, Report } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { daysCovered } from "#core/time/session-list.ts";
import { fillDays } from "#core/time/timeline.ts";
import { BarChart } from "./bar-chart.tsx";
import { BreakdownTable } from "./breakdown-table.tsx";
import { Choices } from "./choices.tsx";
import { DayChart } from "./day-chart.tsx";
import { DayTable } from "./day-table.tsx";
import { showDay, type TimeBy, useTimeView } from "./time-store.ts";

const cuts: readonly (readonly [TimeBy, string])[] = [
  ["day", "Day"],
  ["week", "Week"],
  ["area", "Area"],
  ["level", "Level"],
  ["module", "Module"],
  ["note", "Note"],
];

const forms: readonly (readonly ["chart" | "table", string])[] = [
  ["chart", "Chart"],
  ["table", "Table"],
];

interface ReportSectionProps {
  readonly made: Report;
  readonly sessions: readonly Session[];
  readonly now: number;
}

const showWeek = (monday: string): void => {
  const date = parseDay(monday);
  if (date) useTimeView.setState({ range: { from: monday, to: writeDay(addDays(date, 6)) }, by: "day" });
};

const showScope = (scope: Scope): void => {
  useTimeView.setState({ scope });
  document.getElementById("sessions-heading")?.scrollIntoView({ block: "nearest" });
};

/** The report by day, week, area, level, module or note, as a chart or a table. */
export function ReportSection({ made, sessions, now }: ReportSectionProps) {
  const by = useTimeView((state) => state.by);
  const shown = useTimeView((state) => state.shown);
  return (
    <section className="report" aria-label="Report">
      <header className="section-head">
        <Choices label="Report by" options={cuts} value={by} onChange={(next) => useTimeView.setState({ by: next })} />
        <Choices
          label="Shown as"
          options={forms}
          value={shown}
          onChange={(next) => useTimeView.setState({ shown: next })}
        />
      </header>
      {by === "day" || by === "week" ? (
        <OverTime made={made} sessions={sessions} now={now} by={by} shown={shown} />
      ) : (
        <Breakdown made={made} by={by} shown={shown} />
      )}
    </section>
  );
}

interface OverTimeProps extends ReportSectionProps {
  readonly by: "day" | "week";
  readonly shown: "chart" | "table";
}

function OverTime({ made, sessions, now, by, shown }: OverTimeProps) {
  const totals = by === "day" ? made.days : made.weeks;
  const filled = useMemo(() => rowOfDays(made, totals, by, sessions, now), [made, totals, by, sessions, now]);
  const onChoose = by === "day" ? showDay : showWeek;
  if (shown === "table") return <DayTable totals={totals} by={by} onChoose={onChoose} />;
  if (made.sessions === 0) return <NoTime none={sessions.length === 0} />;
  return <DayChart totals={filled} by={by} onChoose={onChoose} />;
}

/** Every day of the range in a row; where the range is open, from the first to the last one with time. */
function rowOfDays(
  made: Report,
  totals: readonly DayTotal[],
  by: "day" | "week",
  sessions: readonly Session[],
  now: number,
): readonly DayTotal[] {
  const { range } = made;
  const covered = daysCovered(sessions, now, systemZone);
  if (!covered) return [];
  const isGiven = (instant: number | undefined): instant is number => instant !== undefined && Number.isFinite(instant);
  const first = isGiven(range?.from) ? formatDay(range.from, systemZone) : covered.first;
  const last = isGiven(range?.to) ? formatDay(range.to - 1, systemZone) : covered.last;
  return fillDays(totals, first, last, by === "day" ? 1 : 7);
}

interface BreakdownProps {
  readonly made: Report;
  readonly by: BreakdownBy;
  readonly shown: "chart" | "table";
}

function Breakdown({ made, by, shown }: BreakdownProps) {
  const rows = useMemo(() => breakdown(made, by), [made, by]);
  if (shown === "table") return <BreakdownTable by={by} rows={rows} onChoose={showScope} />;
  if (rows.length === 0) return <NoTime none={made.range === null} />;
  return (
    <BarChart
      caption={`Planned and spent time by ${by}`}
      rows={rows}
      onChoose={showScope}
      onAll={() => useTimeView.setState({ shown: "table" })}
    />
  );
}

function NoTime({ none }: { readonly none: boolean }) {
  return (
    <div className="no-time">
      <p className="no-time-title">{none ? "Nothing was timed yet" : "No time in this range"}</p>
      <p>
        {none
          ? "Start the timer on a module in the Notes or the Plan, or add a session that you remember."
          : "Choose another range, or add a session that you remember."}
      </p>
    </div>
  );
}
