import type { Zone } from "../instant.ts";
import { type ExportInput, endedOf, oneLine } from "./exported.ts";
import { type BadRow, type Imported, type ImportRow, numbered, rowId } from "./imported.ts";
import {
  type DateOrder,
  dateOrder,
  localClock,
  localDay,
  localInstant,
  readClock,
  readDate,
  readDuration,
  writeDuration,
} from "./local.ts";
import { readTable, type TableRow, writeTable } from "./table.ts";

/** Toggl refuses rows without an address, and takes any for its own. */
const EMAIL = "me@example.com";

const COLUMNS = "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,Duration,Tags".split(",");

/** The CSV that Toggl Track imports: area as project, level as task, module as description. Local time. */
export const writeToggl = ({ sessions, zone }: ExportInput): string =>
  writeTable([
    COLUMNS,
    ...endedOf(sessions).map(({ module, from, to, note }) => [
      "",
      EMAIL,
      "",
      oneLine(module.area ?? ""),
      oneLine(module.level ?? ""),
      oneLine(module.title),
      "No",
      localDay(from, zone),
      localClock(from, zone),
      writeDuration(to - from),
      note === null ? "" : oneLine(note),
    ]),
  ]);

/** How the columns of one program are called. */
export interface SheetColumns {
  readonly names: readonly (readonly string[])[];
  readonly text: readonly string[];
  readonly day: readonly string[];
  readonly clock: readonly string[];
  readonly length: readonly string[];
}

/** Reads the CSV exports of programs that keep a date, a time of day and a length in columns of their own. */
export const readSheet = (
  text: string,
  zone: Zone,
  format: string,
  columns: SheetColumns,
  order?: DateOrder,
): Imported & { readonly certain: boolean } => {
  const table = readTable(text);
  const told = dateOrder(table.rows.map((row) => row.get(...columns.day)));
  const bad: BadRow[] = [];
  const rows: ImportRow[] = [];
  for (const row of table.rows) {
    const read = sheetRow(row, zone, format, columns, order ?? told.order);
    if (typeof read === "string") bad.push({ line: row.line, why: read });
    else rows.push(read);
  }
  return { rows: numbered(rows), bad, certain: order !== undefined || told.certain };
};

const sheetRow = (
  row: TableRow,
  zone: Zone,
  format: string,
  columns: SheetColumns,
  order: DateOrder,
): ImportRow | string => {
  const [day, clock] = [readDate(row.get(...columns.day), order), readClock(row.get(...columns.clock))];
  const from = day && clock ? localInstant([...day, ...clock], zone) : Number.NaN;
  const length = readDuration(row.get(...columns.length));
  if (Number.isNaN(from)) return "The row has no start date and time that Lectern can read.";
  if (Number.isNaN(length)) return "The row has no duration that Lectern can read.";
  const names = columns.names.map((column) => row.get(...column)).filter((name) => name !== "");
  if (names.length === 0) return "The row names no project, task or description.";
  const to = from + length;
  return {
    id: rowId(format, [from, to, ...names]),
    from,
    to,
    names,
    note: null,
    text: row.get(...columns.text) || null,
  };
};

/** Reads Toggl's detailed report as CSV. Local time of `zone`; `order` where the person said how its dates are written. */
export const readToggl = (text: string, zone: Zone, order?: DateOrder): Imported & { readonly certain: boolean } =>
  readSheet(
    text,
    zone,
    "toggl",
    {
      names: [["project"], ["task"], ["description"]],
      text: ["tags"],
      day: ["start date"],
      clock: ["start time"],
      length: ["duration"],
    },
    order,
  );
