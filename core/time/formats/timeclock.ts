import type { Zone } from "../instant.ts";
import { type ExportInput, endedOf, oneLine } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, namesOf, numbered, rowId } from "./imported.ts";
import { localClock, localDay, localInstant } from "./local.ts";

/**
 * A part of an account name: `:` parts accounts, two spaces end them, and `;` begins a comment, so that all three are
 * written as something that looks the same.
 */
const accountPart = (name: string): string => oneLine(name).replaceAll(":", "∶").replaceAll(";", "；") || "…";
const plainPart = (name: string): string => name.replaceAll("∶", ":").replaceAll("；", ";").trim();

/**
 * The time log of hledger and ledger: `i` and `o` lines in local time, seconds exact, `area:level:module` as the
 * account. Sessions follow each other, as hledger asks for; where two overlap the later begins at the earlier's end.
 */
export const writeTimeclock = ({ sessions, zone }: ExportInput): string => {
  let last = Number.NEGATIVE_INFINITY;
  const lines: string[] = [];
  for (const { module, from, to, note } of endedOf(sessions)) {
    const start = Math.max(Math.floor(from / 1000) * 1000, last);
    const end = Math.floor(to / 1000) * 1000;
    // Local time runs backwards when the clocks go back; no timeclock reader can be told.
    if (end < start) continue;
    last = end;
    const account = namesOf(module).map(accountPart).join(":");
    const text = note === null ? "" : `  ${oneLine(note).replaceAll(";", "；")}`;
    lines.push(
      `i ${localDay(start, zone, "/")} ${localClock(start, zone)} ${account}${text}\n`,
      `o ${localDay(end, zone, "/")} ${localClock(end, zone)}\n`,
    );
  }
  return lines.join("");
};

const LINE = /^([io])\s+(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[+-]\d{4})?(?:\s+(.*))?$/i;

/** Reads `i` and `o` lines, local time of `zone`. Comments and other lines are passed over. */
export const readTimeclock = (text: string, zone: Zone): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  let open: { line: number; from: number; account: string } | null = null;
  text.split(/\r\n|\r|\n/).forEach((content, n) => {
    const line = n + 1;
    const match = LINE.exec(content.trimEnd());
    if (!match) {
      if (/^[ioIO]\s/.test(content)) bad.push({ line, why: "The line is no timeclock entry." });
      return;
    }
    const instant = localInstant(
      match.slice(2, 8).map((part) => Number(part ?? 0)),
      zone,
    );
    if (Number.isNaN(instant)) bad.push({ line, why: "The line has a time that does not exist." });
    else if (match[1]?.toLowerCase() === "i") {
      if (open) bad.push({ line: open.line, why: "The entry begins and does not end." });
      open = { line, from: instant, account: match[8] ?? "" };
    } else if (!open) bad.push({ line, why: "The entry ends and did not begin." });
    else {
      const row = rowOf(open, instant);
      if (row) rows.push(row);
      else bad.push({ line, why: "The entry names no account, or ends before it begins." });
      open = null;
    }
  });
  const last = open as { line: number } | null;
  if (last) bad.push({ line: last.line, why: "The entry begins and does not end." });
  return { rows: numbered(rows), bad };
};

const rowOf = ({ from, account }: { from: number; account: string }, to: number): ImportRow | null => {
  const [name = "", ...rest] = account.split(/ {2,}|\t/);
  const names = name
    .split(":")
    .map(plainPart)
    .filter((part) => part !== "");
  if (names.length === 0 || to < from) return null;
  const text = plainPart(rest.join(" ").replace(/;.*$/, "")) || null;
  return { id: rowId("timeclock", [from, to, ...names]), from, to, names, note: null, text };
};
