import type { ModulePath } from "../outline/tree.ts";
import type { Stretch } from "./calendar.ts";
import type { ClockState, Step, Surroundings } from "./clock-state.ts";
import { freeOf } from "./free.ts";
import { formatInstant, HOUR } from "./instant.ts";
import type { TimeRecord } from "./record.ts";

/** Sessions that end at most this far ahead come from a clock that was set back, and push the next one behind them. */
const AHEAD = 26 * HOUR;

/** Makes records later than every one before, whatever the wall's clock does. */
export const recorder = (state: ClockState, { now, zone }: Surroundings) => {
  const records: TimeRecord[] = [];
  let last = state.lastRecord;
  const stamp = (): string => {
    last = Math.max(Math.ceil(now.wall), last + 1);
    return formatInstant(last, zone);
  };
  return {
    instant: (at: number): string => formatInstant(at, zone),
    add: (make: (at: string) => TimeRecord): void => {
      records.push(make(stamp()));
    },
    done: (next: ClockState): Step => ({ state: { ...next, lastRecord: last }, records }),
  };
};
/** See `recorder`. */
export type Recorder = ReturnType<typeof recorder>;

/** The first instant from `from` on that no session covers, and behind those that a clock now set back put ahead. */
export const placeStart = (from: number, wall: number, busy: readonly Stretch[]): number =>
  busy.reduce((begun, taken) => (taken.to > begun && taken.from < wall + AHEAD ? taken.to : begun), from);

/** Records that a session took a stretch, or those pieces of it that no other session covers. */
export const closeSession = (
  write: Recorder,
  { id, module }: { readonly id: string; readonly module: ModulePath },
  stretch: Stretch,
  { busy, newId }: Surroundings,
  pause: boolean,
): void => {
  const [first, ...rest] = freeOf(stretch, busy);
  const from = first?.from ?? stretch.from;
  const to = write.instant(Math.round(first?.to ?? stretch.from));
  if (from > stretch.from) write.add((at) => ({ v: 1, type: "set", id, at, start: write.instant(Math.round(from)) }));
  const paused = pause ? { paused: true as const } : {};
  write.add((at) => ({ v: 1, type: "stop", id, at, end: to, ...paused }));
  for (const piece of rest) addSession(write, module, piece, newId());
};

/** Records a whole session under a new id. */
export const addSession = (write: Recorder, module: ModulePath, { from, to }: Stretch, id: string): void => {
  const [begun, ended] = [write.instant(Math.round(from)), write.instant(Math.round(to))];
  write.add((at) => ({ v: 1, type: "set", id, at, module, start: begun, end: ended, note: null }));
};
