import { addDays, parseDay, writeDay } from "#core/time/calendar.ts";

const formats = {
  short: new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", timeZone: "UTC" }),
  dated: new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short", timeZone: "UTC" }),
  long: new Intl.DateTimeFormat(undefined, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }),
  month: new Intl.DateTimeFormat(undefined, { month: "short", timeZone: "UTC" }),
};

/** A day (`2026-11-23`) as people write it. `short`: 23 Nov. `dated`: with its year. `day`: with its weekday.
 * `long`: with both. */
export function dayWords(day: string, format: keyof typeof formats = "day"): string {
  const date = parseDay(day);
  // Days have no zone: they are written as UTC has them, which is how they are made here.
  return date ? formats[format].format(Date.UTC(date.year, date.month - 1, date.day)) : day;
}

/** A week by its Monday: "23 – 29 Nov". */
export function weekWords(monday: string): string {
  const date = parseDay(monday);
  return date ? `${dayWords(monday, "short")} – ${dayWords(writeDay(addDays(date, 6)), "short")}` : monday;
}
