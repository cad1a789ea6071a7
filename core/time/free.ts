import type { Stretch } from "./calendar.ts";
import { parseInstant } from "./instant.ts";
import type { Session } from "./session.ts";

/** The stretches that ended sessions cover, by start. A session without length covers nothing. */
export const busyOf = (sessions: readonly Session[]): Stretch[] =>
  sessions
    .flatMap(({ start, end }) => (end === null ? [] : [{ from: parseInstant(start), to: parseInstant(end) }]))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);

/** What is left of a stretch beside others (by start), in pieces by start; none where it is covered whole. */
export const freeOf = (stretch: Stretch, busy: readonly Stretch[]): Stretch[] => {
  const pieces: Stretch[] = [];
  let from = stretch.from;
  for (const taken of busy) {
    if (taken.to <= from) continue;
    if (taken.from >= stretch.to) break;
    if (taken.from > from) pieces.push({ from, to: taken.from });
    from = taken.to;
  }
  if (from < stretch.to) pieces.push({ from, to: stretch.to });
  return pieces;
};
