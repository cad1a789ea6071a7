import type { Zone } from "../instant.ts";
import { type ExportInput, endedOf, oneLine } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, numbered, rowId } from "./imported.ts";
import { readStamp, utcStamp } from "./local.ts";

/**
 * iCalendar (RFC 5545): one event a session, in UTC. The UID comes from the session's id and never changes, so that a
 * calendar that reads the file again replaces the event.
 */
export const writeIcal = ({ sessions, now }: ExportInput): string => {
  const events = endedOf(sessions).flatMap(({ id, module, from, to, note }) => [
    "BEGIN:VEVENT",
    `UID:${escapeText(oneLine(id))}@lectern`,
    `DTSTAMP:${utcStamp(now)}`,
    `DTSTART:${utcStamp(from)}`,
    `DTEND:${utcStamp(to)}`,
    `SUMMARY:${escapeText(module.title)}`,
    ...categories([module.area, module.level]),
    ...(note === null ? [] : [`DESCRIPTION:${escapeText(note)}`]),
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ]);
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lectern//Time//EN", ...events, "END:VCALENDAR"];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
};

const categories = (names: readonly (string | null)[]): string[] => {
  const named = names.filter((name): name is string => name !== null && name !== "");
  return named.length === 0 ? [] : [`CATEGORIES:${named.map(escapeText).join(",")}`];
};

/** Text values (RFC 5545, 3.3.11). Control characters have no place in them. */
const escapeText = (text: string): string =>
  text
    .replace(/\r\n|\r|\n/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** Bytes of a character in UTF-8. */
const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** Lines of at most 75 bytes, continued with a space, never cut inside a character (RFC 5545, 3.1). */
const fold = (line: string): string => {
  let folded = "";
  let length = 0;
  for (const char of line) {
    const bytes = bytesOf(char);
    if (length + bytes > 75) {
      folded += "\r\n ";
      length = 1;
    }
    folded += char;
    length += bytes;
  }
  return folded;
};

/**
 * Reads the events of a calendar as sessions: categories, then the summary, as names. Times without a zone, and those
 * of a named zone, are taken as local time of `zone`. Whole-day events and repeated ones are passed over.
 */
export const readIcal = (text: string, zone: Zone): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  let event: Map<string, string> | null = null;
  for (const { line, content } of unfold(text)) {
    const match = /^([A-Za-z-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s.exec(content);
    const name = match?.[1]?.toUpperCase() ?? "";
    const value = match?.[3] ?? "";
    if (name === "BEGIN" && value.toUpperCase() === "VEVENT") event = new Map();
    else if (name === "END" && value.toUpperCase() === "VEVENT" && event) {
      const row = eventRow(event, zone);
      if (typeof row === "string") bad.push({ line, why: row });
      else rows.push(row);
      event = null;
    } else if (event && !event.has(name)) event.set(name, value);
  }
  return { rows: numbered(rows), bad };
};

const eventRow = (event: ReadonlyMap<string, string>, zone: Zone): ImportRow | string => {
  if (event.has("RRULE")) return "The event repeats; Lectern reads single events.";
  const from = readStamp(event.get("DTSTART") ?? "", zone);
  const to = event.has("DTEND")
    ? readStamp(event.get("DTEND") ?? "", zone)
    : from + lengthOf(event.get("DURATION") ?? "");
  if (!(to >= from)) return "The event has no start with an end after it.";
  const groups = (event.get("CATEGORIES") ?? "").split(/(?<!\\),/).map(plainText);
  const names = [...groups, plainText(event.get("SUMMARY") ?? "")].filter((name) => name !== "");
  if (names.length === 0) return "The event has no summary.";
  const uid = event.get("UID") ?? "";
  const own = /^(.+)@lectern$/.exec(uid);
  const id = own?.[1] ? plainText(own[1]) : rowId("ical", [from, to, uid, ...names]);
  return { id, from, to, names, note: null, text: plainText(event.get("DESCRIPTION") ?? "") || null };
};

const lengthOf = (text: string): number => {
  const match = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match) return Number.NaN;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
};

const plainText = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, char: string) => (char === "n" || char === "N" ? "\n" : char)).trim();

const unfold = (text: string): { line: number; content: string }[] => {
  const lines: { line: number; content: string }[] = [];
  text.split(/\r\n|\r|\n/).forEach((content, n) => {
    const last = lines.at(-1);
    if (/^[ \t]/.test(content) && last) last.content += content.slice(1);
    else lines.push({ line: n + 1, content });
  });
  return lines;
};
