/**
 * Instants are numbers here: milliseconds since 1970 in UTC, as `Date.now()` gives them. In the log they are ISO 8601
 * with an offset (RFC 3339). A zone is a function, so that tests and other machines can bring their own.
 */

/** Minutes east of UTC that the zone keeps at an instant (milliseconds since 1970). */
export type Zone = (instant: number) => number;

/** The zone of the machine, daylight saving included, from the runtime's own table. */
export const systemZone: Zone = (instant) => -new Date(instant).getTimezoneOffset();

/** A zone that never changes: `fixedZone(0)` is UTC. */
export const fixedZone =
  (minutesEast: number): Zone =>
  () =>
    minutesEast;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const ZERO = 48;
const [PLUS, DASH, POINT, COLON, CAPITAL_T, CAPITAL_Z] = [43, 45, 46, 58, 84, 90];

/** Two digits at `at`, or NaN. */
const two = (text: string, at: number): number => {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
};

/** Days from 1970-01-01 to a date of the proleptic Gregorian calendar (month 1 to 12). */
export const dayNumber = (year: number, month: number, day: number): number => {
  // Years are counted from March, so that the leap day comes last (Hinnant, "chrono-compatible low-level date algorithms").
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month has (month 1 to 12); 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/**
 * Reads `2026-11-23T09:00:00+01:00`, with an optional fraction and `Z` for +00:00 (RFC 3339), between two offsets of a
 * text. NaN where there is anything else, a day that does not exist, or no offset. Reads in place: a log is long.
 */
export const parseInstant = (text: string, from = 0, to = text.length): number => {
  if (
    to - from < 20 ||
    text.charCodeAt(from + 4) !== DASH ||
    text.charCodeAt(from + 7) !== DASH ||
    text.charCodeAt(from + 10) !== CAPITAL_T ||
    text.charCodeAt(from + 13) !== COLON ||
    text.charCodeAt(from + 16) !== COLON
  )
    return Number.NaN;
  const year = two(text, from) * 100 + two(text, from + 2);
  const month = two(text, from + 5);
  const day = two(text, from + 8);
  const hour = two(text, from + 11);
  const minute = two(text, from + 14);
  const second = two(text, from + 17);
  if (!(day >= 1 && day <= daysInMonth(year, month) && hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  let at = from + 19;
  let fraction = 0;
  if (text.charCodeAt(at) === POINT) {
    const first = ++at;
    for (let unit = 100; at < to; unit /= 10, at++) {
      const digit = text.charCodeAt(at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      if (unit >= 1) fraction += digit * unit;
    }
    if (at === first) return Number.NaN;
  }
  const offset = parseOffset(text, at, to);
  return dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000 + fraction - offset * MINUTE;
};

/** Minutes east of UTC written from `at` up to `to`, or NaN. */
const parseOffset = (text: string, at: number, to: number): number => {
  const sign = text.charCodeAt(at);
  if (sign === CAPITAL_Z) return to === at + 1 ? 0 : Number.NaN;
  if ((sign !== PLUS && sign !== DASH) || to !== at + 6 || text.charCodeAt(at + 3) !== COLON) return Number.NaN;
  const hours = two(text, at + 1);
  const minutes = two(text, at + 4);
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
  return (sign === DASH ? -1 : 1) * (hours * 60 + minutes);
};

/** Date and time of day as a clock on the wall shows them; month 1 to 12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What the clocks of the zone show at an instant. */
export const localTime = (instant: number, zone: Zone): LocalTime => {
  const shifted = new Date(instant + zone(instant) * MINUTE);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
  };
};

/**
 * The instant at which the clocks of the zone show a time. Where they show it twice, the first; where they skip it, as
 * much later as they skip (the "compatible" rule of Temporal, and what `Date` does).
 */
export const instantOfLocal = (local: LocalTime, zone: Zone): number => {
  const { year, month, day, hour, minute, second } = local;
  const wall = dayNumber(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second * 1000;
  const before = wall - zone(wall - DAY) * MINUTE;
  const after = wall - zone(wall + DAY) * MINUTE;
  const fits = (instant: number): boolean => instant + zone(instant) * MINUTE === wall;
  if (fits(before) && fits(after)) return Math.min(before, after);
  if (fits(before)) return before;
  return fits(after) ? after : Math.max(before, after);
};

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** `+01:00` for 60. */
export const formatOffset = (minutesEast: number): string => {
  const size = Math.abs(Math.round(minutesEast));
  return `${minutesEast < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
};

/** `2026-11-23`: the date of an instant in a zone. */
export const formatDay = (instant: number, zone: Zone): string => {
  const { year, month, day } = localTime(instant, zone);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
};

/** `09:05`: the time of day of an instant in a zone. */
export const formatClock = (instant: number, zone: Zone): string => {
  const { hour, minute } = localTime(instant, zone);
  return `${pad(hour)}:${pad(minute)}`;
};

/** `2026-11-23T09:00:00+01:00`, with milliseconds only where there are any. `parseInstant` reads it back exactly. */
export const formatInstant = (instant: number, zone: Zone): string => {
  const offset = Math.round(zone(instant));
  const shifted = new Date(Math.floor(instant) + offset * MINUTE).toISOString();
  const fraction = shifted.slice(19, 23);
  return shifted.slice(0, 19) + (fraction === ".000" ? "" : fraction) + formatOffset(offset);
};
