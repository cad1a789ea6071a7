import type { Entry } from "#core/time/entry.ts";
import { formatClock, formatDay, MINUTE, systemZone } from "#core/time/instant.ts";
import { plainMinutes } from "../ui/minutes.ts";
import { dayWords } from "./dates.ts";

/** How what was typed is understood, why it is not, or how one can write it. */
export function entryWords(text: string, entry: Entry): string {
  if (text.trim() === "") return "For example: 45m, 9:10-10:05, 45m yesterday 14:00";
  if (!entry.ok) return entry.why;
  const { from, to } = entry.value;
  const clock = `${formatClock(from, systemZone)}–${formatClock(to, systemZone)}`;
  return `${dayWords(formatDay(from, systemZone), "long")}, ${clock}: ${plainMinutes((to - from) / MINUTE)}`;
}
