import { parseArgs } from "node:util";
import { dayRange, type Stretch } from "#core/time/calendar.ts";
import { type ExportFormat, exportFormats, writeTime } from "#core/time/formats/formats.ts";
import { writeTable } from "#core/time/formats/table.ts";
import { systemZone } from "#core/time/instant.ts";
import { type NoteOutline, pathKey, placesOf } from "#core/time/places.ts";
import { type Report, report, within } from "#core/time/report.ts";
import { type Grouping, type Row, rowsOf, sumOf } from "#core/time/rows.ts";
import type { Session } from "#core/time/session.ts";
import { readSessions } from "#core/time/sessions.ts";
import { type WrittenBack, writtenBackOf } from "#core/time/written-back.ts";
import { readTimeLog } from "../files/time-log.ts";
import { harmless } from "./harmless.ts";
import { Ending, notebookAt, readOutlines } from "./notebook.ts";
import type { Terminal } from "./terminal.ts";

export { startCommand, statusCommand, stopCommand } from "./timer.ts";

const groupings = ["note", "area", "level", "module", "day", "week"] as const;
const formats = ["table", ...exportFormats] as const;
type Format = (typeof formats)[number];

const use = `lectern time NOTEBOOK [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--by ${groupings.join("|")}] [--format ${formats.join("|")}]`;

interface Request {
  readonly notebook: string;
  readonly range: Stretch | null;
  readonly by: Grouping | null;
  readonly format: Format;
}

/**
 * `lectern time NOTEBOOK`: the time spent, as a table by area, level, module, note, day or week, or its sessions in
 * another program's format; with `--by`, CSV and JSON hold the rows of the report instead. `--from` and `--to` are local
 * days, both included. Exit code 0 done, 2 wrong use, 3 not readable.
 */
export const timeCommand = async (args: readonly string[], terminal: Terminal): Promise<number> => {
  const complain = (text: string): unknown => terminal.stderr.write(`lectern time: ${harmless(text)}\n`);
  try {
    const request = readArguments(args);
    const notebook = notebookAt(terminal.cwd, request.notebook);
    const log = await readTimeLog(notebook.root);
    if (!log.ok) throw new Ending(3, `${log.error.message} ${log.error.action}`);
    for (const { line, why } of log.value.quarantine) complain(`.lectern/time.jsonl line ${line} was left out: ${why}`);
    const { sessions, problems } = readSessions(log.value.records);
    const overlaps = problems.filter(({ kind }) => kind === "overlap").length;
    if (overlaps > 0) complain(`${overlaps} sessions overlap others; their minutes count twice.`);
    const own = notebook.single === null ? sessions : sessions.filter(({ module }) => module.note === notebook.single);
    const needsNotes =
      request.format === "table" || request.by !== null || ["csv", "json", "org"].includes(request.format);
    const { notes, skipped } = needsNotes ? await readOutlines(notebook) : { notes: [], skipped: [] };
    for (const why of skipped) complain(why);
    terminal.stdout.write(print(request, own, notes, terminal.now().getTime(), writtenBackOf(log.value.records)));
    return 0;
  } catch (error) {
    if (!(error instanceof Ending)) throw error;
    complain(error.message);
    return error.code;
  }
};

const readArguments = (args: readonly string[]): Request => {
  const options = {
    from: { type: "string" },
    to: { type: "string" },
    by: { type: "string" },
    format: { type: "string" },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Ending(2, `${error instanceof Error ? error.message : error} Use: ${use}`);
  }
  const { from, to, by, format = "table" } = parsed.values;
  const [notebook, ...more] = parsed.positionals;
  if (notebook === undefined || more.length > 0) throw new Ending(2, `It takes one notebook. Use: ${use}`);
  const range = from === undefined && to === undefined ? null : dayRange(from ?? null, to ?? null, systemZone);
  if (range === null && (from ?? to) !== undefined)
    throw new Ending(2, `A day is written as 2026-11-23, not as "${[from, to].filter(Boolean).join('" or "')}".`);
  if (range && range.to <= range.from) throw new Ending(2, "--to lies before --from.");
  const grouping = groupings.find((known) => known === by);
  if (by !== undefined && !grouping) throw new Ending(2, `There is no report by "${by}". Use: ${use}`);
  const known = formats.find((one) => one === format);
  if (!known) throw new Ending(2, `There is no format "${format}". Use: ${use}`);
  if (grouping && !["table", "csv", "json"].includes(known))
    throw new Ending(2, `--by goes with the formats table, csv and json; ${known} holds sessions.`);
  return { notebook, range, by: grouping ?? null, format: known };
};

const print = (
  { range, by, format }: Request,
  sessions: readonly Session[],
  notes: NoteOutline[],
  now: number,
  writtenBack: WrittenBack,
): string => {
  if (format !== "table" && by === null) return exported(format, sessions, notes, range, now);
  const whole = report({ sessions, notes, range, now, zone: systemZone, writtenBack });
  const grouping = by ?? "module";
  const rows = rowsOf(whole, grouping).filter(
    (row) => row.tracked + row.written > 0 || (range === null && row.planned > 0),
  );
  if (format === "table") return table(rows, grouping, whole);
  const fields = rows.map((row) => ({
    ...namesOf(row, grouping),
    planned: Math.round(row.planned),
    tracked: Math.round(row.tracked),
    written: Math.round(row.written),
    sessions: row.sessions,
    placed: row.placed,
  }));
  if (format === "json") return `${JSON.stringify(fields, null, 1)}\n`;
  const columns = Object.keys(fields[0] ?? { ...namesOf(EMPTY, grouping), ...COUNTS });
  return writeTable([
    columns,
    ...fields.map((one) => Object.values(one).map((value) => (typeof value === "boolean" ? String(value) : value))),
  ]);
};

const COUNTS = { planned: 0, tracked: 0, written: 0, sessions: 0, placed: true };
const EMPTY: Row = { note: null, area: null, level: null, title: null, day: null, ...COUNTS };

const namesOf = (row: Row, by: Grouping): Record<string, string | null> => {
  const { note, area, level, title, day } = row;
  switch (by) {
    case "day":
    case "week":
      return { [by]: day };
    case "note":
      return { note };
    case "area":
      return { note, area };
    case "level":
      return { note, area, level };
    case "module":
      return { note, area, level, module: title };
  }
};

const exported = (
  format: ExportFormat,
  sessions: readonly Session[],
  notes: NoteOutline[],
  range: Stretch | null,
  now: number,
): string => {
  const planned = new Map(
    notes.flatMap((note) => placesOf(note).map(({ path, module }) => [pathKey(path), module.planned])),
  );
  return writeTime(format, {
    sessions: range === null ? sessions : sessions.filter((session) => within(session, range, now) !== null),
    planned: (module) => planned.get(pathKey(module)) ?? null,
    zone: systemZone,
    now,
  });
};

const hours = (minutes: number): string => {
  const whole = Math.round(minutes);
  return whole === 0 ? "" : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

const table = (rows: readonly Row[], by: Grouping, whole: Report): string => {
  const body = rows.map((row) => [
    label(row, by),
    hours(row.planned),
    hours(row.tracked),
    hours(row.written),
    count(row),
  ]);
  const sum = by === "day" || by === "week" ? sumOf(rows) : { ...whole.total, sessions: whole.sessions };
  const foot = ["total", hours(sum.planned), hours(sum.tracked), hours(sum.written), String(sum.sessions)];
  const all = [[by, "planned", "tracked", "written", "sessions"], ...body, foot];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((cells) => [...(cells[column] ?? "")].length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, n) =>
        n === 0 ? cell + " ".repeat((widths[n] ?? 0) - [...cell].length) : cell.padStart(widths[n] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `${all.map(line).join("\n")}\n`;
};

const count = ({ sessions }: Row): string => (sessions === 0 ? "" : String(sessions));

const label = (row: Row, by: Grouping): string => {
  if (row.day !== null) return row.day;
  const names = by === "note" ? [row.note] : [row.area, row.level, row.title];
  const words = names.filter((name) => name !== null && name !== "").join(" › ") || (row.note ?? "");
  return harmless(row.placed ? words : `${words} (unplaced)`);
};
