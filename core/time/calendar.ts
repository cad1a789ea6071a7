import { DAY, dayNumber, daysInMonth, formatDay, instantOfLocal, localTime, type Zone } from "./instant.ts";

/** A half-open stretch of time, in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The part of a stretch that falls on one local day. */
export interface DayPart extends Stretch {
  /** `2026-11-23`. */
  readonly day: string;
}

/** A calendar date without a zone. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Reads `2026-11-23`; null where the text is anything else or the day does not exist. */
export const parseDay = (text: string): PlainDate | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return null;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return date.day >= 1 && date.day <= daysInMonth(date.year, date.month) ? date : null;
};

/** The date that lies a number of days after another. */
export const addDays = (date: PlainDate, days: number): PlainDate => {
  const moved = new Date((dayNumber(date.year, date.month, date.day) + days) * DAY);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
};

/** `2026-11-23`. */
export const writeDay = (date: PlainDate): string =>
  `${String(date.year).padStart(4, "0")}-${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekday = (date: PlainDate): number => {
  const days = dayNumber(date.year, date.month, date.day);
  return ((((days + 3) % 7) + 7) % 7) + 1;
};

/** The first instant of a local day: midnight, or what the clocks show first where they skip midnight. */
export const startOfDay = (date: PlainDate, zone: Zone): number =>
  instantOfLocal({ ...date, hour: 0, minute: 0, second: 0 }, zone);

/** The Monday of the week that a day (`2026-11-23`) lies in, in the same form. */
export const weekOf = (day: string): string => {
  const date = parseDay(day);
  return date ? writeDay(addDays(date, 1 - weekday(date))) : day;
};

/** The local day that an instant lies in, from its first instant to the next day's. */
export const dayAround = (instant: number, zone: Zone): DayPart => {
  const today = localTime(instant, zone);
  return { day: formatDay(instant, zone), from: startOfDay(today, zone), to: startOfDay(addDays(today, 1), zone) };
};

/** Cuts a stretch at every local midnight. An empty stretch has no parts. */
export const splitDays = (stretch: Stretch, zone: Zone): DayPart[] => {
  const parts: DayPart[] = [];
  let from = stretch.from;
  while (from < stretch.to) {
    const { day, to } = dayAround(from, zone);
    const end = Math.min(Math.max(to, from + 1), stretch.to);
    parts.push({ day, from, to: end });
    from = end;
  }
  return parts;
};

/** The stretches that the reports offer by name. `week` begins on Monday. */
export type RangeName = "today" | "week" | "month" | "all";

/** The stretch of a named range around `now`; null for everything. */
export const namedRange = (name: RangeName, now: number, zone: Zone): Stretch | null => {
  if (name === "all") return null;
  const today: PlainDate = localTime(now, zone);
  const first = firstDay(name, today);
  return { from: startOfDay(first, zone), to: startOfDay(dayAfter(name, first), zone) };
};

const firstDay = (name: Exclude<RangeName, "all">, today: PlainDate): PlainDate => {
  if (name === "today") return today;
  return name === "week" ? addDays(today, 1 - weekday(today)) : { ...today, day: 1 };
};

const dayAfter = (name: Exclude<RangeName, "all">, first: PlainDate): PlainDate => {
  if (name === "today") return addDays(first, 1);
  return addDays(first, name === "week" ? 7 : daysInMonth(first.year, first.month));
};

/** The stretch from the first day to the end of the last (both `2026-11-23`, both included); null where one is no day. */
export const dayRange = (from: string | null, to: string | null, zone: Zone): Stretch | null => {
  const first = from === null ? null : parseDay(from);
  const last = to === null ? null : parseDay(to);
  if ((from !== null && !first) || (to !== null && !last)) return null;
  return {
    from: first ? startOfDay(first, zone) : Number.NEGATIVE_INFINITY,
    to: last ? startOfDay(addDays(last, 1), zone) : Number.POSITIVE_INFINITY,
  };
};
