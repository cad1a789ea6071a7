import { addDays, type PlainDate, parseDay, type Stretch, startOfDay, weekday } from "./calendar.ts";
import { DAY, daysInMonth, formatClock, HOUR, instantOfLocal, localTime, MINUTE, type Zone } from "./instant.ts";

/** What was typed, as a stretch of time, or a sentence that says what is wrong with it. */
export type Entry = { readonly ok: true; readonly value: Stretch } | { readonly ok: false; readonly why: string };

const no = (why: string): Entry => ({ ok: false, why });

const EXAMPLES = 'Type it as "45m yesterday 14:00" or "9:10-10:05".';

type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  readonly half: "am" | "pm" | null;
};

/** The parts found in a text, in their order. */
interface Parts {
  readonly minutes: number[];
  readonly clocks: Clock[];
  readonly dates: PlainDate[];
  /** "ago" follows the last duration; "since" and "until" stand before the clock. */
  readonly words: Set<string>;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ");
const NUMBERS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

/**
 * Reads a stretch of time as people type it: `45m yesterday 14:00`, `9:10-10:05`, `1h30 today`, `half an hour ago`,
 * `since 9:10`, `2026-11-20 09:00-10:15`. A duration alone ends now. Times are on the clocks of `zone`; without a date
 * today is meant. An end before the start lies on the next day. Nothing may end after `now`.
 */
export const parseEntry = (text: string, now: number, zone: Zone): Entry => {
  const parts = read(text.toLowerCase().replace(/[–—−]/g, "-").trim(), localTime(now, zone));
  return typeof parts === "string" ? no(parts) : resolve(parts, now, zone);
};

/** A reader looks at the text's start: how much it takes, or a sentence about why it is wrong; null: not its kind. */
type Reader = (text: string, parts: Parts, today: PlainDate) => number | string | null;

const read = (text: string, today: PlainDate): Parts | string => {
  if (text === "") return `Nothing was typed. ${EXAMPLES}`;
  if (/^\d+$/.test(text)) return `${text} of what? ${EXAMPLES}`;
  const parts: Parts = { minutes: [], clocks: [], dates: [], words: new Set() };
  for (let rest = text; rest !== ""; ) {
    const taken = READERS.reduce<number | string | null>((found, reader) => found ?? reader(rest, parts, today), null);
    if (typeof taken === "string") return taken;
    if (taken === null) return `"${rest.split(/\s/)[0]}" was not understood. ${EXAMPLES}`;
    rest = rest.slice(taken);
  }
  return parts;
};

/** Takes what a pattern matches; `use` notes it down, and gives a sentence where it is wrong. */
const match = (pattern: RegExp, use: (found: RegExpExecArray, parts: Parts, today: PlainDate) => unknown): Reader => {
  return (text, parts, today) => {
    const found = pattern.exec(text);
    if (!found) return null;
    const wrong = use(found, parts, today);
    return typeof wrong === "string" ? wrong : found[0].length;
  };
};

const date = (parts: Parts, year: number, month: number, day: number, text: string): string | null => {
  if (day < 1 || day > daysInMonth(year, month)) return `There is no day ${text.trim()}.`;
  parts.dates.push({ year, month, day });
  return null;
};

/** The latest day of this month and day that is not ahead. */
const past = (today: PlainDate, month: number, day: number): number =>
  month > today.month || (month === today.month && day > today.day) ? today.year - 1 : today.year;

const numberOf = (text: string): number => NUMBERS[text] ?? Number(text.replace(",", "."));

const SOON = "(?![\\p{L}\\d])";
const count = "(\\d+(?:[.,]\\d+)?|an?|one|two|three|four|five|six)";
const hours = "(?:hours?|hrs?|std|h)";
const minutes = "(?:minutes?|mins?|m)";

const READERS: readonly Reader[] = [
  match(/^(?:[\s,;]+|(?:at|on|from|for|the|last|about|around|ca\.?|of)(?![\p{L}\d]))/u, () => null),
  match(/^(?:-|to(?![\p{L}\d]))/u, (_, { words }) => words.add("to")),
  match(/^(ago|since|until|till|ending)(?![\p{L}\d])/u, ([word], { words }) => {
    words.add(word === "till" || word === "ending" ? "until" : (word ?? ""));
    return null;
  }),
  match(/^now(?![\p{L}\d])/u, (_, { words }) => words.add("now")),
  match(/^today(?![\p{L}\d])/u, (_, { dates }, today) => dates.push(today)),
  match(/^yesterday(?![\p{L}\d])/u, (_, { dates }, today) => dates.push(addDays(today, -1))),
  match(new RegExp(`^${count}\\s*days?\\s+ago${SOON}`, "u"), ([, n = ""], { dates }, today) => {
    dates.push(addDays(today, -Math.round(numberOf(n))));
    return null;
  }),
  match(new RegExp(`^(${WEEKDAYS.join("|")})[a-z]*${SOON}`, "u"), ([, name = ""], { dates }, today) => {
    const back = (weekday(today) - 1 - WEEKDAYS.indexOf(name) + 7) % 7;
    dates.push(addDays(today, -back));
    return null;
  }),
  match(/^(\d{4})-(\d\d)-(\d\d)(?:t(?=\d)|(?!\d))/, ([text, year, month, day], parts) => {
    const found = parseDay(`${year}-${month}-${day}`);
    if (!found) return `There is no day ${text}.`;
    parts.dates.push(found);
    return null;
  }),
  match(/^(\d{1,2})\.(\d{1,2})\.(\d{4})?(?!\d)/, ([text, day, month, year], parts, today) =>
    date(parts, year ? Number(year) : past(today, Number(month), Number(day)), Number(month), Number(day), text),
  ),
  match(/^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\d)/, ([text, a, b, year], parts, today) => {
    const [first, second] = [Number(a), Number(b)];
    if (first <= 12 && second <= 12 && first !== second)
      return `${text} can be read in two ways. Write the day as ${today.year}-11-20.`;
    const [month, day] = first > 12 ? [second, first] : [first, second];
    return date(parts, year ? Number(year) : past(today, month, day), month, day, text);
  }),
  match(
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?\\s+(${MONTHS.join("|")})[a-z]*\\.?(?:,?\\s+(\\d{4}))?${SOON}`, "u"),
    dayMonth(1, 2),
  ),
  match(
    new RegExp(`^(${MONTHS.join("|")})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?${SOON}`, "u"),
    dayMonth(2, 1),
  ),
  match(new RegExp(`^(?:half\\s+an?\\s+hour|half\\s+hour)${SOON}`, "u"), (_, parts) => parts.minutes.push(30)),
  match(new RegExp(`^(?:a\\s+)?quarter\\s+(?:of\\s+)?an\\s+hour${SOON}`, "u"), (_, parts) => parts.minutes.push(15)),
  match(
    new RegExp(
      `^${count}\\s*${hours}(?:\\s*(?:and\\s+)?(\\d{1,2})(?:\\s*${minutes})?|\\s+and\\s+a\\s+(half))?${SOON}`,
      "u",
    ),
    ([, whole = "", more, half], parts) => {
      parts.minutes.push(numberOf(whole) * 60 + Number(more ?? (half ? 30 : 0)));
      return null;
    },
  ),
  match(new RegExp(`^${count}\\s*${minutes}${SOON}`, "u"), ([, n = ""], parts) => parts.minutes.push(numberOf(n))),
  match(
    /^(\d{1,2})(?:[:.h](\d\d))?(?::(\d\d))?\s*(am|pm|a\.m\.|p\.m\.|uhr|o'clock)?(?![\p{L}\d])/u,
    ([text, h, m, s, half], { clocks }) => {
      const clock = {
        hour: Number(h),
        minute: Number(m ?? 0),
        second: Number(s ?? 0),
        half: half?.[0] === "a" ? "am" : half?.[0] === "p" ? "pm" : null,
      } as const;
      if (clock.hour > (clock.half ? 12 : 24) || clock.minute > 59 || clock.second > 59)
        return `There is no time ${text.trim()}.`;
      clocks.push(clock);
      return null;
    },
  ),
  match(/^noon(?![\p{L}\d])/u, (_, { clocks }) => clocks.push({ hour: 12, minute: 0, half: null })),
  match(/^midnight(?![\p{L}\d])/u, (_, { clocks }) => clocks.push({ hour: 0, minute: 0, half: null })),
];

function dayMonth(dayAt: number, monthAt: number) {
  return (found: RegExpExecArray, parts: Parts, today: PlainDate): string | null => {
    const month = MONTHS.indexOf(found[monthAt] ?? "") + 1;
    const day = Number(found[dayAt]);
    return date(parts, found[3] ? Number(found[3]) : past(today, month, day), month, day, found[0]);
  };
}

const minuteOfDay = ({ hour, minute, half }: Clock): number =>
  ((half === null ? hour : (hour % 12) + (half === "pm" ? 12 : 0)) * 60 + minute) % (24 * 60);

const resolve = ({ minutes: lengths, clocks, dates, words }: Parts, now: number, zone: Zone): Entry => {
  if (lengths.length > 2 || clocks.length > 2 || dates.length > 2)
    return no(`That is more than one stretch. ${EXAMPLES}`);
  const length = (lengths[0] ?? 0) * MINUTE;
  if (lengths.length > 0 && length <= 0) return no("That lasts no time at all.");
  const [first, second] = clocks;
  const today: PlainDate = localTime(now, zone);
  const on = (clock: Clock, day: PlainDate): number => {
    const minute = minuteOfDay(clock);
    return instantOfLocal(
      { ...day, hour: Math.floor(minute / 60), minute: minute % 60, second: clock.second ?? 0 },
      zone,
    );
  };
  const day = dates[0] ?? today;

  if (first && second) {
    if (lengths.length > 0) return no("A length and two times contradict each other. Leave one of them out.");
    // "1-3pm" means both in the afternoon.
    const from = on(
      first.half === null && second.half === "pm" && first.hour < second.hour ? { ...first, half: "pm" } : first,
      day,
    );
    const to = on(second, dates[1] ?? day);
    return check(from, to > from || dates[1] ? to : on(second, addDays(day, 1)), now, zone, dates.length > 0);
  }
  if (first && lengths.length === 1) {
    const at = on(first, day);
    return words.has("until")
      ? check(at - length, at, now, zone, dates.length > 0)
      : check(at, at + length, now, zone, dates.length > 0);
  }
  if (first && (words.has("since") || words.has("now"))) return check(on(first, day), now, now, zone, dates.length > 0);
  if (first) return no(`From ${formatClock(on(first, day), zone)} until when? ${EXAMPLES}`);
  if (lengths.length === 2 && words.has("ago")) {
    const from = now - (lengths[1] ?? 0) * MINUTE;
    return check(from, from + length, now, zone, true);
  }
  if (lengths.length === 1) {
    if (dates[0] && startOfDay(dates[0], zone) !== startOfDay(today, zone)) return no(`When on that day? ${EXAMPLES}`);
    return check(now - length, now, now, zone, true);
  }
  return no(`How long? ${EXAMPLES}`);
};

const check = (from: number, to: number, now: number, zone: Zone, dated: boolean): Entry => {
  if (to > now) {
    const hint = dated ? "" : ' Add "yesterday" or the day, if it was earlier.';
    return no(`${formatClock(to, zone)} is still to come.${hint}`);
  }
  if (to <= from) return no("The end lies before the start.");
  if (to - from > DAY) return no(`That is ${Math.round((to - from) / HOUR)} hours; one session has at most 24.`);
  return { ok: true, value: { from, to } };
};
