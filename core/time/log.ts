import type { ModulePath } from "../outline/tree.ts";
import { parseInstant } from "./instant.ts";
import { faultOf, isModulePath, type StartRecord, type StopRecord, type TimeRecord } from "./record.ts";

export { serialise } from "./record.ts";
export { sessionsOf } from "./sessions.ts";

/** A line of the log that could not be read. It stays in the file. */
export interface BadLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** One sentence for the person. */
  readonly why: string;
}

/** What a log file holds. */
export interface Log {
  readonly records: readonly TimeRecord[];
  readonly quarantine: readonly BadLine[];
  /** The last line, where a write was cut off inside it: never acknowledged, so nothing is missing. */
  readonly torn: BadLine | null;
}

/**
 * Reads the text of a log: one JSON record a line (`\n` or `\r\n`), blank lines skipped. Records come in the order of
 * their lines; nothing depends on that order. Never throws: what is no record of this version waits in `quarantine`.
 */
export const readLog = (text: string): Log => {
  const records: TimeRecord[] = [];
  const quarantine: BadLine[] = [];
  const kept: Kept = { paths: new Map(), id: "" };
  let torn: BadLine | null = null;
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let line = 1; from < text.length; line++) {
    const newline = text.indexOf("\n", from);
    let to = newline < 0 ? text.length : newline;
    if (to > from && text.charCodeAt(to - 1) === 13) to--;
    const quick = readQuickly(text, from, to, kept);
    if (quick) records.push(quick);
    else {
      const read = readSlowly(text.slice(from, to));
      if (read.record) records.push(read.record);
      else if (read.why !== null) {
        const bad = { line, text: text.slice(from, to), why: read.why };
        if (newline < 0 && read.cut) torn = bad;
        else quarantine.push(bad);
      }
    }
    from = newline < 0 ? text.length : newline + 1;
  }
  return { records, quarantine, torn };
};

interface LineRead {
  readonly record: TimeRecord | null;
  readonly why: string | null;
  /** The line is no whole JSON value. */
  readonly cut: boolean;
}

const readSlowly = (line: string): LineRead => {
  if (line.trim() === "") return { record: null, why: null, cut: false };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const begun = line.startsWith("{") && !line.trimEnd().endsWith("}");
    const why = begun ? "The line was cut off while it was written." : "The line is not JSON.";
    return { record: null, why, cut: true };
  }
  const why = faultOf(value);
  return why === null ? { record: value as TimeRecord, why, cut: false } : { record: null, why, cut: false };
};

/** Strings that stand again and again in a log, kept once. */
interface Kept {
  readonly paths: Map<string, ModulePath>;
  /** The id of the line before: a stop mostly follows its start. */
  id: string;
}

/**
 * The two records that make up nearly the whole of a log, start and stop, read without JSON.parse where they stand
 * exactly as `serialise` writes them: half the time for a year of sessions. Null sends the line the slow way.
 */
const readQuickly = (text: string, from: number, to: number, kept: Kept): StartRecord | StopRecord | null => {
  const isStart = text.startsWith('{"v":1,"type":"start","id":"', from);
  if (!isStart && !text.startsWith('{"v":1,"type":"stop","id":"', from)) return null;
  const idAt = from + (isStart ? 28 : 27);
  const idEnd = text.indexOf('"', idAt);
  if (idEnd <= idAt || !text.startsWith(',"at":"', idEnd + 1)) return null;
  const at = idEnd + 8;
  const atEnd = text.indexOf('"', at);
  if (atEnd < 0 || atEnd > to || Number.isNaN(parseInstant(text, at, atEnd))) return null;
  if (idEnd - idAt !== kept.id.length || !text.startsWith(kept.id, idAt)) {
    const id = text.slice(idAt, idEnd);
    if (id.includes("\\")) return null;
    kept.id = id;
  }
  return isStart ? quickStart(text, at, atEnd, to, kept) : quickStop(text, at, atEnd, to, kept.id);
};

/** The instant between two offsets; the one given before it, where it is written alike. */
const sameOr = (text: string, from: number, to: number, known: string): string =>
  to - from === known.length && text.startsWith(known, from) ? known : text.slice(from, to);

const quickStop = (text: string, at: number, atEnd: number, to: number, id: string): StopRecord | null => {
  const from = atEnd + 9;
  if (!text.startsWith(',"end":"', atEnd + 1) || !text.startsWith('"}', to - 2)) return null;
  if (Number.isNaN(parseInstant(text, from, to - 2))) return null;
  const made = text.slice(at, atEnd);
  return { v: 1, type: "stop", id, at: made, end: sameOr(text, from, to - 2, made) };
};

const quickStart = (text: string, at: number, atEnd: number, to: number, kept: Kept): StartRecord | null => {
  if (!text.startsWith(',"module":{', atEnd + 1)) return null;
  const pathEnd = text.indexOf('"},"start":"', atEnd) + 2;
  if (pathEnd < 2 || pathEnd > to || !text.startsWith('"}', to - 2)) return null;
  const from = pathEnd + 10;
  if (Number.isNaN(parseInstant(text, from, to - 2))) return null;
  const module = internPath(text.slice(atEnd + 11, pathEnd), kept.paths);
  const made = text.slice(at, atEnd);
  return module && { v: 1, type: "start", id: kept.id, at: made, module, start: sameOr(text, from, to - 2, made) };
};

const internPath = (json: string, paths: Map<string, ModulePath>): ModulePath | null => {
  const known = paths.get(json);
  if (known) return known;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // A title that looks like the end of the path: the whole line is read the slow way instead.
    return null;
  }
  if (!isModulePath(value)) return null;
  paths.set(json, value);
  return value;
};
