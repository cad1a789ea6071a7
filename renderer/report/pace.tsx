import { useMemo, useState } from "react";
import { endDay, forecastOf } from "#core/time/forecast.ts";
import { systemZone } from "#core/time/instant.ts";
import type { NoteOutline } from "#core/time/places.ts";
import { planRows } from "#core/time/plan.ts";
import type { Report } from "#core/time/report.ts";
import { changeSettings, useSettings } from "../state/settings.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { dayWords } from "./dates.ts";
import { count } from "./names.ts";

interface PaceProps {
  readonly notes: readonly NoteOutline[];
  /** The report of everything. */
  readonly whole: Report;
  readonly now: number;
}

/** The person's own pace, what is left at it, and when that ends. Always about everything, whatever range is shown. */
export function Pace({ notes, whole, now }: PaceProps) {
  const hoursPerWeek = useSettings((settings) => settings.hoursPerWeek);
  const rows = useMemo(() => planRows(notes, whole), [notes, whole]);
  const forecast = useMemo(() => forecastOf(rows, notes), [rows, notes]);
  const { pace, planned, minutes, modules, untimed } = forecast;
  const end = endDay(minutes, hoursPerWeek, now, systemZone);
  if (rows.length === 0) return null;
  return (
    <section className="pace" aria-labelledby="pace-heading">
      <h2 id="pace-heading" className="section-title">
        Your pace, and what is left
      </h2>
      <p>
        {pace === null
          ? "No module has both a planned time and time spent on it yet, so what is left counts as planned."
          : paceWords(pace.factor, count(pace.modules, pace.basis === "done" ? "finished module" : "begun module"))}
      </p>
      <p>
        {modules === 0 ? (
          "Every module is done."
        ) : (
          <>
            Left: <strong className="figures">{plainMinutes(minutes)}</strong>{" "}
            {pace !== null && `at that pace (${plainMinutes(planned)} as planned) `}in {count(modules, "module")}.
            {untimed > 0 &&
              ` ${count(untimed, "of them has", "of them have")} no planned time and ${untimed === 1 ? "is" : "are"} not counted.`}
          </>
        )}
      </p>
      {minutes > 0 && (
        <p className="pace-end">
          At <HoursPerWeek value={hoursPerWeek} /> hours a week{" "}
          {end === null ? (
            "that does not end within a hundred years."
          ) : (
            <>
              that ends on <strong>{dayWords(end, "long")}</strong>.
            </>
          )}
        </p>
      )}
    </section>
  );
}

const paceWords = (factor: number, basis: string): string => {
  const times = factor.toFixed(2).replace(/\.?0+$/, "");
  return times === "1"
    ? `You take as long as planned (told from ${basis}).`
    : `You take ${times} times as long as planned (told from ${basis}).`;
};

const bounds = { least: 0.5, most: 100 };

/** The hours a week that the person gives. A number that makes no sense is not kept. */
function HoursPerWeek({ value }: { readonly value: number }) {
  const [text, setText] = useState<string | null>(null);
  const change = (next: string): void => {
    const hours = Number(next);
    const fits = next !== "" && hours >= bounds.least && hours <= bounds.most;
    setText(fits ? null : next);
    if (fits && hours !== value) void changeSettings({ hoursPerWeek: hours });
  };
  return (
    <input
      className="field pace-hours figures"
      type="number"
      aria-label="Hours a week"
      min={bounds.least}
      max={bounds.most}
      step={0.5}
      value={text ?? value}
      aria-invalid={text !== null}
      onChange={(event) => change(event.target.value)}
      onBlur={() => setText(null)}
    />
  );
}
