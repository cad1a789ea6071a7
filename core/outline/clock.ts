import type { Duration } from "./duration.ts";

// Durations written without a unit, which only a word beside them tells from a time of day or a measure.

/** What the words before a number say of it: that it is a length ("Duration:"), time spent ("took"), or some time. */
export type ClockLabel = "length" | "spent" | "time";

const lengths: ReadonlySet<string> = new Set(
  "duration length dur runtime dauer durée duración duração durata длительность продолжительность 时长 時長".split(" "),
);

/** Whether a word (in lower case) names a length, so that "12:30" behind it is minutes and seconds. */
export const isLengthWord = (word: string): boolean => lengths.has(word);

const clock = /(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:.,]*\d)(?!\s*(?:[-–—~]\s*\d|[ap]\.?m\b))/iy;
const prime = /(\d{1,3})['′’](?![\d\p{L}'"″’])/uy;
const labelled =
  /time|durat|length|\bdur\b|took|takes|spent|elapsed|estimat|planned|dauer|zeit|durée|temps|tiempo|duraci|duraç|tempo|durata|врем|длител|продолж|[时時用]/iu;

/** Whether words before a number may say that it is a duration without a unit. */
export const mayLabelClock = (before: string): boolean => labelled.test(before);

/**
 * Reads "01:10:00" (hours, minutes, seconds), "12:30" and "20'" at `at` as a duration, going by the words before it. Two
 * numbers are minutes and seconds of a length, hours and minutes of time spent; otherwise they may be a time of day, and
 * count only where they can't be. Null where nothing of the kind stands there.
 */
export const clockAt = (text: string, at: number, label: ClockLabel): Duration | null => {
  prime.lastIndex = at;
  const primed = prime.exec(text);
  if (primed) return Number(primed[1]) > 0 ? { minutes: Number(primed[1]), from: at, to: prime.lastIndex } : null;
  clock.lastIndex = at;
  const found = clock.exec(text);
  if (!found) return null;
  const [first, second, third] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)];
  let minutes: number;
  if (found[3] !== undefined) minutes = first * 60 + second + third / 60;
  else if (label === "spent" && first < 10) minutes = first * 60 + second;
  else if (label === "length" || first >= 24) minutes = first + second / 60;
  else return null;
  if (!(minutes > 0) || minutes > 60_000) return null;
  return { minutes: Math.max(1, Math.round(minutes)), from: at, to: clock.lastIndex };
};
