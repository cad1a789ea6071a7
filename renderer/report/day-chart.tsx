import { type MouseEvent, useLayoutEffect, useMemo, useState } from "react";
import type { DayTotal } from "#core/time/report.ts";
import { plainMinutes, shortMinutes } from "../ui/minutes.ts";
import { useWidth } from "./chart-width.ts";
import { dayWords, weekWords } from "./dates.ts";
import { dayBars } from "./day-bars.ts";
import { count } from "./names.ts";
import { PlainTable } from "./plain-table.tsx";

interface DayChartProps {
  /** Every day, or every week, in a row. */
  readonly totals: readonly DayTotal[];
  readonly by: "day" | "week";
  readonly onChoose: (day: string) => void;
}

const height = 180;
/** Room for the words beneath, and for the scale at the left. */
const foot = 24;
const scaleWidth = 48;
/** So many rows of the hidden table, the newest: the table view has them all. */
const spokenRows = 400;

/** Tracked minutes as a bar for each day or week. */
export function DayChart({ totals, by, onChoose }: DayChartProps) {
  const [scroller, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const bars = useMemo(
    () =>
      dayBars(
        totals.map(({ minutes }) => minutes),
        width,
        height,
      ),
    [totals, width],
  );
  // The newest days are what one looks for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each chart that is drawn
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollLeft = scroller.current.scrollWidth;
  }, [bars]);
  const isLong = totals.length * (by === "day" ? 1 : 7) > 366;
  const format = isLong ? "dated" : totals.length <= 7 && by === "day" ? "day" : "short";
  const name = by === "day" ? (day: string) => dayWords(day, "long") : weekWords;
  const under = (event: MouseEvent<SVGElement>): number => {
    const at = Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left) / bars.step);
    return Math.max(0, Math.min(totals.length - 1, at));
  };
  const shown = pointed === null ? null : totals[pointed];
  const wordEvery = Math.max(1, Math.ceil((isLong ? 88 : 56) / bars.step));
  const words = totals.flatMap(({ day }, at) =>
    (totals.length - 1 - at) % wordEvery === 0 ? [{ day, x: (at + 0.5) * bars.step }] : [],
  );
  return (
    <figure className="day-chart">
      <p className="chart-pointed figures" aria-hidden="true">
        {shown ? `${name(shown.day)}: ${plainMinutes(shown.minutes)}, ${count(shown.sessions, "session")}` : "\u00a0"}
      </p>
      <div className="day-chart-room">
        <svg className="chart-scale" width={scaleWidth} height={height + foot} aria-hidden="true">
          {bars.ticks.map(({ minutes, y }) => (
            <text key={minutes} x={scaleWidth - 8} y={Math.max(10, y + 4)} textAnchor="end">
              {minutes === 0 ? "0" : shortMinutes(minutes)}
            </text>
          ))}
        </svg>
        <section
          ref={scroller}
          className="chart-scroller"
          aria-label="Chart"
          tabIndex={bars.width > width + 1 ? 0 : -1}
        >
          <svg
            className="chart"
            width={Math.max(bars.width, width)}
            height={height + foot}
            aria-hidden="true"
            onMouseMove={(event) => setPointed(under(event))}
            onMouseLeave={() => setPointed(null)}
            onClick={(event) => onChoose(totals[under(event)]?.day ?? "")}
          >
            {bars.ticks.map(({ minutes, y }) => (
              <line key={minutes} className="chart-line" x1={0} x2="100%" y1={y} y2={y} />
            ))}
            {pointed !== null && (
              <rect className="chart-under" x={pointed * bars.step} y={0} width={bars.step} height={height} />
            )}
            <path className="chart-bars" d={bars.path} />
            {words.map(({ day, x }) => (
              <text key={day} x={x} y={height + 17} textAnchor="middle">
                {dayWords(day, format)}
              </text>
            ))}
          </svg>
        </section>
      </div>
      <PlainTable
        caption={by === "day" ? "Tracked time by day" : "Tracked time by week"}
        columns={[by === "day" ? "Day" : "Week", "Tracked", "Sessions"]}
        rows={totals.slice(-spokenRows).map(({ day, minutes, sessions }) => ({
          key: day,
          cells: [name(day), plainMinutes(minutes), sessions],
        }))}
      />
    </figure>
  );
}
