import { parseInstant, type Zone } from "../instant.ts";
import { type BadRow, type Imported, type ImportRow, numbered, rowId } from "./imported.ts";
import { localInstant } from "./local.ts";

/** Where time stands in a note: the headings and items above it, outermost first. */
interface Above {
  readonly depth: number;
  readonly name: string;
}

/**
 * Reads the time that stands in a Markdown note: the ` ```simple-time-tracker ` fences of Obsidian's plugin and inline
 * fields `[clock:: START--END]` (or in parentheses). The names of a row are the headings above it and the entry's own.
 */
export const readInline = (text: string, note: string, zone: Zone): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  let above: Above[] = [];
  let fence: { line: number; mark: string; tracker: boolean; body: string[] } | null = null;
  text.split(/\r\n|\r|\n/).forEach((content, n) => {
    const line = n + 1;
    const mark = /^\s*(`{3,}|~{3,})\s*(\S*)/.exec(content);
    if (fence) {
      if (!mark?.[1]?.startsWith(fence.mark) || mark[2] !== "") fence.body.push(content);
      else {
        if (fence.tracker) readTracker(fence.body.join("\n"), fence.line, above, note, zone, rows, bad);
        fence = null;
      }
      return;
    }
    if (mark) {
      fence = { line, mark: mark[1] ?? "", tracker: mark[2] === "simple-time-tracker", body: [] };
      return;
    }
    above = withTitle(above, content);
    for (const [, span = ""] of content.matchAll(/[[(]clock::\s*([^\])]*)[\])]/g)) {
      const [start = "", end] = span.split("--").map((part) => part.trim());
      add(
        rows,
        bad,
        line,
        above.map(({ name }) => name),
        start,
        end ?? null,
        note,
        zone,
      );
    }
  });
  return { rows: numbered(rows), bad };
};

const withTitle = (above: readonly Above[], content: string): Above[] => {
  const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(content);
  const item = /^(\s*)(?:[-*+]|\d+[.)])\s+(.*)$/.exec(content);
  if (!heading && !item) return [...above];
  const depth = heading ? (heading[1]?.length ?? 1) : 10 + (item?.[1]?.replaceAll("\t", "    ").length ?? 0);
  const name = ((heading ?? item)?.[2] ?? "").replace(/[[(]clock::[^\])]*[\])]/g, "").trim();
  const kept = above.filter((one) => one.depth < depth);
  return name === "" ? kept : [...kept, { depth, name }];
};

interface TrackerEntry {
  readonly name?: unknown;
  readonly startTime?: unknown;
  readonly endTime?: unknown;
  readonly subEntries?: unknown;
}

const readTracker = (
  body: string,
  line: number,
  above: readonly Above[],
  note: string,
  zone: Zone,
  rows: ImportRow[],
  bad: BadRow[],
): void => {
  if (body.trim() === "") return;
  let entries: unknown;
  try {
    entries = (JSON.parse(body) as { entries?: unknown } | null)?.entries;
  } catch {
    bad.push({ line, why: "The time tracker holds no JSON." });
    return;
  }
  const walk = (list: unknown, names: readonly string[], depth: number): void => {
    if (!Array.isArray(list) || depth > 50) return;
    for (const entry of list as (TrackerEntry | null)[]) {
      const name = typeof entry?.name === "string" && entry.name.trim() !== "" ? [entry.name.trim()] : [];
      if (Array.isArray(entry?.subEntries)) walk(entry.subEntries, [...names, ...name], depth + 1);
      else if (entry)
        add(rows, bad, line, [...names, ...name], String(entry.startTime ?? ""), textOf(entry.endTime), note, zone);
    }
  };
  walk(
    entries,
    above.map(({ name }) => name),
    0,
  );
};

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

const add = (
  rows: ImportRow[],
  bad: BadRow[],
  line: number,
  names: readonly string[],
  start: string,
  end: string | null,
  note: string,
  zone: Zone,
): void => {
  const [from, to] = [anyInstant(start, zone), anyInstant(end ?? "", zone)];
  if (end === null || end === "") bad.push({ line, why: "The entry still runs." });
  else if (!(to >= from)) bad.push({ line, why: "The entry has no start with an end after it." });
  else {
    const known = names.length > 0 ? names : [note];
    rows.push({ id: rowId("inline", [from, to, note, ...known]), from, to, names: known, note, text: null });
  }
};

/** ISO 8601 with or without offset and seconds, or seconds or milliseconds since 1970; without offset: local time. */
const anyInstant = (text: string, zone: Zone): number => {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  if (/^\d{12,14}$/.test(text)) return Number(text);
  const match = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return Number.NaN;
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset] = match;
  if (!offset) return localInstant([year, month, day, hour, minute, second].map(Number), zone);
  const written = offset === "Z" ? offset : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  return parseInstant(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${written}`);
};
