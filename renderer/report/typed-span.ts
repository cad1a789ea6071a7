import { parseEntry } from "#core/time/entry.ts";
import { formatClock, formatDay, localTime, MINUTE, parseInstant, systemZone } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";

const span = (from: number, to: number, clock: (instant: number) => string): string => {
  const [first, last] = [formatDay(from, systemZone), formatDay(to, systemZone)];
  const start = `${first} ${clock(from)}`;
  return first === last ? `${start}-${clock(to)}` : `${start} - ${last} ${clock(to)}`;
};

const minuteClock = (instant: number): string => formatClock(instant, systemZone);

/** With seconds, where there are any. */
const exactClock = (instant: number): string => {
  const { second } = localTime(instant, systemZone);
  return second === 0 ? minuteClock(instant) : `${minuteClock(instant)}:${String(second).padStart(2, "0")}`;
};

/** A stretch of time to the second, as core/time/entry.ts reads it: "2026-11-23 09:10-10:05:30". */
export const exactSpan = (from: number, to: number): string => span(from, to, exactClock);

/** When a session was, as a person would type it: "2026-11-23 09:10-10:05". Empty while it runs. */
export const typedSession = ({ start, end }: Session): string =>
  end === null ? "" : span(parseInstant(start), parseInstant(end), minuteClock);

/**
 * What was typed for a session, with the seconds of the ends that were left as they were: people type minutes, timers
 * measure seconds, and an end that nobody touched must not move into the session beside it.
 */
export function withSeconds(text: string, session: Session, now: number): string {
  const entry = parseEntry(text, now, systemZone);
  if (!entry.ok || session.end === null) return text;
  const kept = (instant: number, known: number): number =>
    Math.floor(instant / MINUTE) === Math.floor(known / MINUTE) ? known : instant;
  const { from, to } = entry.value;
  return exactSpan(kept(from, parseInstant(session.start)), kept(to, parseInstant(session.end)));
}
