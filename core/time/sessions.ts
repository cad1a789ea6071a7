import type { ModulePath } from "../outline/tree.ts";
import { parseInstant } from "./instant.ts";
import { activeMoves, type Moves } from "./moves.ts";
import { serialise, type TimeRecord } from "./record.ts";
import type { Session } from "./session.ts";

/** Something in the log that needs the person's eye. Nothing is dropped because of it. */
export type LogProblem =
  /** The record names a session of which no start is known (it may still come, with another machine's log). */
  | { readonly kind: "no-start"; readonly id: string }
  /** The end lies before the start; the session counts as no time until it is corrected. */
  | { readonly kind: "backwards"; readonly id: string }
  /** Two sessions cover the same minutes. */
  | {
      readonly kind: "overlap";
      readonly id: string;
      readonly other: string;
      readonly from: number;
      readonly to: number;
    };

/** The sessions of a log, by start, and what is wrong with some of them. */
export interface SessionsRead {
  readonly sessions: readonly Session[];
  readonly problems: readonly LogProblem[];
}

/**
 * The order in which records count: by the instant they were made, then by their text. It does not depend on where
 * they stand, so that the union of two logs means the same in either order.
 */
export const compareRecords = (a: TimeRecord, b: TimeRecord): number => {
  const difference = a.at === b.at ? 0 : parseInstant(a.at) - parseInstant(b.at);
  if (difference !== 0) return difference;
  const left = serialise(a);
  const right = serialise(b);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** A start lays the ground for its session whatever the clocks said; then the records come in their order. */
const compareWithin = (a: TimeRecord, b: TimeRecord): number => {
  const ground = Number(b.type === "start") - Number(a.type === "start");
  return ground !== 0 ? ground : compareRecords(a, b);
};

/** The sessions that a log's records add up to, by start and then by id. See `readSessions` for what is wrong in them. */
export const sessionsOf = (records: readonly TimeRecord[]): Session[] => {
  const built = build(records);
  return built.sessions;
};

/** The sessions together with what is wrong in them. */
export const readSessions = (records: readonly TimeRecord[]): SessionsRead => {
  const { sessions, problems } = build(records);
  return { sessions, problems: [...problems, ...overlapsOf(sessions)] };
};

const build = (records: readonly TimeRecord[]): { sessions: Session[]; problems: LogProblem[] } => {
  const { groups, moves } = group(records);
  const active = activeMoves(moves);
  const problems: LogProblem[] = [];
  const sessions: Session[] = [];
  for (const of of groups) {
    const session = fold(of, active, problems);
    if (session) sessions.push(session);
  }
  return { sessions: inOrder(sessions), problems };
};

/** The records on one id: nearly always a start and a stop, so that an array would be waste. */
interface Group {
  readonly first: TimeRecord;
  second: TimeRecord | null;
  more: TimeRecord[] | null;
}

const group = (records: readonly TimeRecord[]): { groups: Iterable<Group>; moves: TimeRecord[] } => {
  const moves = records.filter((record) => record.type === "move") as TimeRecord[];
  const moveIds = new Set(moves.map((move) => move.id));
  const byId = new Map<string, Group>();
  let latest: Group | null = null;
  for (const record of records) {
    if (record.type === "written") continue;
    if (moveIds.size > 0 && moveIds.has(record.id)) {
      if (record.type === "drop") moves.push(record);
      continue;
    }
    const known: Group | undefined = latest?.first.id === record.id ? latest : byId.get(record.id);
    if (known === undefined) {
      latest = { first: record, second: null, more: null };
      byId.set(record.id, latest);
    } else if (known.second === null) known.second = record;
    else if (known.more === null) known.more = [known.first, known.second, record];
    else known.more.push(record);
  }
  return { groups: byId.values(), moves };
};

const inOrder = (sessions: Session[]): Session[] => {
  const starts = new Map<Session, number>();
  let sorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const session of sessions) {
    const start = parseInstant(session.start);
    if (start <= last) sorted = false;
    last = start;
  }
  if (sorted) return sessions;
  for (const session of sessions) starts.set(session, parseInstant(session.start));
  return sessions.sort((a, b) => (starts.get(a) ?? 0) - (starts.get(b) ?? 0) || (a.id < b.id ? -1 : 1));
};

const fold = (of: Group, moves: Moves, problems: LogProblem[]): Session | null => {
  const { first, second } = of;
  if (second === null) return foldAll([first], moves, problems);
  if (of.more === null && first.type === "start" && second.type === "stop" && moves.none) {
    const { id, module, start, note } = first;
    if (parseInstant(second.end) >= parseInstant(start))
      return { id, module, start, end: second.end, note: note ?? null };
  }
  return foldAll(of.more ?? [first, second], moves, problems);
};

const foldAll = (records: TimeRecord[], moves: Moves, problems: LogProblem[]): Session | null => {
  const id = records[0]?.id ?? "";
  if (records.length > 1) records.sort(compareWithin);
  let module: ModulePath | null = null;
  let named: TimeRecord | null = null;
  let start: string | null = null;
  let end: string | null = null;
  let note: string | null = null;
  let dropped = false;
  for (const record of records) {
    dropped = record.type === "drop";
    switch (record.type) {
      case "start":
        [module, named, start, end, note] = [record.module, record, record.start, null, record.note ?? null];
        break;
      case "stop":
        end = record.end;
        break;
      case "set":
        if (record.module) [module, named] = [record.module, record];
        start = record.start ?? start;
        end = record.end === undefined ? end : record.end;
        note = record.note === undefined ? note : record.note;
        break;
      case "drop":
      case "move":
      case "written":
        break;
    }
  }
  if (dropped) return null;
  if (module === null || named === null || start === null) {
    problems.push({ kind: "no-start", id });
    return null;
  }
  if (end !== null && parseInstant(end) < parseInstant(start)) {
    problems.push({ kind: "backwards", id });
    end = start;
  }
  return { id, module: moves.none ? module : moves.follow(module, named), start, end, note };
};

/** Every pair of neighbours (sessions by start) that covers the same time. A running session has no end yet. */
export const overlapsOf = (sessions: readonly Session[]): LogProblem[] => {
  const overlaps: LogProblem[] = [];
  let latest: Session | null = null;
  let latestEnd = Number.NEGATIVE_INFINITY;
  for (const session of sessions) {
    const from = parseInstant(session.start);
    const to = session.end === null ? Number.POSITIVE_INFINITY : parseInstant(session.end);
    if (latest && from < latestEnd && from < to)
      overlaps.push({ kind: "overlap", id: session.id, other: latest.id, from, to: Math.min(to, latestEnd) });
    if (to > latestEnd) [latest, latestEnd] = [session, to];
  }
  return overlaps;
};
