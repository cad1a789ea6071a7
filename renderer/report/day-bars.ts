import { minuteTicks } from "#core/time/timeline.ts";

/** Where the bars of a chart over time stand, in px. */
export interface DayBars {
  /** One SVG path for all bars: thousands of them cost what one costs. */
  readonly path: string;
  /** Distance from one bar to the next. */
  readonly step: number;
  readonly width: number;
  readonly ticks: readonly { readonly minutes: number; readonly y: number }[];
}

/** Bars are never narrower than this; where they do not fit, the chart scrolls. */
const narrowest = 5;
const widest = 36;

/** Lays out bars for minutes in a room of some width and height. */
export function dayBars(minutes: readonly number[], room: number, height: number): DayBars {
  const step = Math.max(narrowest, room / Math.max(1, minutes.length));
  const thick = Math.max(3, Math.min(widest, Math.round(step * 0.7)));
  let most = 0;
  for (const each of minutes) most = Math.max(most, each);
  const scale = minuteTicks(most);
  const top = scale.at(-1) ?? 1;
  const y = (value: number): number => height - (value / top) * height;
  const path = minutes
    .map((value, at) => {
      if (value <= 0) return "";
      const left = (at * step + (step - thick) / 2).toFixed(1);
      // A bar that is there at all can be seen.
      const tall = Math.max(1.5, height - y(value)).toFixed(1);
      return `M${left} ${height}v-${tall}h${thick}v${tall}z`;
    })
    .join("");
  return {
    path,
    step,
    width: step * minutes.length,
    ticks: scale.map((value) => ({ minutes: value, y: y(value) })),
  };
}
