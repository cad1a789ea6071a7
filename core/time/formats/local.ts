import { daysInMonth, instantOfLocal, localTime, parseInstant, type Zone } from "../instant.ts";

const pad = (value: number): string => String(value).padStart(2, "0");

/** `2026-11-23` with any mark between. */
export const localDay = (instant: number, zone: Zone, mark = "-"): string => {
  const { year, month, day } = localTime(instant, zone);
  return [String(year).padStart(4, "0"), pad(month), pad(day)].join(mark);
};

/** `09:05:30`. */
export const localClock = (instant: number, zone: Zone): string => {
  const { hour, minute, second } = localTime(instant, zone);
  return `${pad(hour)}:${pad(minute)}:${pad(second)}`;
};

/** `20261123T090530Z`, as timewarrior and iCalendar write UTC. */
export const utcStamp = (instant: number): string =>
  new Date(Math.floor(instant / 1000) * 1000).toISOString().replace(/[-:]|\.\d+/g, "");

/** Reads `20261123T090530Z`, or the same without `Z` as local time; NaN for anything else. */
export const readStamp = (text: string, zone: Zone): number => {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(Z?)$/.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second, utc] = match;
  if (utc) return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return localInstant([year, month, day, hour, minute, second].map(Number), zone);
};

/** The instant of local year, month, day, hour, minute and second; NaN where there is none such. */
export const localInstant = (fields: readonly number[], zone: Zone): number => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = fields;
  if (day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return Number.NaN;
  return instantOfLocal({ year, month, day, hour, minute, second }, zone);
};

/** Order of day and month in dates with slashes: the account's setting in Toggl and Clockify. */
export type DateOrder = "year" | "month" | "day";

/** Reads `2026-11-23`, `23.11.2026`, `11/23/2026` or `23/11/2026` as year, month, day; null for anything else. */
export const readDate = (text: string, order: DateOrder): [number, number, number] | null => {
  const match = /^(\d{1,4})[-./](\d{1,2})[-./](\d{1,4})$/.exec(text.trim());
  if (!match) return null;
  const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if ((match[1]?.length ?? 0) === 4) return [a, b, c];
  if ((match[3]?.length ?? 0) !== 4) return null;
  if (text.includes(".")) return [c, b, a];
  return order === "day" ? [c, b, a] : [c, a, b];
};

/**
 * The order that all dates of a file agree on: told by a number above 12, else month first, as such programs write by
 * default. `certain` is false where both orders are possible for every date: ask the person.
 */
export const dateOrder = (dates: readonly string[]): { readonly order: DateOrder; readonly certain: boolean } => {
  const slashed = dates
    .map((text) => /^(\d{1,2})\/(\d{1,2})\/\d{4}$/.exec(text.trim()))
    .filter((match) => match !== null);
  if (slashed.length === 0) return { order: "year", certain: true };
  if (slashed.some((match) => Number(match[1]) > 12)) return { order: "day", certain: true };
  return { order: "month", certain: slashed.some((match) => Number(match[2]) > 12) };
};

/** Reads `09:05`, `09:05:30`, `9:05 PM` as hour, minute, second; null for anything else. */
export const readClock = (text: string): [number, number, number] | null => {
  const match = /^(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap])?\.?(?:m\.?)?$/i.exec(text.trim());
  if (!match) return null;
  const half = match[4]?.toLowerCase();
  const hour = Number(match[1]);
  if (half && (hour < 1 || hour > 12)) return null;
  return [half ? (hour % 12) + (half === "p" ? 12 : 0) : hour, Number(match[2]), Number(match[3] ?? 0)];
};

/** Reads `01:20:00`, `1:20` (hours and minutes) or `1.33` (hours) as milliseconds; NaN for anything else. */
export const readDuration = (text: string): number => {
  const clock = /^(\d+):(\d\d)(?::(\d\d))?$/.exec(text.trim());
  if (clock) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) * 1000;
  return /^\d+(?:[.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(",", ".")) * 3_600_000 : Number.NaN;
};

/** `01:20:05` for a length in milliseconds. */
export const writeDuration = (length: number): string => {
  const seconds = Math.round(length / 1000);
  return `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
};
