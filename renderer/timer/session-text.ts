import type { Session } from "#core/time/session.ts";

const pair = (value: number): string => String(value).padStart(2, "0");
const day = (date: Date): string => `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`;
const clock = (date: Date): string => `${pair(date.getHours())}:${pair(date.getMinutes())}`;

/** A session as core/time/entry.ts reads it, in local time: "2026-11-20 09:00-10:15"; "since 09:00" while it runs. */
export function sessionText({ start, end }: Pick<Session, "start" | "end">): string {
  const from = new Date(start);
  return end === null ? `since ${clock(from)}` : `${day(from)} ${clock(from)}-${clock(new Date(end))}`;
}
