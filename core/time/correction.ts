import type { ModulePath } from "../outline/tree.ts";
import type { Stretch } from "./calendar.ts";
import { busyOf, freeOf } from "./free.ts";
import { formatClock, formatInstant, parseInstant, type Zone } from "./instant.ts";
import type { DropRecord, SetRecord, TimeRecord } from "./record.ts";
import type { Session } from "./session.ts";
import { compareRecords, sessionsOf } from "./sessions.ts";

/** What corrections are made against. */
export interface Correcting {
  /** All records of the log. */
  readonly records: readonly TimeRecord[];
  readonly now: number;
  readonly zone: Zone;
  /** Gives an id that nobody else has. */
  readonly newId: () => string;
  /** What to do where other sessions stand in the way; refused unless said. */
  readonly room?: Room;
}

/**
 * `refuse`: nothing is changed. `fit`: the new time takes only what is free. `cut`: the other sessions give way, and
 * keep what lies outside.
 */
export type Room = "refuse" | "fit" | "cut";

/** The records to append, all made at one instant: one correction, one undo. */
export type Corrected =
  | { readonly ok: true; readonly records: readonly TimeRecord[] }
  | {
      readonly ok: false;
      /** A sentence for the person. */
      readonly why: string;
      /** What would help. */
      readonly mends: readonly Room[];
    };

const no = (why: string, mends: readonly Room[] = []): Corrected => ({ ok: false, why, mends });
const GONE = "That session is no longer there.";

/** One instant for all records of a correction, later than every record before it. */
const stampOf = ({ records, now, zone }: Correcting): string => {
  const last = records.reduce((latest, { at }) => Math.max(latest, parseInstant(at)), 0);
  return formatInstant(Math.max(Math.ceil(now), last + 1), zone);
};

const stretchOf = ({ start, end }: Session, now: number): Stretch => {
  const from = parseInstant(start);
  return { from, to: end === null ? Math.max(now, from) : parseInstant(end) };
};

/** Adds a session that was not timed. */
export const addTime = (module: ModulePath, stretch: Stretch, note: string | null, with_: Correcting): Corrected =>
  place(stretch, null, with_, (from, to, at, id) => ({
    v: 1,
    type: "set",
    id,
    at,
    module,
    start: from,
    end: to,
    note,
  }));

/** Gives a session another start and end. */
export const changeTime = (id: string, stretch: Stretch, with_: Correcting): Corrected => {
  const session = sessionsOf(with_.records).find((one) => one.id === id);
  if (!session) return no(GONE);
  if (session.end === null) return no("This session still runs. Stop it first.");
  const { module, note } = session;
  return place(stretch, id, with_, (from, to, at, newId) =>
    newId === id
      ? { v: 1, type: "set", id, at, start: from, end: to }
      : { v: 1, type: "set", id: newId, at, module, start: from, end: to, note },
  );
};

/** Puts a session of a given stretch where there is room, or makes room for it. */
const place = (
  stretch: Stretch,
  own: string | null,
  with_: Correcting,
  make: (from: string, to: string, at: string, id: string) => TimeRecord,
): Corrected => {
  const { now, zone, newId, room = "refuse" } = with_;
  if (!(stretch.to > stretch.from)) return no("The end lies before the start.");
  if (stretch.to > now) return no("That ends in the future.");
  const at = stampOf(with_);
  const text = (instant: number): string => formatInstant(instant, zone);
  const write = ({ from, to }: Stretch, id: string): TimeRecord => make(text(from), text(to), at, id);
  const others = sessionsOf(with_.records).filter((other) => other.id !== own);
  const inWay = others.filter((other) => {
    const { from, to } = stretchOf(other, now);
    return from < stretch.to && to > stretch.from;
  });
  if (inWay.length === 0) return { ok: true, records: [write(stretch, own ?? newId())] };
  const taken = inWay.map((other) => stretchOf(other, now)).sort((a, b) => a.from - b.from);
  const free = freeOf(stretch, taken);
  if (room === "fit" && free.length > 0)
    return { ok: true, records: free.map((piece, n) => write(piece, n === 0 ? (own ?? newId()) : newId())) };
  if (room === "cut" && inWay.every(({ end }) => end !== null)) {
    const cut = inWay.flatMap((other) => giveWay(other, stretch, at, with_));
    return { ok: true, records: [...cut, write(stretch, own ?? newId())] };
  }
  return no(overlapWords(inWay, now, zone), [
    ...(free.length > 0 ? (["fit"] as const) : []),
    ...(inWay.every(({ end }) => end !== null) ? (["cut"] as const) : []),
  ]);
};

const overlapWords = (inWay: readonly Session[], now: number, zone: Zone): string => {
  const named = inWay.slice(0, 3).map((one) => {
    const { from, to } = stretchOf(one, now);
    return `“${one.module.title}” (${formatClock(from, zone)} to ${one.end === null ? "now" : formatClock(to, zone)})`;
  });
  const more = inWay.length > named.length ? ` and ${inWay.length - named.length} more` : "";
  return `That overlaps ${named.join(", ")}${more}.`;
};

/** Takes a stretch away from a session: it is dropped, shortened, or parted in two. */
const giveWay = (session: Session, stretch: Stretch, at: string, { now, zone, newId }: Correcting): TimeRecord[] => {
  const [first, ...rest] = freeOf(stretchOf(session, now), [stretch]);
  const { id, module, note } = session;
  if (!first) return [{ v: 1, type: "drop", id, at }];
  const text = (instant: number): string => formatInstant(instant, zone);
  const parts: TimeRecord[] = [{ v: 1, type: "set", id, at, start: text(first.from), end: text(first.to) }];
  for (const { from, to } of rest)
    parts.push({ v: 1, type: "set", id: newId(), at, module, start: text(from), end: text(to), note });
  return parts;
};

const change = (id: string, with_: Correcting, fields: Pick<SetRecord, "module" | "note">): Corrected => {
  if (!sessionsOf(with_.records).some((one) => one.id === id)) return no(GONE);
  return { ok: true, records: [{ v: 1, type: "set", id, at: stampOf(with_), ...fields }] };
};

/** Writes a note on a session, or takes it away (null or empty). */
export const noteTime = (id: string, note: string | null, with_: Correcting): Corrected =>
  change(id, with_, { note: note === "" ? null : note });

/** Moves a session to another module. */
export const giveTime = (id: string, module: ModulePath, with_: Correcting): Corrected => change(id, with_, { module });

/** Deletes a session. */
export const dropTime = (id: string, with_: Correcting): Corrected =>
  sessionsOf(with_.records).some((one) => one.id === id)
    ? { ok: true, records: [{ v: 1, type: "drop", id, at: stampOf(with_) }] }
    : no(GONE);

/** Parts a session in two at an instant inside it. */
export const splitTime = (id: string, instant: number, with_: Correcting): Corrected => {
  const session = sessionsOf(with_.records).find((one) => one.id === id);
  if (!session) return no(GONE);
  if (session.end === null) return no("This session still runs. Stop it first.");
  const { from, to } = stretchOf(session, with_.now);
  if (instant <= from || instant >= to) return no("That time does not lie inside the session.");
  const [at, middle] = [stampOf(with_), formatInstant(instant, with_.zone)];
  const { module, note, end } = session;
  return {
    ok: true,
    records: [
      { v: 1, type: "set", id, at, end: middle },
      { v: 1, type: "set", id: with_.newId(), at, module, start: middle, end, note },
    ],
  };
};

/** Makes one session of several on one module, from the first start to the last end; breaks between them count. */
export const mergeTimes = (ids: readonly string[], with_: Correcting): Corrected => {
  const all = sessionsOf(with_.records);
  const merged = all.filter(({ id }) => ids.includes(id));
  const [first, ...rest] = merged;
  if (!first || rest.length === 0 || merged.length !== new Set(ids).size) return no(GONE);
  if (merged.some(({ end }) => end === null)) return no("One of these sessions still runs. Stop it first.");
  const key = JSON.stringify(first.module);
  if (rest.some(({ module }) => JSON.stringify(module) !== key)) return no("These sessions are on different modules.");
  const last = merged.reduce((a, b) => (parseInstant(b.end ?? "") > parseInstant(a.end ?? "") ? b : a));
  const stretch = { from: parseInstant(first.start), to: parseInstant(last.end ?? "") };
  const inWay = all.filter(
    (other) =>
      !ids.includes(other.id) && busyOf([other]).some(({ from, to }) => from < stretch.to && to > stretch.from),
  );
  if (inWay.length > 0) return no(overlapWords(inWay, with_.now, with_.zone));
  const at = stampOf(with_);
  const note = merged.flatMap((one) => one.note ?? []).join("; ") || null;
  return {
    ok: true,
    records: [
      { v: 1, type: "set", id: first.id, at, end: last.end, note },
      ...rest.map(({ id }): TimeRecord => ({ v: 1, type: "drop", id, at })),
    ],
  };
};

/**
 * Takes back the latest correction that was not taken back yet, also after a restart: the sessions that it touched get
 * the values they had before. A correction is what was recorded at one instant; starts, stops and moves are none.
 */
export const undoCorrection = (with_: Correcting): Corrected => {
  const sorted = [...with_.records].sort(compareRecords);
  const open: string[] = [];
  for (const record of sorted) {
    if (record.type !== "set" && record.type !== "drop") continue;
    if (record.undo !== undefined) {
      const at = open.lastIndexOf(record.undo);
      if (at >= 0) open.splice(at, 1);
    } else if (open.at(-1) !== record.at) open.push(record.at);
  }
  const target = open.at(-1);
  if (target === undefined) return no("There is no correction to take back.");
  const taken = (one: TimeRecord): one is SetRecord | DropRecord =>
    one.at === target && one.undo === undefined && (one.type === "set" || one.type === "drop");
  const touched = sorted.filter(taken);
  const known = new Map(sessionsOf(sorted.filter((one) => !taken(one))).map((session) => [session.id, session]));
  const at = stampOf(with_);
  const records = [...new Set(touched.map(({ id }) => id))].map((id): TimeRecord => {
    const session = known.get(id);
    if (!session) return { v: 1, type: "drop", id, at, undo: target };
    const { module, start, end, note } = session;
    const has = (field: "module" | "start" | "end" | "note"): boolean =>
      touched.some((one) => one.id === id && one.type === "set" && one[field] !== undefined);
    return {
      ...{ v: 1, type: "set", id, at },
      ...(has("module") ? { module } : {}),
      ...(has("start") ? { start } : {}),
      ...(has("end") ? { end } : {}),
      ...(has("note") ? { note } : {}),
      undo: target,
    };
  });
  return { ok: true, records };
};
