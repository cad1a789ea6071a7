import type { Area, Module } from "../outline/tree.ts";
import { addDays, writeDay } from "./calendar.ts";
import { DAY, HOUR, localTime, type Zone } from "./instant.ts";
import type { NoteOutline } from "./places.ts";
import { type PlanRow, spentOf } from "./plan.ts";

/** The person's own pace: what modules took against what was planned for them. */
export interface Pace {
  /** Spent ÷ planned. */
  readonly factor: number;
  /** `done`: from finished modules. `begun`: no finished one has both times yet, so from those with both. */
  readonly basis: "done" | "begun";
  /** How many modules it was told from. */
  readonly modules: number;
}

/** What is left to do. */
export interface Forecast {
  /** Null where no module has planned and spent time. */
  readonly pace: Pace | null;
  /** Minutes left as planned: for each module that is not done, what was planned less what was spent. */
  readonly planned: number;
  /** Minutes left at the person's pace; as planned while there is no pace. */
  readonly minutes: number;
  /** Modules that are not done. */
  readonly modules: number;
  /** Of those, the ones for which no time is planned: they are not in `minutes`. */
  readonly untimed: number;
}

const clearlySomething = 0.5;

/** The pace of modules that have planned time and at least half a minute spent on them. */
export const paceOf = (rows: readonly PlanRow[]): Pace | null => {
  const timed = rows.filter(({ own }) => own.planned > 0 && spentOf(own) >= clearlySomething);
  const done = timed.filter(({ module }) => module.state === "done");
  const counted = done.length > 0 ? done : timed;
  if (counted.length === 0) return null;
  const planned = counted.reduce((sum, { own }) => sum + own.planned, 0);
  const spent = counted.reduce((sum, { own }) => sum + spentOf(own), 0);
  return { factor: spent / planned, basis: done.length > 0 ? "done" : "begun", modules: counted.length };
};

/**
 * What is left of the modules in `rows`, which are those of `notes` over all time. Time planned for a level or an area
 * as a whole stands for its modules without a time of their own, in equal parts.
 */
export const forecastOf = (rows: readonly PlanRow[], notes: readonly NoteOutline[]): Forecast => {
  const pace = paceOf(rows);
  const shares = new Map<Module, number>();
  for (const { outline } of notes) for (const area of outline.areas) shareOut(area, shares);
  let [planned, minutes, modules, untimed] = [0, 0, 0, 0];
  for (const { module, own } of rows) {
    if (module.state === "done") continue;
    modules++;
    const estimate = own.planned > 0 ? own.planned : (shares.get(module) ?? 0);
    if (estimate === 0) untimed++;
    planned += Math.max(0, estimate - spentOf(own));
    minutes += Math.max(0, estimate * (pace?.factor ?? 1) - spentOf(own));
  }
  return { pace, planned, minutes, modules, untimed };
};

/** Gives the modules without a time their part of what is planned for their level, and then of what is for their area. */
const shareOut = (area: Area, shares: Map<Module, number>): void => {
  for (const { minutes, modules } of area.levels) divide(minutes ?? 0, modules, shares);
  divide(
    area.minutes ?? 0,
    area.levels.flatMap(({ modules }) => modules),
    shares,
  );
};

const divide = (minutes: number, modules: readonly Module[], shares: Map<Module, number>): void => {
  const timeOf = (module: Module): number => module.planned ?? shares.get(module) ?? 0;
  const open = modules.filter((module) => timeOf(module) === 0);
  const rest = minutes - modules.reduce((sum, module) => sum + timeOf(module), 0);
  if (rest > 0) for (const module of open) shares.set(module, rest / open.length);
};

/**
 * The day (`2026-11-23`) on which so many minutes are done at some hours a week, spread evenly from `now` on; null
 * where nothing is left, no hours are given, or the day lies more than a hundred years ahead.
 */
export const endDay = (minutes: number, hoursPerWeek: number, now: number, zone: Zone): string | null => {
  if (!(minutes > 0 && hoursPerWeek > 0)) return null;
  const days = Math.ceil(((minutes * 60_000) / HOUR / hoursPerWeek) * 7 - 1e-9);
  if (days * DAY > 100 * 366 * DAY) return null;
  return writeDay(addDays(localTime(now, zone), days));
};
