import type { Zone } from "../instant.ts";
import { type ExportInput, endedOf, oneLine } from "./exported.ts";
import type { Imported } from "./imported.ts";
import { type DateOrder, localClock, localDay, writeDuration } from "./local.ts";
import { writeTable } from "./table.ts";
import { readSheet } from "./toggl.ts";

const COLUMNS = "Project,Client,Description,Task,Email,Tags,Billable,Start Date,Start Time,Duration (h)".split(",");

/**
 * The CSV that Clockify imports. Dates are written as the account writes them: `month` (11/23/2026) is what a new
 * account has; ask where it was changed.
 */
export const writeClockify = ({ sessions, zone }: ExportInput, order: DateOrder = "month"): string =>
  writeTable([
    COLUMNS,
    ...endedOf(sessions).map(({ module, from, to, note }) => [
      oneLine(module.area ?? ""),
      "",
      oneLine(module.title),
      oneLine(module.level ?? ""),
      "",
      note === null ? "" : oneLine(note),
      "No",
      dayIn(order, localDay(from, zone)),
      localClock(from, zone),
      writeDuration(to - from),
    ]),
  ]);

const dayIn = (order: DateOrder, day: string): string => {
  const [year, month, date] = day.split("-");
  if (order === "year") return day;
  return order === "month" ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
};

/** Reads Clockify's detailed report as CSV. Local time of `zone`; `order` where the person said how its dates are written. */
export const readClockify = (text: string, zone: Zone, order?: DateOrder): Imported & { readonly certain: boolean } =>
  readSheet(
    text,
    zone,
    "clockify",
    {
      names: [["project"], ["task"], ["description"]],
      text: ["tags"],
      day: ["start date"],
      clock: ["start time"],
      length: ["duration (h)", "duration (decimal)", "duration"],
    },
    order,
  );
