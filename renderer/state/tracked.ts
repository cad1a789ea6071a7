import { useEffect, useMemo, useState } from "react";
import type { WrittenBack } from "#core/time/written-back.ts";
import { trackedMinutes } from "../outline/totals.ts";
import { useTime } from "./time.ts";

const minute = 60_000;

/** Tracked minutes of each module (outline/totals.ts), counted on once a minute while a session runs. */
export function useTracked(): ReadonlyMap<string, number> {
  const sessions = useTime((time) => time.sessions);
  const running = useTime((time) => time.running);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (running === null) return;
    const timer = setInterval(() => setNow(Date.now()), minute);
    return () => clearInterval(timer);
  }, [running]);
  return useMemo(() => trackedMinutes(allSessions(sessions, running), now), [sessions, running, now]);
}

/** Tracked minutes that stand in the notes as well: they count once. */
export function useWrittenBack(): WrittenBack {
  const writtenBack = useTime((time) => time.writtenBack);
  return useMemo(() => new Map(writtenBack), [writtenBack]);
}

/** The sessions with the running one among them, once. */
export const allSessions = <S extends { readonly id: string }>(
  sessions: readonly S[],
  running: S | null,
): readonly S[] =>
  running === null || sessions.some(({ id }) => id === running.id) ? sessions : [...sessions, running];
