import type { Zone } from "../instant.ts";
import { readClockify, writeClockify } from "./clockify.ts";
import { readCsv, writeCsv } from "./csv.ts";
import type { ExportInput } from "./exported.ts";
import { readIcal, writeIcal } from "./ical.ts";
import type { Imported } from "./imported.ts";
import { readInline } from "./inline.ts";
import { readJson, writeJson } from "./json.ts";
import type { DateOrder } from "./local.ts";
import { readOrg, writeOrg } from "./org.ts";
import { readTimeclock, writeTimeclock } from "./timeclock.ts";
import { readTimewarrior, writeTimewarrior } from "./timewarrior.ts";
import { readToggl, writeToggl } from "./toggl.ts";

/** The formats that time is exported to, by the name that the terminal and the contract use. */
export const exportFormats = ["csv", "json", "timeclock", "timewarrior", "toggl", "clockify", "ics", "org"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The formats that time is imported from. `inline`: time that other programs keep inside Markdown notes. */
export const importFormats = [...exportFormats, "inline"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** File name extension of each export, without a dot. */
export const extensions: Readonly<Record<ExportFormat, string>> = {
  csv: "csv",
  json: "json",
  timeclock: "timeclock",
  timewarrior: "json",
  toggl: "csv",
  clockify: "csv",
  ics: "ics",
  org: "org",
};

const writers: Readonly<Record<ExportFormat, (input: ExportInput) => string>> = {
  csv: writeCsv,
  json: writeJson,
  timeclock: writeTimeclock,
  timewarrior: writeTimewarrior,
  toggl: writeToggl,
  clockify: writeClockify,
  ics: writeIcal,
  org: writeOrg,
};

/** Writes sessions in a format; UTF-8 text without a byte order mark. */
export const writeTime = (format: ExportFormat, input: ExportInput): string => writers[format](input);

/** How to read a file. */
export interface ReadOptions {
  /** Zone of times that have none. */
  readonly zone: Zone;
  /** How dates with slashes are written, where the person said so (Toggl, Clockify). */
  readonly order?: DateOrder;
  /** For `inline`: the note's path in the notebook. */
  readonly note?: string;
}

/** What a file holds. `certain` is false where day and month could be the other way round: ask. */
export type ReadTime = Imported & { readonly certain: boolean };

/** Reads a file of a format. Never throws; rows that could not be read come back in `bad`. */
export const readTime = (format: ImportFormat, text: string, { zone, order, note }: ReadOptions): ReadTime => {
  switch (format) {
    case "csv":
      return { ...readCsv(text), certain: true };
    case "json":
      return { ...readJson(text), certain: true };
    case "timeclock":
      return { ...readTimeclock(text, zone), certain: true };
    case "timewarrior":
      return { ...readTimewarrior(text, zone), certain: true };
    case "toggl":
      return readToggl(text, zone, order);
    case "clockify":
      return readClockify(text, zone, order);
    case "ics":
      return { ...readIcal(text, zone), certain: true };
    case "org":
      return { ...readOrg(text, zone), certain: true };
    case "inline":
      return { ...readInline(text, note ?? "", zone), certain: true };
  }
};
