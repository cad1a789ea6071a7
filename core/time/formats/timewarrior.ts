import type { Zone } from "../instant.ts";
import { type ExportInput, endedOf, oneLine } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, namesOf, numbered, rowId } from "./imported.ts";
import { readArray, textField } from "./json.ts";
import { readStamp, utcStamp } from "./local.ts";

/** The JSON of `timew export` and `timew import`: newest last, UTC, tags from the area in, the note as annotation. */
export const writeTimewarrior = ({ sessions }: ExportInput): string => {
  const entries = endedOf(sessions).map(({ module, from, to, note }, n, all) => ({
    id: all.length - n,
    start: utcStamp(from),
    end: utcStamp(to),
    tags: namesOf(module).map(oneLine),
    ...(note === null ? {} : { annotation: oneLine(note) }),
  }));
  return entries.length === 0 ? "[]\n" : `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`;
};

/** Reads both what `timew export` prints and the `inc` lines of its data files. */
export const readTimewarrior = (text: string, zone: Zone): Imported =>
  text.trimStart().startsWith("[") ? readExport(text, zone) : readData(text, zone);

const rowOf = (
  start: string,
  end: string,
  tags: readonly string[],
  text: string | null,
  zone: Zone,
): ImportRow | null => {
  const [from, to] = [readStamp(start, zone), readStamp(end, zone)];
  const names = tags.length > 0 ? tags : text === null ? [] : [text];
  if (!(to >= from) || names.length === 0) return null;
  return { id: rowId("timewarrior", [from, to, ...names]), from, to, names, note: null, text };
};

const readExport = (text: string, zone: Zone): Imported => {
  const values = readArray(text);
  if (!values) return { rows: [], bad: [{ line: 1, why: "The file is not what timew export prints." }] };
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  values.forEach((value, n) => {
    const tags = (value as { tags?: unknown } | null)?.tags;
    const list = Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === "string") : [];
    const end = textField(value, "end");
    const row = rowOf(textField(value, "start") ?? "", end ?? "", list, textField(value, "annotation"), zone);
    if (row) rows.push(row);
    else bad.push({ line: n + 1, why: end === null ? "The entry still runs." : "The entry has no times or no tags." });
  });
  return { rows: numbered(rows), bad };
};

/** `inc 20220205T080000Z - 20220205T110000Z # FOO "two words" # annotation`. */
const DATA = /^inc (\d{8}T\d{6}Z)(?: - (\d{8}T\d{6}Z))?(?: #((?:\s+(?:"(?:[^"\\]|\\.)*"|[^\s"#]\S*))*))?(?: # (.*))?$/;

const readData = (text: string, zone: Zone): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  text.split(/\r\n|\r|\n/).forEach((content, n) => {
    if (content.trim() === "") return;
    const line = n + 1;
    const match = DATA.exec(content.trimEnd());
    const tags = [...(match?.[3] ?? "").matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)];
    const names = tags.map(([, quoted, bare]) => (quoted ?? bare ?? "").replace(/\\(.)/g, "$1"));
    const annotation = match?.[4]?.replace(/^"(.*)"$/, "$1").replace(/\\(.)/g, "$1") || null;
    const row = match && rowOf(match[1] ?? "", match[2] ?? "", names, annotation, zone);
    if (row) rows.push(row);
    else bad.push({ line, why: match && !match[2] ? "The entry still runs." : "The line is no timewarrior entry." });
  });
  return { rows: numbered(rows), bad };
};
