import { parseInstant } from "./instant.ts";
import { pathKey } from "./places.ts";
import type { Session } from "./session.ts";
import type { LogProblem } from "./sessions.ts";

/** Two sessions that cover the same minutes. */
export type Overlap = Extract<LogProblem, { readonly kind: "overlap" }>;

/** A way to end an overlap. Instants in milliseconds since 1970. */
export type Mend =
  /** The first session ends where the second begins. */
  | { readonly kind: "end"; readonly session: Session; readonly at: number }
  /** The second session begins where the first ends. */
  | { readonly kind: "begin"; readonly session: Session; readonly at: number }
  /** Both are one session on the same module. */
  | { readonly kind: "merge"; readonly sessions: readonly [Session, Session] }
  /** The second lies within the first, which stays as it is. */
  | { readonly kind: "drop"; readonly session: Session };

/** An overlap with its two sessions, the one that began first before the other. */
export interface Overlapping {
  readonly first: Session;
  readonly second: Session;
  readonly from: number;
  readonly to: number;
  /** What would end it, the least change first. Empty where one of them still runs: it has to be stopped first. */
  readonly mends: readonly Mend[];
}

/** The ways to end each overlap of a list of sessions. */
export const mendOverlaps = (overlaps: readonly Overlap[], sessions: readonly Session[]): Overlapping[] => {
  const wanted = new Set(overlaps.flatMap(({ id, other }) => [id, other]));
  const known = new Map<string, Session>();
  if (wanted.size > 0) for (const session of sessions) if (wanted.has(session.id)) known.set(session.id, session);
  return overlaps.flatMap(({ id, other, from, to }) => {
    const [first, second] = [known.get(other), known.get(id)];
    return first && second ? [{ first, second, from, to, mends: mendsFor(first, second, from, to) }] : [];
  });
};

const mendsFor = (first: Session, second: Session, from: number, to: number): Mend[] => {
  if (first.end === null || second.end === null) return [];
  const merge: Mend[] =
    pathKey(first.module) === pathKey(second.module) ? [{ kind: "merge", sessions: [first, second] }] : [];
  if (parseInstant(second.end) <= to) return [...merge, { kind: "drop", session: second }];
  // A session that would have no minute left is not cut.
  const end: Mend[] = parseInstant(first.start) < from ? [{ kind: "end", session: first, at: from }] : [];
  return [...merge, ...end, { kind: "begin", session: second, at: to }];
};
