import type { ModulePath } from "../../outline/tree.ts";
import { localTime, type Zone } from "../instant.ts";
import { pathKey } from "../places.ts";
import { type Ended, type ExportInput, endedOf, oneLine } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, namesOf, numbered, rowId } from "./imported.ts";
import { localDay, localInstant } from "./local.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * Org: a heading an area, level and module, with `:Effort:` and a `:LOGBOOK:` of CLOCK lines, newest first, as Org
 * clocks. Org knows whole minutes of local time: both ends are cut to the minute.
 */
export const writeOrg = ({ sessions, planned, zone }: ExportInput): string => {
  const byModule = new Map<string, { module: ModulePath; ended: Ended[] }>();
  for (const one of endedOf(sessions)) {
    const known = byModule.get(pathKey(one.module)) ?? { module: one.module, ended: [] };
    known.ended.push(one);
    byModule.set(pathKey(one.module), known);
  }
  const lines: string[] = [];
  let above: string[] = [];
  for (const { module, ended } of [...byModule.values()].sort(inTree)) {
    const names = namesOf(module);
    const parents = names.slice(0, -1);
    parents.forEach((name, depth) => {
      const known = parents.slice(0, depth + 1).every((part, n) => part === above[n]);
      if (!known) lines.push(`${"*".repeat(depth + 1)} ${heading(name)}`);
    });
    above = parents;
    lines.push(`${"*".repeat(names.length)} ${heading(names.at(-1) ?? "")}`);
    const minutes = planned(module);
    if (minutes !== null) lines.push(":PROPERTIES:", `:Effort: ${clockLength(minutes)}`, ":END:");
    lines.push(":LOGBOOK:", ...ended.reverse().flatMap((one) => clockLines(one, zone)), ":END:");
  }
  return lines.map((line) => `${line}\n`).join("");
};

const inTree = (a: { module: ModulePath }, b: { module: ModulePath }): number => {
  const [left, right] = [a, b].map(({ module }) => JSON.stringify([module.area, module.level, module.title]));
  return (left ?? "") < (right ?? "") ? -1 : 1;
};

/** A heading may not begin with what Org reads as a keyword, nor end in what it reads as tags. */
const heading = (name: string): string => oneLine(name).replace(/:$/, ": ").trim() || "…";

const clockLength = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;

const stamp = (instant: number, zone: Zone): string => {
  const { year, month, day, hour, minute } = localTime(instant, zone);
  const name = DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `[${localDay(instant, zone)} ${name} ${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}]`;
};

const clockLines = ({ from, to, note }: Ended, zone: Zone): string[] => {
  const minutes = Math.floor(to / 60_000) - Math.floor(from / 60_000);
  const clock = `CLOCK: ${stamp(from, zone)}--${stamp(to, zone)} => ${clockLength(minutes).padStart(5)}`;
  return note === null ? [clock] : [clock, `- ${oneLine(note)}`];
};

const CLOCK =
  /^\s*CLOCK:\s*[[<](\d{4})-(\d\d)-(\d\d)(?:\s+[^\s\d\]>]+)?\s+(\d{1,2}):(\d\d)(?::(\d\d))?[\]>](?:--[[<](\d{4})-(\d\d)-(\d\d)(?:\s+[^\s\d\]>]+)?\s+(\d{1,2}):(\d\d)(?::(\d\d))?[\]>])?/i;

/** Reads CLOCK lines beneath the headings (or the Logseq bullets) that they belong to. Local time of `zone`. */
export const readOrg = (text: string, zone: Zone): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  let path: { depth: number; name: string }[] = [];
  text.split(/\r\n|\r|\n/).forEach((content, n) => {
    const line = n + 1;
    const title = titleOf(content);
    if (title) path = [...path.filter(({ depth }) => depth < title.depth), title];
    const match = CLOCK.exec(content);
    if (!match) return;
    const [from, to] = [match.slice(1, 7), match.slice(7, 13)].map((fields) =>
      localInstant(
        fields.map((field) => Number(field ?? 0)),
        zone,
      ),
    );
    const names = path.map(({ name }) => name).filter((name) => name !== "");
    if (match[7] === undefined) bad.push({ line, why: "The clock still runs." });
    else if (!((to ?? Number.NaN) >= (from ?? Number.NaN)))
      bad.push({ line, why: "The clock has no end after its start." });
    else if (names.length === 0) bad.push({ line, why: "The clock stands under no heading." });
    else if (from !== undefined && to !== undefined)
      rows.push({ id: rowId("org", [from, to, ...names]), from, to, names, note: null, text: null });
  });
  return { rows: numbered(rows), bad };
};

const KEYWORD = /^(?:TODO|DONE|DOING|NOW|LATER|WAITING|NEXT|CANCELLED|CANCELED)\s+|^\[#[A-Z0-9]\]\s*/;

const titleOf = (line: string): { depth: number; name: string } | null => {
  const star = /^(\*+)\s+(.*)$/.exec(line);
  const bullet = /^(\s*)-\s+(?!\[\d{4})(.*)$/.exec(line);
  const found = star ?? bullet;
  if (!found) return null;
  let name = (found[2] ?? "").replace(/\s+:[\w@#%:]+:\s*$/, "");
  while (KEYWORD.test(name)) name = name.replace(KEYWORD, "");
  // Bullets of Logseq lie beneath any heading.
  const depth = star ? (star[1]?.length ?? 0) : 100 + (bullet?.[1]?.replaceAll("\t", "  ").length ?? 0);
  return { depth, name: name.replace(/\[\[[^\]]*\]\[([^\]]*)\]\]/g, "$1").trim() };
};
