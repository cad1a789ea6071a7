import { formatClock, formatDay, parseInstant, systemZone } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";
import { dayWords } from "./dates.ts";

/** The local day that a session begins on (`2026-11-23`). */
export const dayOf = ({ start }: Session): string => formatDay(parseInstant(start), systemZone);

/** "09:10–10:05"; with the day where it ends on another one; "09:10–now" while it runs. */
export function clockWords(session: Session): string {
  const from = formatClock(parseInstant(session.start), systemZone);
  if (session.end === null) return `${from}–now`;
  const end = parseInstant(session.end);
  const last = formatDay(end, systemZone);
  return `${from}–${formatClock(end, systemZone)}${last === dayOf(session) ? "" : `, ${dayWords(last)}`}`;
}

/** "Mon 23 Nov, 09:10–10:05". */
export const whenWords = (session: Session): string => `${dayWords(dayOf(session), "long")}, ${clockWords(session)}`;
