import { randomUUID } from "node:crypto";
import { unwatchFile, watchFile } from "node:fs";
import { performance } from "node:perf_hooks";
import type { TimeState } from "#core/api.ts";
import type { Result } from "#core/result.ts";
import { ok } from "#core/result.ts";
import { type ClockEvent, step } from "#core/time/clock.ts";
import { type ClockState, questionOf } from "#core/time/clock-state.ts";
import { busyOf } from "#core/time/free.ts";
import { formatInstant, MINUTE, systemZone } from "#core/time/instant.ts";
import type { BadLine } from "#core/time/log.ts";
import { HEARTBEAT } from "#core/time/passing.ts";
import { pathKey } from "#core/time/places.ts";
import type { TimeRecord } from "#core/time/record.ts";
import type { Unplaced } from "#core/time/relink.ts";
import type { Session } from "#core/time/session.ts";
import { sessionsOf } from "#core/time/sessions.ts";
import { writtenBackOf } from "#core/time/written-back.ts";
import type { Log } from "./answer.ts";
import type { Store } from "./app-data.ts";
import { appendToTimeLog, readTimeLog, timeLogPath } from "./files/time-log.ts";
import type { Desktop } from "./handlers/context.ts";

/** What time keeping is given. */
export interface TimeSurroundings {
  /** The notebook's folder. */
  readonly root: string;
  /** The running session with its last sign of life, in the app's own data. */
  readonly clock: Store<ClockState>;
  /** Seconds since the last key or pointer movement anywhere; undefined where nobody knows. */
  readonly idleSeconds: () => number | undefined;
  /** Only one session runs: stops the other notebooks'. */
  readonly stopOthers: () => Promise<void>;
  readonly send: Desktop["send"];
  readonly log: Log;
  readonly now: () => Date;
}

/** Keeps the time of one notebook: the only one that appends to its log. */
export interface TimeKeeper {
  readonly state: () => TimeState;
  readonly sessions: () => readonly Session[];
  /** Something happened to the running session. Resolves when its records are on the disk. */
  readonly happen: (event: ClockEvent) => Promise<Result<TimeState>>;
  /** Appends corrections, made from what the log says at that moment. */
  readonly correct: (
    make: (records: readonly TimeRecord[]) => Result<readonly TimeRecord[]>,
  ) => Promise<Result<TimeState>>;
  /** Says which modules with time are in no note any more. */
  readonly unplace: (unplaced: readonly Unplaced[]) => void;
  readonly close: () => Promise<void>;
}

/** How often the log is looked at for what the terminal or another machine added, in milliseconds. */
const lookEvery = 2_000;

/** Reads the log of a notebook and goes on with what was running. */
export const keepTime = async (around: TimeSurroundings): Promise<Result<TimeKeeper>> => {
  const { root, clock, now } = around;
  const first = await readTimeLog(root);
  if (!first.ok) return first;
  let records: readonly TimeRecord[] = first.value.records;
  let quarantine: readonly BadLine[] = first.value.quarantine;
  let sessions: readonly Session[] = sessionsOf(records);
  let writtenBack = writtenBackOf(records);
  let unplaced: readonly Unplaced[] = [];
  let heart: NodeJS.Timeout | null = null;
  let told = "null";
  let queue: Promise<unknown> = Promise.resolve();

  const running = () => sessions.find((session) => session.end === null) ?? null;

  const state = (): TimeState => ({
    sessions: [...sessions],
    running: running(),
    paused: clock.get().paused !== null,
    quarantine: [...quarantine],
    writtenBack: [...writtenBack],
    question: question(),
    unplaced: unplaced.map(({ path, guess }) => ({ id: pathKey(path), module: path, guess })),
  });

  const question = (): TimeState["question"] => {
    const open = questionOf(clock.get());
    const session = open && sessions.find(({ id }) => id === open.id);
    if (!open || !session) return null;
    const lastSeen = formatInstant(open.from, systemZone);
    return { session, why: open.why, lastSeen, gapMinutes: Math.round((open.to - open.from) / MINUTE) };
  };

  /** One thing at a time, so that records stand in the order in which things happened. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn.catch(() => {});
    return turn;
  };

  const append = async (added: readonly TimeRecord[]): Promise<Result<null>> => {
    const written = await appendToTimeLog(root, added);
    if (written.ok && added.length > 0) {
      records = [...records, ...added];
      sessions = sessionsOf(records);
      writtenBack = writtenBackOf(records);
    }
    return written;
  };

  const beat = () => {
    if (heart) clearInterval(heart);
    heart = null;
    if (clock.get().running === null) return;
    heart = setInterval(() => {
      const idle = around.idleSeconds();
      happen({ type: "heartbeat", ...(idle === undefined ? {} : { idle: idle * 1000 }) }).catch((error) =>
        around.log(error, "a heartbeat"),
      );
    }, HEARTBEAT);
    heart.unref();
  };

  const take = async (event: ClockEvent): Promise<Result<TimeState>> => {
    const before = clock.get();
    const next = step(before, event, {
      now: { wall: now().getTime(), mono: performance.now() },
      zone: systemZone,
      newId: randomUUID,
      busy: busyOf(sessions),
    });
    const written = await append(next.records);
    if (!written.ok) return written;
    clock.set(next.state);
    if ((before.running === null) !== (next.state.running === null)) beat();
    const asked = JSON.stringify(question());
    if (next.records.length > 0 || asked !== told) around.send("timeChanged", state());
    told = asked;
    return ok(state());
  };

  const happen = async (event: ClockEvent): Promise<Result<TimeState>> => {
    if (event.type === "start" || event.type === "resume") await around.stopOthers();
    return inTurn(() => take(event));
  };

  const reread = async () => {
    const read = await readTimeLog(root);
    if (!read.ok) return around.log(new Error(read.error.message), "reading the time log again");
    if (read.value.records.length === records.length && read.value.quarantine.length === quarantine.length) return;
    records = read.value.records;
    quarantine = read.value.quarantine;
    sessions = sessionsOf(records);
    writtenBack = writtenBackOf(records);
    await take({ type: "changed", running: running() });
    beat();
    around.send("timeChanged", state());
  };
  const look = () => {
    inTurn(reread).catch((error) => around.log(error, "reading the time log again"));
  };
  watchFile(timeLogPath(root), { interval: lookEvery, persistent: false }, look);

  const started = await take({ type: "restart", running: running() });
  if (!started.ok) return started;
  beat();

  return ok({
    state,
    sessions: () => sessions,
    question,
    happen,
    correct: (make) =>
      inTurn(async () => {
        const made = make(records);
        if (!made.ok) return made;
        const written = await append(made.value);
        if (!written.ok) return written;
        await take({ type: "changed", running: running() });
        around.send("timeChanged", state());
        return ok(state());
      }),
    unplace: (next) => {
      if (JSON.stringify(next) === JSON.stringify(unplaced)) return;
      unplaced = next;
      around.send("timeChanged", state());
    },
    close: async () => {
      unwatchFile(timeLogPath(root), look);
      if (heart) clearInterval(heart);
      await inTurn(() => take({ type: "shutdown" }));
      await clock.flush();
    },
  });
};
