import { ChevronLeft, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { addDays, parseDay, writeDay } from "#core/time/calendar.ts";
import type { DayTotal } from "#core/time/report.ts";
import { calendarYear, heatBounds, heatOf } from "#core/time/timeline.ts";
import { Button } from "../ui/button.tsx";
import { spokenMinutes } from "../ui/minutes.ts";
import { dayWords } from "./dates.ts";
import { count } from "./names.ts";

interface HeatCalendarProps {
  readonly days: readonly DayTotal[];
  /** `2026-11-23`. */
  readonly today: string;
  readonly onChoose: (day: string) => void;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
/** Some Monday, to name the weekdays by. */
const someMonday = { year: 2026, month: 11, day: 23 };
const weekdayName = (day: number): string => dayWords(writeDay(addDays(someMonday, day - 1))).split(/[\s,]/)[0] ?? "";

/** A year of days, the darker the more time; one can move in it by arrows, and choose a day. */
export function HeatCalendar({ days, today, onChoose }: HeatCalendarProps) {
  const [last, setLast] = useState(today);
  const cells = useMemo(() => calendarYear(days, last), [days, last]);
  const bounds = useMemo(() => heatBounds(days), [days]);
  const [active, setActive] = useState(today);
  const table = useRef<HTMLTableElement>(null);
  const activeAt = Math.max(
    0,
    cells.findIndex(({ day }) => day === active),
  );
  const first = cells[0]?.day ?? today;

  const turn = (years: number): void => {
    const date = parseDay(last);
    const next = date ? writeDay(addDays(date, years * 364)) : today;
    const shown = next > today ? today : next;
    setLast(shown);
    setActive(shown);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -7, ArrowRight: 7 }[event.key];
    const cell = cells[activeAt];
    if (event.key === "Enter" || event.key === " ") cell && onChoose(cell.day);
    else if (step !== undefined) {
      const next = cells[activeAt + step];
      if (next && next.day <= today) {
        setActive(next.day);
        table.current?.querySelector<HTMLElement>(`[data-day="${next.day}"]`)?.focus();
      }
    } else return;
    event.preventDefault();
  };
  return (
    <section className="heat" aria-labelledby="heat-heading">
      <header className="heat-head">
        <h2 id="heat-heading" className="section-title">
          A year of days
        </h2>
        <Button look="icon" aria-label="The year before" title="The year before" onClick={() => turn(-1)}>
          <ChevronLeft aria-hidden="true" />
        </Button>
        <Button
          look="icon"
          aria-label="The year after"
          title="The year after"
          disabled={last >= today}
          onClick={() => turn(1)}
        >
          <ChevronRight aria-hidden="true" />
        </Button>
      </header>
      <table
        ref={table}
        className="heat-days"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA pattern for a grid is a table with this role
        role="grid"
        aria-label={`Days from ${dayWords(first, "long")} to ${dayWords(last, "long")}`}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const day = target instanceof HTMLElement ? target.dataset.day : undefined;
          if (day !== undefined && day <= today) onChoose(day);
        }}
      >
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row" className={weekday % 2 === 1 ? undefined : "heat-quiet"}>
                {weekdayName(weekday)}
              </th>
              {cells
                .filter((_, at) => at % 7 === weekday - 1)
                .map((cell) => (
                  <HeatDay
                    key={cell.day}
                    cell={cell}
                    heat={heatOf(cell.minutes, bounds)}
                    active={cell === cells[activeAt]}
                    today={today}
                  />
                ))}
            </tr>
          ))}
        </tbody>
        <tfoot aria-hidden="true">
          <tr>
            <td />
            {monthsOf(cells).map(({ day, weeks }) => (
              <td key={day} colSpan={weeks}>
                {weeks > 2 ? dayWords(day, "month") : ""}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface HeatDayProps {
  readonly cell: DayTotal;
  readonly heat: number;
  readonly active: boolean;
  readonly today: string;
}

function HeatDay({ cell, heat, active, today }: HeatDayProps) {
  const { day, minutes, sessions } = cell;
  if (day > today) return <td className="heat-later" />;
  const words = `${dayWords(day, "long")}: ${minutes > 0 ? `${spokenMinutes(minutes)}, ${count(sessions, "session")}` : "no time"}`;
  return (
    <td
      className="heat-day"
      data-heat={heat}
      data-day={day}
      title={words}
      aria-label={words}
      tabIndex={active ? 0 : -1}
    />
  );
}

/** The months that the columns begin in, and how many columns each has. */
function monthsOf(cells: readonly DayTotal[]): readonly { readonly day: string; readonly weeks: number }[] {
  const months: { day: string; weeks: number }[] = [];
  for (const { day } of cells.filter((_, at) => at % 7 === 0)) {
    const latest = months.at(-1);
    if (latest?.day.slice(0, 7) === day.slice(0, 7)) latest.weeks++;
    else months.push({ day, weeks: 1 });
  }
  return months;
}
