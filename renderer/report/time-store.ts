import { create } from "zustand";
import type { BreakdownBy, Scope } from "#core/time/breakdown.ts";
import { dayRange, namedRange, parseDay, type RangeName, type Stretch } from "#core/time/calendar.ts";
import type { Zone } from "#core/time/instant.ts";

/** A range as it was chosen; `from` and `to` are days (`2026-11-23`), both included, or empty for open ends. */
export type RangeChoice = RangeName | { readonly from: string; readonly to: string };

/** What the report is read by. */
export type TimeBy = "day" | "week" | BreakdownBy;

interface TimeViewStore {
  readonly range: RangeChoice;
  readonly by: TimeBy;
  readonly shown: "chart" | "table";
  /** What the list of sessions is narrowed to. */
  readonly scope: Scope;
  /** Words that narrow the list of sessions. */
  readonly text: string;
}

/** How the Time view is shown; kept while another view is open. */
export const useTimeView = create<TimeViewStore>(() => ({
  range: "week",
  by: "day",
  shown: "chart",
  scope: {},
  text: "",
}));

/** The stretch that a choice stands for at `now`; null for everything. A day that is no day counts as not given. */
export function stretchOf(range: RangeChoice, now: number, zone: Zone): Stretch | null {
  if (typeof range === "string") return namedRange(range, now, zone);
  const day = (text: string): string | null => (parseDay(text) ? text : null);
  const [from, to] = [day(range.from), day(range.to)];
  if (from === null && to === null) return null;
  const stretch = dayRange(from, to, zone);
  return stretch && stretch.to <= stretch.from ? { from: stretch.from, to: stretch.from } : stretch;
}

/** Shows one day. */
export const showDay = (day: string): void => useTimeView.setState({ range: { from: day, to: day } });
