import type { Away, ClockState, Gap, Reading } from "./clock-state.ts";
import { parseInstant } from "./instant.ts";
import type { Session } from "./session.ts";

/** How often a sign of life is kept while a session runs, in milliseconds. A crash costs at most this much. */
export const HEARTBEAT = 30_000;

/** A silence longer than this is no late heartbeat but a gap. */
const SILENCE = 2 * HEARTBEAT;
/** Clocks that part by less are slewing, not jumping. */
const SKEW = 5_000;

/** Milliseconds that the running session has lasted, without what is in doubt; 0 where nothing runs. */
export const elapsed = (state: ClockState, now: Reading): number => {
  const { running, gap } = advance(state, now);
  if (!running) return 0;
  const doubt = gap && !gap.over ? (gap.to ?? running.lastSign) - gap.from : 0;
  return running.lastSign - running.start - doubt;
};

/** Lets the running session's time pass up to now, and puts in doubt what was not seen passing. */
export const advance = (state: ClockState, now: Reading): ClockState => {
  const { running } = state;
  if (!running) return state;
  const { passed, jumped } = between(running.reading, now);
  const lastSign = running.lastSign + passed;
  const next = { ...state, running: { ...running, lastSign, reading: now } };
  if (passed <= SILENCE && !jumped) return next;
  return doubt(next, running.lastSign, state.away.length > 0 ? null : lastSign, jumped ? "clock" : "sleep");
};

const between = (before: Reading, now: Reading): { passed: number; jumped: boolean } => {
  const wall = now.wall - before.wall;
  const mono = now.mono !== null && before.mono !== null ? now.mono - before.mono : -1;
  if (mono < 0) return { passed: Math.max(0, wall), jumped: false };
  if (wall < mono - SKEW) return { passed: mono, jumped: false };
  return { passed: Math.max(0, wall), jumped: wall > mono + SKEW };
};

/** Puts a stretch of the running session in doubt, together with what was in doubt before. */
const doubt = (state: ClockState, from: number, to: number | null, why: Gap["why"]): ClockState => {
  const { running, gap } = state;
  if (!running) return state;
  const known = gap && !gap.over ? gap : null;
  const { id, module, start: begun } = running;
  const first = Math.max(begun, Math.min(from, known?.from ?? from));
  return { ...state, gap: { id, module, start: begun, from: first, to, why: known?.why ?? why, over: false } };
};

/** The person goes away: what passes from now (or from `since`) on is in doubt. */
export const leave = (state: ClockState, reason: Away, why: Gap["why"], since?: number): ClockState => {
  if (!state.running || state.away.includes(reason)) return state;
  const away = [...state.away, reason];
  return doubt({ ...state, away }, since ?? state.running.lastSign, null, why);
};

/** Some reasons to think the person away are gone; once none is left, what was in doubt can be asked about. */
export const comeBack = (state: ClockState, reasons: readonly Away[]): ClockState => {
  const away = state.away.filter((reason) => !reasons.includes(reason));
  const { running, gap } = state;
  if (away.length > 0 || !running || !gap || gap.over || gap.to !== null) return { ...state, away };
  // Too short to ask about: no longer than what a crash may cost.
  if (running.lastSign - gap.from <= HEARTBEAT) return { ...state, away, gap: null };
  return { ...state, away, gap: { ...gap, to: running.lastSign } };
};

/** A heartbeat: the machine is awake, and the person at it if a key was touched lately. */
export const heartbeat = (state: ClockState, idle: number | undefined, idleAfter: number): ClockState => {
  if (idle === undefined) return comeBack(state, ["suspended"]);
  if (idle < SILENCE) return comeBack(state, ["suspended", "locked", "idle"]);
  if (idle < idleAfter || !state.running) return state;
  return leave(state, "idle", "idle", state.running.lastSign - idle);
};

/** The app starts with a state that was kept: what passed since its last sign of life is in doubt. */
export const restart = (state: ClockState, running: Session | null, now: Reading): ClockState => {
  const known = reconcile({ ...state, away: [] }, running, (start) => ({ lastSign: start, wall: start }));
  if (!known.running) return known;
  // Another process: its monotonic clock began elsewhere.
  const before = known.running.lastSign;
  const asleep = { ...known.running, reading: { ...known.running.reading, mono: null } };
  const woken = advance({ ...known, running: asleep, gap: null }, now);
  const lastSign = woken.running?.lastSign ?? before;
  const old = known.gap;
  if (lastSign - before <= HEARTBEAT && (!old || old.over)) return { ...woken, gap: old };
  return doubt({ ...woken, gap: old }, before, lastSign, "crash");
};

/** Another program wrote to the log: what it says runs, runs. */
export const adopt = (state: ClockState, running: Session | null, now: Reading): ClockState =>
  reconcile(state, running, (start) => ({ lastSign: Math.max(start, now.wall), wall: now.wall, mono: now.mono }));

/** The log has the last word on what runs, on which module and since when. */
const reconcile = (
  state: ClockState,
  session: Session | null,
  sign: (start: number) => { lastSign: number; wall: number; mono?: number | null },
): ClockState => {
  const gap = state.gap?.over || state.gap?.id === session?.id ? state.gap : null;
  if (!session) return { ...state, running: null, gap, away: [] };
  const { id, module } = session;
  const begun = parseInstant(session.start);
  if (state.running?.id === id) {
    const lastSign = Math.max(begun, state.running.lastSign);
    const same = gap && !gap.over ? { ...gap, module, start: begun, from: Math.max(begun, gap.from) } : gap;
    return { ...state, running: { ...state.running, module, start: begun, lastSign }, gap: same };
  }
  const { lastSign, wall, mono } = sign(begun);
  const running = { id, module, start: begun, lastSign, reading: { wall, mono: mono ?? null } };
  return { ...state, running, paused: null, gap, away: [] };
};
