import type { RangeName, Stretch } from "#core/time/calendar.ts";
import { formatDay, systemZone } from "#core/time/instant.ts";
import { Choices } from "./choices.tsx";
import { useTimeView } from "./time-store.ts";

const names: readonly (readonly [RangeName | "days", string])[] = [
  ["today", "Today"],
  ["week", "This week"],
  ["month", "This month"],
  ["all", "All"],
  ["days", "From – to"],
];

/** Chooses the days that the report is about. `stretch`: the days chosen now. */
export function RangePicker({ stretch }: { readonly stretch: Stretch | null }) {
  const range = useTimeView((state) => state.range);
  const choose = (name: RangeName | "days"): void => {
    if (name !== "days") useTimeView.setState({ range: name });
    else if (typeof range === "string") useTimeView.setState({ range: daysOf(stretch) });
  };
  return (
    <div className="range">
      <Choices label="Range" options={names} value={typeof range === "string" ? range : "days"} onChange={choose} />
      {typeof range !== "string" && (
        <span className="range-days">
          <input
            className="field"
            type="date"
            aria-label="First day"
            value={range.from}
            max={range.to || undefined}
            onChange={(event) => useTimeView.setState({ range: { ...range, from: event.target.value } })}
          />
          –
          <input
            className="field"
            type="date"
            aria-label="Last day"
            value={range.to}
            min={range.from || undefined}
            onChange={(event) => useTimeView.setState({ range: { ...range, to: event.target.value } })}
          />
        </span>
      )}
    </div>
  );
}

/** The days of a stretch, to begin a choice of one's own with. */
const daysOf = (stretch: Stretch | null): { from: string; to: string } => {
  if (stretch === null || !Number.isFinite(stretch.from) || !Number.isFinite(stretch.to)) return { from: "", to: "" };
  return { from: formatDay(stretch.from, systemZone), to: formatDay(stretch.to - 1, systemZone) };
};
