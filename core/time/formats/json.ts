import { formatInstant, parseInstant } from "../instant.ts";
import { type ExportInput, endedOf, wholeMinutes } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, numbered, rowId } from "./imported.ts";

/** An array of sessions with the fields of the CSV. */
export const writeJson = ({ sessions, planned, zone }: ExportInput): string => {
  const rows = endedOf(sessions).map((one) => ({
    id: one.id,
    area: one.module.area,
    level: one.module.level,
    module: one.module.title,
    note: one.module.note,
    start: formatInstant(one.from, zone),
    end: formatInstant(one.to, zone),
    minutes: wholeMinutes(one),
    planned: planned(one.module),
    text: one.note,
  }));
  return rows.length === 0 ? "[]\n" : `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
};

/** The elements of a JSON array, with the line each begins on where it has a line of its own; null for anything else. */
export const readArray = (text: string): unknown[] | null => {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

/** A field of a parsed object, where it is a text that is not empty. */
export const textField = (value: unknown, field: string): string | null => {
  const found = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  return typeof found === "string" && found !== "" ? found : null;
};

/** Reads what `writeJson` writes. The line of a bad row is its place in the array. */
export const readJson = (text: string): Imported => {
  const values = readArray(text);
  if (!values) return { rows: [], bad: [{ line: 1, why: "The file is no JSON array." }] };
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  values.forEach((value, n) => {
    const [start, end] = [textField(value, "start"), textField(value, "end")];
    const [from, to] = [parseInstant(start ?? ""), parseInstant(end ?? "")];
    const names = ["area", "level", "module"].flatMap((field) => textField(value, field) ?? []);
    if (!(to >= from)) bad.push({ line: n + 1, why: "The entry has no start with an end after it." });
    else if (names.length === 0) bad.push({ line: n + 1, why: "The entry names no module." });
    else {
      const note = textField(value, "note");
      const id = textField(value, "id") ?? rowId("json", [from, to, ...names, note ?? ""]);
      rows.push({ id, from, to, names, note, text: textField(value, "text") });
    }
  });
  return { rows: numbered(rows), bad };
};
