import { useEffect, useMemo, useState } from "react";
import { formatDay, systemZone } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";
import { useTime } from "../state/time.ts";
import { allSessions } from "../state/tracked.ts";

const minute = 60_000;

/** Milliseconds since the epoch, told anew every minute while a session runs, and else when the day ends. */
export function useNow(): number {
  const sessions = useTime((time) => time.sessions);
  const isRunning = useTime((time) => time.running !== null);
  const [now, setNow] = useState(() => Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a session that was just stopped must not lie ahead of now
  useEffect(() => {
    setNow(Date.now());
    const dayOf = (instant: number): string => formatDay(instant, systemZone);
    const next = (before: number): number => (isRunning || dayOf(before) !== dayOf(Date.now()) ? Date.now() : before);
    const timer = setInterval(() => setNow(next), minute);
    return () => clearInterval(timer);
  }, [sessions, isRunning]);
  return now;
}

/** All sessions, by start, the running one among them. */
export function useSessions(): readonly Session[] {
  const sessions = useTime((time) => time.sessions);
  const running = useTime((time) => time.running);
  return useMemo(() => allSessions(sessions, running), [sessions, running]);
}

/** False while a view is first drawn, true once that drawing is on the screen: what can wait is worked out then. */
export function usePainted(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
}
