import { inScope, type Scope } from "./breakdown.ts";
import type { Stretch } from "./calendar.ts";
import { formatDay, MINUTE, parseInstant, type Zone } from "./instant.ts";
import { within } from "./report.ts";
import type { Session } from "./session.ts";

/** Which sessions are listed. */
export interface SessionChoice {
  /** Null: everything. */
  readonly range: Stretch | null;
  readonly scope: Scope;
}

/** The sessions that reach into a range and lie in a scope, newest first, whole and not cut at the range's ends. */
export const listSessions = (sessions: readonly Session[], { range, scope }: SessionChoice, now: number): Session[] => {
  const listed: Session[] = [];
  for (let at = sessions.length - 1; at >= 0; at--) {
    const session = sessions[at] as Session;
    if (within(session, range, now) && inScope(session.module, scope)) listed.push(session);
  }
  return listed;
};

/** Minutes of a session, up to `now` while it runs. */
export const minutesOf = ({ start, end }: Session, now: number): number => {
  const from = parseInstant(start);
  return (Math.max(from, end === null ? now : parseInstant(end)) - from) / MINUTE;
};

/** The first and the last local day with a session; null where there is none. Sessions come by start. */
export const daysCovered = (
  sessions: readonly Session[],
  now: number,
  zone: Zone,
): { readonly first: string; readonly last: string } | null => {
  const [first] = sessions;
  if (!first) return null;
  let last = parseInstant(first.start);
  for (const { start, end } of sessions)
    last = Math.max(last, end === null ? now : parseInstant(end) - 1, parseInstant(start));
  return { first: formatDay(parseInstant(first.start), zone), last: formatDay(last, zone) };
};
