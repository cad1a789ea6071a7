import type { ModulePath } from "../outline/tree.ts";
import { parseInstant } from "./instant.ts";
import { depthOf, type MoveRecord, type PathPrefix, serialise, type TimeRecord } from "./record.ts";

/** The renames of a log that are in force, ready to be followed. */
export interface Moves {
  /** True where the log holds no move: modules are where their sessions say. */
  readonly none: boolean;
  /** Where a module is now that was named in `record`. */
  follow(module: ModulePath, record: TimeRecord): ModulePath;
}

/** Where a move stands among all records: instant, then text. */
interface Place {
  readonly at: number;
  readonly text: string;
}

interface Step extends Place {
  readonly move: MoveRecord;
}

const before = (a: Place, b: Place): boolean => a.at < b.at || (a.at === b.at && a.text < b.text);
const placeOf = (record: TimeRecord): Place => ({ at: parseInstant(record.at), text: serialise(record) });

/** A string that is equal for equal prefixes and only for those. */
const keyOf = (path: PathPrefix, depth: number): string =>
  JSON.stringify([path.note, path.area, path.level, path.title].slice(0, depth));

/** Takes the moves of a log and the drops on their ids: a move whose last record is a drop is not in force. */
export const activeMoves = (records: readonly TimeRecord[]): Moves => {
  if (records.length === 0) return { none: true, follow: (module) => module };
  const last = new Map<string, { place: Place; record: TimeRecord }>();
  for (const record of records) {
    const place = placeOf(record);
    const known = last.get(record.id);
    if (!known || before(known.place, place)) last.set(record.id, { place, record });
  }
  const steps: Step[] = [];
  for (const { place, record } of last.values()) if (record.type === "move") steps.push({ ...place, move: record });
  steps.sort((a, b) => (before(a, b) ? -1 : 1));
  const byOrigin = new Map<string, Step[]>();
  for (const step of steps) {
    const key = keyOf(step.move.from, depthOf(step.move.from));
    byOrigin.set(key, [...(byOrigin.get(key) ?? []), step]);
  }
  return { none: steps.length === 0, follow: (module, record) => follow(module, placeOf(record), byOrigin) };
};

const follow = (module: ModulePath, from: Place, byOrigin: ReadonlyMap<string, readonly Step[]>): ModulePath => {
  let current = module;
  let place = from;
  for (;;) {
    const next = nextStep(current, place, byOrigin);
    if (!next) return current;
    current = { ...current, ...next.move.to };
    place = next;
  }
};

/** The earliest move after a place that takes the module along. */
const nextStep = (module: ModulePath, place: Place, byOrigin: ReadonlyMap<string, readonly Step[]>): Step | null => {
  let found: Step | null = null;
  for (let depth = 1; depth <= 4; depth++) {
    const step = byOrigin.get(keyOf(module, depth))?.find((candidate) => before(place, candidate));
    if (step && (!found || before(step, found))) found = step;
  }
  return found;
};
