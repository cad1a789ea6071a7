import type { ModulePath } from "../outline/tree.ts";
import { addSession, closeSession, placeStart, type Recorder, recorder } from "./clock-records.ts";
import { type ClockState, type Question, questionOf, type Step, type Surroundings } from "./clock-state.ts";
import { freeOf } from "./free.ts";
import { MINUTE } from "./instant.ts";
import { adopt, advance, comeBack, HEARTBEAT, heartbeat, leave, restart } from "./passing.ts";
import { samePath } from "./places.ts";
import type { Session } from "./session.ts";

const IDLE_AFTER = 15 * MINUTE;

/** What the person decides about a stretch in doubt. `goOn`: the module runs again from the return. */
export type Answer =
  /** It was spent on the module. */
  | { readonly kind: "keep" }
  /** The session ended at the last sign of life. */
  | { readonly kind: "cut"; readonly goOn?: boolean }
  /** It was spent on another module. */
  | { readonly kind: "give"; readonly module: ModulePath; readonly goOn?: boolean }
  /** The whole session counts for nothing. */
  | { readonly kind: "discard" };

/** Everything that happens to the running session. */
export type ClockEvent =
  /** `ago`: the person began so many milliseconds before. What ran on another module ends there. */
  | { readonly type: "start"; readonly module: ModulePath; readonly ago?: number; readonly note?: string }
  | { readonly type: "stop" }
  | { readonly type: "pause" }
  /** Goes on with what was paused. */
  | { readonly type: "resume" }
  | { readonly type: "note"; readonly note: string }
  /** Due every `HEARTBEAT`. `idle`: milliseconds since the last key or pointer movement, where it is known. */
  | { readonly type: "heartbeat"; readonly idle?: number }
  | { readonly type: "suspend" | "wake" | "lock" | "unlock" }
  /** The system goes down, or the app quits: the session runs on and is asked about at the next start. */
  | { readonly type: "shutdown" }
  /** The app started, with the state that was kept last; `running`: the session that runs by the log. */
  | { readonly type: "restart"; readonly running: Session | null }
  /** Another program wrote to the log. */
  | { readonly type: "changed"; readonly running: Session | null }
  | { readonly type: "answer"; readonly answer: Answer };

/**
 * The running session as a pure machine: state and event give the next state, the records to append, and by
 * `questionOf` at most one question. Time passes by the monotonic clock where the wall's jumps back; where more time
 * may have passed than was seen (sleep, crash, a clock set forward, no key touched), the stretch is in doubt and
 * counts only when the person says so. Sessions never run backwards and never overlap.
 */
export const step = (state: ClockState, event: ClockEvent, around: Surroundings): Step => {
  const { now } = around;
  const seen = event.type === "restart" || event.type === "changed" ? state : advance(state, now);
  switch (event.type) {
    case "start":
      return start(seen, event, around);
    case "stop":
      return end({ ...seen, paused: null }, around, false);
    case "pause":
      return end(seen, around, true);
    case "resume":
      return seen.paused && !seen.running ? start(seen, { module: seen.paused }, around) : quiet(seen);
    case "note":
      return note(seen, event.note, around);
    case "heartbeat":
      return quiet(heartbeat(seen, event.idle, around.idleAfter ?? IDLE_AFTER));
    case "suspend":
      return quiet(leave(seen, "suspended", "sleep"));
    case "lock":
      return quiet(leave(seen, "locked", "idle"));
    case "wake":
      return quiet(comeBack(seen, ["suspended"]));
    case "unlock":
      return quiet(comeBack(seen, ["suspended", "locked", "idle"]));
    case "shutdown":
      return quiet(seen);
    case "restart":
      return quiet(restart(state, event.running, now));
    case "changed":
      return quiet(adopt(state, event.running, now));
    case "answer":
      return answer(seen, event.answer, around);
  }
};

const quiet = (state: ClockState): Step => ({ state, records: [] });

const start = (
  state: ClockState,
  { module, ago = 0, note: text }: { module: ModulePath; ago?: number; note?: string },
  around: Surroundings,
): Step => {
  const { running } = state;
  const { now, busy, newId } = around;
  if (running && samePath(running.module, module)) return quiet(state);
  const wished = now.wall - Math.max(0, ago);
  const before = running ? end(state, around, false, wished) : quiet(state);
  const write = recorder(before.state, around);
  const floor = running ? Math.max(running.start, Math.min(wished, running.lastSign)) : wished;
  const begun = Math.round(placeStart(running && wished >= now.wall ? running.lastSign : floor, now.wall, busy));
  const id = newId();
  write.add((at) => {
    const base = { v: 1, type: "start", id, at, module, start: write.instant(begun) } as const;
    return text === undefined ? base : { ...base, note: text };
  });
  const next = { id, module, start: begun, lastSign: Math.max(begun, now.wall), reading: now };
  const { state: started, records } = write.done({ ...before.state, running: next, paused: null, away: [] });
  return { state: started, records: [...before.records, ...records] };
};

/** Ends the running session, before what is in doubt; the question about that stays. `at`: no later than this. */
const end = (state: ClockState, around: Surroundings, pause: boolean, at = Number.POSITIVE_INFINITY): Step => {
  const { running, gap } = state;
  if (!running) return quiet(state);
  const last = Math.max(running.start, at < around.now.wall ? Math.min(at, running.lastSign) : running.lastSign);
  const open = gap && !gap.over && gap.from < last && last - gap.from > HEARTBEAT ? gap : null;
  const write = recorder(state, around);
  closeSession(write, running, { from: running.start, to: open ? open.from : last }, around, pause);
  const kept = gap?.over ? gap : null;
  return write.done({
    ...state,
    running: null,
    paused: pause ? running.module : null,
    gap: open ? { ...open, to: Math.min(last, open.to ?? last), over: true } : kept,
    away: [],
  });
};

const note = (state: ClockState, text: string, around: Surroundings): Step => {
  const { running } = state;
  if (!running) return quiet(state);
  const write = recorder(state, around);
  write.add((at) => ({ v: 1, type: "set", id: running.id, at, note: text === "" ? null : text }));
  return write.done(state);
};

const answer = (state: ClockState, given: Answer, around: Surroundings): Step => {
  const question = questionOf(state);
  if (!question) return quiet(state);
  const write = recorder(state, around);
  const { id, module, from, to, over } = question;
  const still = { ...state, gap: null };
  if (given.kind === "keep") {
    if (over) keepEnded(write, question, around);
    return write.done(still);
  }
  if (given.kind === "discard") {
    write.add((at) => ({ v: 1, type: "drop", id, at }));
    return write.done(over ? still : { ...still, running: null });
  }
  const { running } = state;
  if (!over && running) closeSession(write, running, { from: running.start, to: from }, around, false);
  if (given.kind === "give")
    for (const piece of freeOf({ from, to }, around.busy)) addSession(write, given.module, piece, around.newId());
  const ended = write.done(over ? still : { ...still, running: null });
  if (over || !running || !given.goOn) return ended;
  const since = given.kind === "give" ? to : from;
  const begun = Math.max(since, around.now.wall - (running.lastSign - to));
  const busy = [...around.busy, { from: running.start, to: since }];
  const again = start(ended.state, { module, ago: Math.max(0, around.now.wall - begun) }, { ...around, busy });
  return { state: again.state, records: [...ended.records, ...again.records] };
};

/**
 * Counts a stretch in doubt of a session that has ended: the session goes on to its end. Where the session was cut
 * short by another one, so that it does not reach the stretch, the stretch becomes a session of its own.
 */
const keepEnded = (write: Recorder, { id, module, start, from, to }: Question, { busy, newId }: Surroundings): void => {
  const same = (a: number, b: number): boolean => Math.round(a) === Math.round(b);
  const reaches = same(start, from) || busy.some((taken) => same(taken.from, start) && same(taken.to, from));
  for (const piece of freeOf({ from, to }, busy))
    if (piece.from === from && reaches)
      write.add((at) => ({ v: 1, type: "set", id, at, end: write.instant(Math.round(piece.to)) }));
    else addSession(write, module, piece, newId());
};
