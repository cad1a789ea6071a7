import { randomUUID } from "node:crypto";
import type { Input } from "#core/api.ts";
import { fail, ok, type Result } from "#core/result.ts";
import {
  addTime,
  type Corrected,
  type Correcting,
  changeTime,
  dropTime,
  giveTime,
  mergeTimes,
  noteTime,
  splitTime,
  undoCorrection,
} from "#core/time/correction.ts";
import { parseEntry } from "#core/time/entry.ts";
import { formatInstant, parseInstant, systemZone } from "#core/time/instant.ts";
import type { MoveRecord, TimeRecord, WrittenRecord } from "#core/time/record.ts";

/** A correction as the window asks for it. */
export type Correction = Input<"editTime">;

/** The records that a correction appends to the log, or why it can't be made. */
export const correctionRecords = (
  correction: Correction,
  records: readonly TimeRecord[],
  now: Date,
): Result<readonly TimeRecord[]> => {
  const around: Correcting = { records, now: now.getTime(), zone: systemZone, newId: randomUUID };
  const typed = (text: string, make: (stretch: { from: number; to: number }) => Corrected): Corrected => {
    const entry = parseEntry(text, now.getTime(), systemZone);
    return entry.ok ? make(entry.value) : { ok: false, why: entry.why, mends: [] };
  };
  const corrected = ((): Corrected => {
    switch (correction.kind) {
      case "add":
        return typed(correction.text, (stretch) => addTime(correction.module, stretch, null, around));
      case "set":
        return typed(correction.text, (stretch) => changeTime(correction.id, stretch, around));
      case "note":
        return noteTime(correction.id, correction.note, around);
      case "split":
        return splitTime(correction.id, parseInstant(correction.at), around);
      case "merge":
        return mergeTimes(correction.ids, around);
      case "give":
        return giveTime(correction.id, correction.module, around);
      case "drop":
        return dropTime(correction.id, around);
      case "undo":
        return undoCorrection(around);
    }
  })();
  if (corrected.ok) return ok(corrected.records);
  const inTheWay = corrected.mends.length > 0;
  return fail(
    "bad-input",
    corrected.why,
    inTheWay ? "Change the times so that they do not overlap, or correct the other session first." : "",
  );
};

/** The records that say that modules were renamed or moved. Moves to where they are already are left out. */
export const moveRecords = (moves: Input<"moveModules">["moves"], now: Date): readonly MoveRecord[] => {
  const at = formatInstant(now.getTime(), systemZone);
  return moves
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
    .map(({ from, to }) => ({ v: 1, type: "move", id: randomUUID(), at, from, to }));
};

/** The record that says that a note was renamed or moved, with everything in it. Paths inside the notebook. */
export const noteMoveRecord = (from: string, to: string, now: Date): MoveRecord => ({
  v: 1,
  type: "move",
  id: randomUUID(),
  at: formatInstant(now.getTime(), systemZone),
  from: { note: from },
  to: { note: to },
});

/** The records that say that tracked minutes were written into the notes of these modules. */
export const writtenRecords = (written: Input<"recordWritten">["written"], now: Date): readonly WrittenRecord[] => {
  const at = formatInstant(now.getTime(), systemZone);
  return written.map(({ module, minutes }) => ({ v: 1, type: "written", id: randomUUID(), at, module, minutes }));
};
