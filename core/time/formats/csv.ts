import { formatInstant, parseInstant } from "../instant.ts";
import { type ExportInput, endedOf, wholeMinutes } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, numbered, rowId } from "./imported.ts";
import { readTable, writeTable } from "./table.ts";

const COLUMNS = ["area", "level", "module", "note", "start", "end", "minutes", "planned", "text", "id"];

/** Lectern's own table: one session a row, instants as ISO 8601 with offset, whole minutes. */
export const writeCsv = ({ sessions, planned, zone }: ExportInput): string =>
  writeTable([
    COLUMNS,
    ...endedOf(sessions).map((one) => [
      one.module.area,
      one.module.level,
      one.module.title,
      one.module.note,
      formatInstant(one.from, zone),
      formatInstant(one.to, zone),
      wholeMinutes(one),
      planned(one.module),
      one.note,
      one.id,
    ]),
  ]);

/** Reads what `writeCsv` writes; the id may be missing. */
export const readCsv = (text: string): Imported => {
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  for (const row of readTable(text).rows) {
    const { line } = row;
    const [from, to] = [parseInstant(row.get("start")), parseInstant(row.get("end"))];
    const names = [row.get("area"), row.get("level"), row.get("module")].filter((name) => name !== "");
    if (Number.isNaN(from) || Number.isNaN(to)) bad.push({ line, why: "The row has no start and end in ISO 8601." });
    else if (to < from) bad.push({ line, why: "The row ends before it starts." });
    else if (names.length === 0) bad.push({ line, why: "The row names no module." });
    else {
      const note = row.get("note") || null;
      const id = row.get("id") || rowId("csv", [from, to, ...names, note ?? ""]);
      rows.push({ id, from, to, names, note, text: row.get("text") || null });
    }
  }
  return { rows: numbered(rows), bad };
};
