import type { ModulePath } from "../outline/tree.ts";
import { parseInstant } from "./instant.ts";

/** The version of the log's schema that this code writes, and the newest that it reads. */
export const LOG_VERSION = 1;

interface Recorded {
  readonly v: 1;
  /** The session (or move) that the record is about. Unique across machines. */
  readonly id: string;
  /** When the record was made, ISO 8601 with offset. Later records win over earlier ones. */
  readonly at: string;
  /** `at` of the correction that this record takes back. */
  readonly undo?: string;
}

/** A session began. */
export interface StartRecord extends Recorded {
  readonly type: "start";
  readonly module: ModulePath;
  readonly start: string;
  readonly note?: string;
}

/** A session ended; `paused` where the person means to go on with the same module. */
export interface StopRecord extends Recorded {
  readonly type: "stop";
  readonly end: string;
  readonly paused?: true;
}

/** A session was added, corrected or brought back: the fields that stand here replace what was known of them. */
export interface SetRecord extends Recorded {
  readonly type: "set";
  readonly module?: ModulePath;
  readonly start?: string;
  readonly end?: string | null;
  readonly note?: string | null;
}

/** A session was deleted, or a move taken back. A later `set` (or `move`) on the id brings it back. */
export interface DropRecord extends Recorded {
  readonly type: "drop";
}

/** A note, area, level or module: fields left out stand for everything beneath. */
export interface PathPrefix {
  readonly note: string;
  readonly area?: string | null;
  readonly level?: string | null;
  readonly title?: string;
}

/** A note, area, level or module was renamed or moved: sessions recorded before on `from` belong to `to`. */
export interface MoveRecord extends Recorded {
  readonly type: "move";
  readonly from: PathPrefix;
  readonly to: PathPrefix;
}

/**
 * So many minutes of sessions were written into the note as spent time. They are not counted a second time from there;
 * what the note says beyond them is the person's own. The last record on a module wins.
 */
export interface WrittenRecord extends Recorded {
  readonly type: "written";
  readonly module: ModulePath;
  readonly minutes: number;
}

/** One line of the log. */
export type TimeRecord = StartRecord | StopRecord | SetRecord | DropRecord | MoveRecord | WrittenRecord;

/** How deep a prefix reaches: 1 note, 2 area, 3 level, 4 module. */
export const depthOf = (path: PathPrefix): 1 | 2 | 3 | 4 => {
  if (path.title !== undefined) return 4;
  if (path.level !== undefined) return 3;
  return path.area !== undefined ? 2 : 1;
};

const writePath = ({ note, area, level, title }: PathPrefix): PathPrefix => ({
  note,
  ...(area === undefined ? {} : { area }),
  ...(level === undefined ? {} : { level }),
  ...(title === undefined ? {} : { title }),
});

/** The one line (without line end) that stands for a record; equal records give equal lines. */
export const serialise = (record: TimeRecord): string => {
  const { v, type, id, at } = record;
  const head = { v, type, id, at };
  switch (record.type) {
    case "start": {
      const { module, start, note } = record;
      return JSON.stringify({ ...head, module: writePath(module), start, note });
    }
    case "stop":
      return JSON.stringify({ ...head, end: record.end, paused: record.paused });
    case "set": {
      const { module, start, end, note } = record;
      return JSON.stringify({ ...head, module: module && writePath(module), start, end, note, undo: record.undo });
    }
    case "drop":
      return JSON.stringify({ ...head, undo: record.undo });
    case "written":
      return JSON.stringify({ ...head, module: writePath(record.module), minutes: record.minutes });
    case "move":
      return JSON.stringify({ ...head, from: writePath(record.from), to: writePath(record.to) });
  }
};

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isInstant = (value: unknown): value is string => typeof value === "string" && !Number.isNaN(parseInstant(value));
const isName = (value: unknown): value is string | null => value === null || typeof value === "string";

const isPrefix = (value: unknown): value is PathPrefix =>
  isObject(value) &&
  typeof value.note === "string" &&
  (value.area === undefined ||
    (isName(value.area) &&
      (value.level === undefined ||
        (isName(value.level) && (value.title === undefined || typeof value.title === "string"))))) &&
  (value.area !== undefined || value.level === undefined) &&
  (value.level !== undefined || value.title === undefined);

/** Whether a value read from outside names one module. */
export const isModulePath = (value: unknown): value is ModulePath => isPrefix(value) && value.title !== undefined;

/** Says in a sentence why a parsed line is no record of this version; null where it is one. */
export const faultOf = (value: unknown): string | null => {
  if (!isObject(value)) return "The line is not a record.";
  const version = value.v;
  if (typeof version === "number" && version > LOG_VERSION)
    return `The record was written by a newer Lectern (version ${version} of the log).`;
  if (version !== LOG_VERSION) return "The record has no version that Lectern knows.";
  if (typeof value.id !== "string" || value.id === "") return "The record has no id.";
  if (!isInstant(value.at)) return "The record does not say when it was made.";
  if (value.undo !== undefined && typeof value.undo !== "string") return "The record does not say what it takes back.";
  return faultOfFields(value);
};

const faultOfFields = (value: Json): string | null => {
  const optional = (field: unknown, test: (value: unknown) => boolean): boolean => field === undefined || test(field);
  const isText = (field: unknown): boolean => typeof field === "string";
  switch (value.type) {
    case "start":
      if (!isModulePath(value.module)) return "The start names no module.";
      if (!isInstant(value.start)) return "The start has no time.";
      return optional(value.note, isText) ? null : "The note of the start is no text.";
    case "stop":
      if (!isInstant(value.end)) return "The stop has no time.";
      return optional(value.paused, (paused) => paused === true) ? null : "The stop is marked in an unknown way.";
    case "set":
      if (!optional(value.module, isModulePath)) return "The correction names no module.";
      if (!optional(value.start, isInstant)) return "The correction has a start that is no time.";
      if (!optional(value.end, (end) => end === null || isInstant(end)))
        return "The correction has an end that is no time.";
      return optional(value.note, isName) ? null : "The note of the correction is no text.";
    case "drop":
      return null;
    case "written":
      if (!isModulePath(value.module)) return "The written time names no module.";
      return Number.isFinite(value.minutes) && Number(value.minutes) >= 0 ? null : "The written time has no minutes.";
    case "move":
      if (!isPrefix(value.from) || !isPrefix(value.to)) return "The move does not say from where to where.";
      return depthOf(value.from) === depthOf(value.to) ? null : "The move changes a module into something else.";
    default:
      return "The record is of a kind that Lectern does not know.";
  }
};
