import { z } from "zod";
import type { Stretch } from "./calendar.ts";
import type { Zone } from "./instant.ts";
import type { TimeRecord } from "./record.ts";

const module = z.object({
  note: z.string(),
  area: z.string().nullable(),
  level: z.string().nullable(),
  title: z.string(),
});

/**
 * What the machine's clocks show. `wall`: milliseconds since 1970, which people and networks change. `mono`:
 * milliseconds that only pass while the machine is awake, from any beginning; null where there is no such clock.
 */
const reading = z.object({ wall: z.number(), mono: z.number().nullable() });

/**
 * Everything that is known of the running session, as it is kept in the app's own data with every heartbeat. Instants
 * are milliseconds since 1970 on the session's own time, which only passes forward: it parts from the wall's where
 * that is set back.
 */
export const clockStateSchema = z.object({
  running: z
    .object({
      id: z.string(),
      module,
      start: z.number(),
      /** The last sign of life: up to here the session is known to have gone on. */
      lastSign: z.number(),
      /** The clocks at the last sign of life. */
      reading,
    })
    .nullable(),
  /** What the person paused, and means to go on with. */
  paused: module.nullable(),
  /** A stretch of which nobody knows whether it was spent on the module. `to` is null while the person is away. */
  gap: z
    .object({
      id: z.string(),
      module,
      start: z.number(),
      from: z.number(),
      to: z.number().nullable(),
      why: z.enum(["crash", "sleep", "idle", "clock"]),
      /** The session has ended meanwhile, at `from`. */
      over: z.boolean(),
    })
    .nullable(),
  /** Why the person is thought to be away. */
  away: z.array(z.enum(["suspended", "locked", "idle"])),
  /** When the last record was made, so that the next is later whatever the clocks do. */
  lastRecord: z.number(),
});

/** See `clockStateSchema`. Plain data: it survives JSON. */
export type ClockState = z.infer<typeof clockStateSchema>;
/** The session that runs. */
export type Running = NonNullable<ClockState["running"]>;
/** A stretch in doubt. */
export type Gap = NonNullable<ClockState["gap"]>;
/** What the machine's clocks show. */
export type Reading = Running["reading"];
/** Why the person is thought to be away. */
export type Away = ClockState["away"][number];

/** Nothing runs and nothing is asked. */
export const STILL: ClockState = { running: null, paused: null, gap: null, away: [], lastRecord: 0 };

/** What to ask the person: was the time from `from` to `to` spent on the module? */
export interface Question extends Gap {
  readonly to: number;
}

/** The one question that is open, if any. It waits until the person is back. */
export const questionOf = ({ gap, away }: ClockState): Question | null =>
  gap !== null && gap.to !== null && away.length === 0 ? { ...gap, to: gap.to } : null;

/** What the clock needs to know of the world at an event. */
export interface Surroundings {
  readonly now: Reading;
  /** Only for the offset that instants are written with. */
  readonly zone: Zone;
  /** Gives an id that nobody else has. */
  readonly newId: () => string;
  /** The ended sessions of the log, by start (`busyOf`). No record overlaps them. */
  readonly busy: readonly Stretch[];
  /** After how many milliseconds without a key or pointer movement the person counts as away: 15 minutes unless given. */
  readonly idleAfter?: number;
}

/** What follows from an event: keep the state, append the records. */
export interface Step {
  readonly state: ClockState;
  readonly records: readonly TimeRecord[];
}
