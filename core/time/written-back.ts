import type { ModulePath } from "../outline/tree.ts";
import { activeMoves } from "./moves.ts";
import { pathKey } from "./places.ts";
import type { TimeRecord, WrittenRecord } from "./record.ts";
import { compareRecords } from "./sessions.ts";

/** Minutes of sessions that stand in the notes as spent time, by `pathKey` of the module. */
export type WrittenBack = ReadonlyMap<string, number>;

/** What was written back by the log's records, on the modules as they are named now. */
export const writtenBackOf = (records: readonly TimeRecord[]): WrittenBack => {
  const written = records.filter((record): record is WrittenRecord => record.type === "written");
  if (written.length === 0) return new Map();
  const moveIds = new Set(records.flatMap((record) => (record.type === "move" ? [record.id] : [])));
  const moves = activeMoves(records.filter(({ id }) => moveIds.has(id)));
  const minutes = new Map<string, number>();
  for (const record of written.sort(compareRecords))
    minutes.set(pathKey(moves.follow(record.module, record)), record.minutes);
  return minutes;
};

/**
 * The minutes to write into the note for a module: what was tracked, and what stands there of the person's own. Goes to
 * `writeBack`; the record to append says `tracked`.
 */
export const minutesToWrite = (
  path: ModulePath,
  tracked: number,
  written: number | null,
  before: WrittenBack,
): number => tracked + Math.max(0, (written ?? 0) - (before.get(pathKey(path)) ?? 0));
