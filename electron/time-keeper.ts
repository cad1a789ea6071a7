import { randomUUID } from "node:crypto";
import type { TimeState } from "#core/api.ts";
import type { ModulePath } from "#core/outline/tree.ts";
import { ok, type Result } from "#core/result.ts";
import { formatInstant, systemZone } from "#core/time/instant.ts";
import type { BadLine } from "#core/time/log.ts";
import type { TimeRecord } from "#core/time/record.ts";
import { sessionsOf } from "#core/time/sessions.ts";
import { appendToTimeLog, readTimeLog } from "./files/time-log.ts";

/** Keeps the time of one notebook: the only one that appends to its log. */
export interface TimeKeeper {
  readonly state: () => TimeState;
  readonly start: (module: ModulePath) => Promise<Result<TimeState>>;
  readonly stop: () => Promise<Result<TimeState>>;
}

/** Reads the log of the notebook at `root`. */
export const keepTime = async (root: string, now: () => Date): Promise<Result<TimeKeeper>> => {
  const read = await readTimeLog(root);
  if (!read.ok) return read;
  const records: TimeRecord[] = [...read.value.records];
  const quarantine: readonly BadLine[] = read.value.quarantine;

  const instant = () => formatInstant(now().getTime(), systemZone);
  const state = (): TimeState => {
    const sessions = sessionsOf(records);
    const running = sessions.find((session) => session.end === null) ?? null;
    return { sessions, running, paused: false, quarantine: [...quarantine], unplaced: [] };
  };
  const append = async (added: readonly TimeRecord[]): Promise<Result<TimeState>> => {
    const written = await appendToTimeLog(root, added);
    if (!written.ok) return written;
    records.push(...added);
    return ok(state());
  };
  const stopRunning = (): TimeRecord[] => {
    const at = instant();
    return sessionsOf(records)
      .filter((session) => session.end === null)
      .map(({ id }) => ({ v: 1, type: "stop", id, at, end: at }));
  };
  return ok({
    state,
    start: (module) => {
      const at = instant();
      return append([...stopRunning(), { v: 1, type: "start", id: randomUUID(), at, module, start: at }]);
    },
    stop: () => append(stopRunning()),
  });
};
