import { addDays, type PlainDate, parseDay, weekday, weekOf, writeDay } from "./calendar.ts";
import type { DayTotal } from "./report.ts";

/** The longest run of days that is filled: 200 years. A clock that was once far off must not make millions of them. */
const longest = 73_200;

/** Every day (or, `step` 7, every week by its Monday) from the first to the last, with the totals known and none for the rest. */
export const fillDays = (totals: readonly DayTotal[], first: string, last: string, step: 1 | 7 = 1): DayTotal[] => {
  const known = new Map(totals.map((total) => [total.day, total]));
  const filled: DayTotal[] = [];
  let date: PlainDate | null = parseDay(step === 7 ? weekOf(first) : first);
  while (date && filled.length < longest) {
    const day = writeDay(date);
    if (day > last) break;
    filled.push(known.get(day) ?? { day, minutes: 0, sessions: 0 });
    date = addDays(date, step);
  }
  return filled;
};

/** A year of days for a calendar: 53 columns from Monday to Sunday, the last one with `last` in it. */
export const calendarYear = (totals: readonly DayTotal[], last: string): DayTotal[] => {
  const end = parseDay(last);
  if (!end) return [];
  const sunday = addDays(end, 7 - weekday(end));
  return fillDays(totals, writeDay(addDays(sunday, 1 - 53 * 7)), writeDay(sunday));
};

/**
 * Three bounds that cut the days with time into four parts of equal size, so that one long day does not pale all others.
 * `heatOf` takes them.
 */
export const heatBounds = (totals: readonly DayTotal[]): readonly [number, number, number] => {
  const minutes = totals.map((total) => total.minutes).filter((each) => each > 0);
  minutes.sort((a, b) => a - b);
  const at = (part: number): number => minutes[Math.floor((minutes.length - 1) * part)] ?? 0;
  return [at(0.25), at(0.5), at(0.75)];
};

/** 0 for a day without time, else 1 to 4. */
export const heatOf = (minutes: number, [low, middle, high]: readonly [number, number, number]): number => {
  if (minutes <= 0) return 0;
  if (minutes <= low) return 1;
  if (minutes <= middle) return 2;
  return minutes <= high ? 3 : 4;
};

/** Round steps for an axis of minutes: `0`, each step, and the first one at or above `most`. At most six of them. */
export const minuteTicks = (most: number): number[] => {
  const steps = [5, 10, 15, 30, 60, 120, 180, 240, 300, 600, 1_200, 1_500];
  let step = steps.find((each) => most / each <= 5);
  for (let large = 3_000; step === undefined; large *= 2) if (most / large <= 5) step = large;
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * (step as number));
};
