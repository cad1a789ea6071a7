import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ModulePath } from "#core/outline/tree.ts";
import type { ExportInput } from "#core/time/formats/exported.ts";
import { type ExportFormat, exportFormats, readTime, writeTime } from "#core/time/formats/formats.ts";
import { importRecords, previewImport } from "#core/time/import.ts";
import { fixedZone, formatInstant, type Zone } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";
import { sessionsOf } from "#core/time/sessions.ts";
import { at } from "./arbitraries.ts";
import { outlineOf } from "./outlines.ts";
import { namedZone } from "./zones.ts";

const utc = fixedZone(0);
const now = Date.parse(at("18:00"));

const session = (
  id: string,
  from: string,
  to: string | null,
  module: Partial<ModulePath> = {},
  note: string | null = null,
): Session => ({
  id,
  module: { note: "a.md", area: "Boats", level: "First", title: "Why Rafts Float", ...module },
  start: at(from),
  end: to && at(to),
  note,
});

const write = (format: ExportFormat, sessions: Session[], zone: Zone = utc): string => {
  const input: ExportInput = { sessions, planned: ({ title }) => (title === "Lab" ? 45 : null), zone, now };
  return writeTime(format, input);
};

const two = [
  session("s1", "09:00", "10:20"),
  session("s2", "10:30", "11:00:05", { title: "Lab", level: null }, "half done"),
  session("s3", "12:00", null),
];

describe("exports", () => {
  it("write a timeclock log as hledger reads it", () => {
    expect(write("timeclock", two)).toBe(
      "i 2026/11/23 09:00:00 Boats:First:Why Rafts Float\no 2026/11/23 10:20:00\n" +
        "i 2026/11/23 10:30:00 Boats:Lab  half done\no 2026/11/23 11:00:05\n",
    );
  });

  it("write timewarrior JSON in UTC", () => {
    expect(JSON.parse(write("timewarrior", two, fixedZone(60)))).toEqual([
      { id: 2, start: "20261123T090000Z", end: "20261123T102000Z", tags: ["Boats", "First", "Why Rafts Float"] },
      { id: 1, start: "20261123T103000Z", end: "20261123T110005Z", tags: ["Boats", "Lab"], annotation: "half done" },
    ]);
  });

  it("write CSV that runs no formula, and reads back as it was", () => {
    const nasty = session(
      "=1",
      "09:00",
      "10:00",
      { area: "=SUM(A1)", level: '+"x", y', title: "@cmd\nnext" },
      "'quoted",
    );
    const csv = write("csv", [nasty]);
    expect(csv).toBe(
      "area,level,module,note,start,end,minutes,planned,text,id\r\n" +
        `"'=SUM(A1)","'+""x"", y","'@cmd\nnext",a.md,2026-11-23T09:00:00+00:00,2026-11-23T10:00:00+00:00,60,,"'quoted","'=1"\r\n`,
    );
    const [row] = readTime("csv", csv, { zone: utc }).rows;
    expect(row).toMatchObject({ id: "=1", names: ["=SUM(A1)", '+"x", y', "@cmd\nnext"], text: "'quoted" });
  });

  it("write Toggl's and Clockify's columns", () => {
    expect(write("toggl", two).split("\r\n").slice(0, 2)).toEqual([
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,Duration,Tags",
      ",me@example.com,,Boats,First,Why Rafts Float,No,2026-11-23,09:00:00,01:20:00,",
    ]);
    expect(write("clockify", two).split("\r\n").slice(0, 2)).toEqual([
      "Project,Client,Description,Task,Email,Tags,Billable,Start Date,Start Time,Duration (h)",
      "Boats,,Why Rafts Float,First,,,No,11/23/2026,09:00:00,01:20:00",
    ]);
  });

  it("write a calendar folded at 75 bytes, escaped, with a UID that stays", () => {
    const long = session("s1", "09:00", "10:00", { title: `Wind; waves, \\ and ${"名前".repeat(40)}` }, "a\nb");
    const text = write("ics", [long]);
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const unfolded = text.replaceAll("\r\n ", "");
    expect(unfolded).toContain("SUMMARY:Wind\\; waves\\, \\\\ and 名前");
    expect(unfolded).toContain("UID:s1@lectern\r\nDTSTAMP:20261123T180000Z\r\nDTSTART:20261123T090000Z");
    expect(unfolded).toContain("DESCRIPTION:a\\nb");
    expect(readTime("ics", text, { zone: utc }).rows[0]?.names[2]).toBe(long.module.title);
  });

  it("write Org headings with effort and clocks, newest first", () => {
    const again = session("s4", "13:00", "13:30");
    expect(write("org", [...two, again])).toBe(
      [
        "* Boats",
        "** First",
        "*** Why Rafts Float",
        ":LOGBOOK:",
        "CLOCK: [2026-11-23 Mon 13:00]--[2026-11-23 Mon 13:30] =>  0:30",
        "CLOCK: [2026-11-23 Mon 09:00]--[2026-11-23 Mon 10:20] =>  1:20",
        ":END:",
        "** Lab",
        ":PROPERTIES:",
        ":Effort: 0:45",
        ":END:",
        ":LOGBOOK:",
        "CLOCK: [2026-11-23 Mon 10:30]--[2026-11-23 Mon 11:00] =>  0:30",
        "- half done",
        ":END:",
        "",
      ].join("\n"),
    );
  });
});

describe("every format", () => {
  const title = fc.constantFrom("Why Rafts Float", 'Knots: "tight", loose', "Löcher 名", "=1+1", "a  b; c", "Lab");
  const some = fc.array(
    fc.record({ gap: fc.integer({ min: 1, max: 600 }), length: fc.integer({ min: 1, max: 600 }), title }),
    { maxLength: 8 },
  );

  it.each(exportFormats)(
    "%s comes back with the same minutes and names, and no duplicates on a second import",
    (format) => {
      fc.assert(
        fc.property(some, fc.constantFrom(utc, namedZone("America/Los_Angeles")), (sketches, zone) => {
          let from = Date.UTC(2026, 5, 1, 8);
          const sessions = sketches.map(({ gap, length, title: name }, n): Session => {
            const start = from + gap * 60_000;
            from = start + length * 60_000;
            const module = { note: "a.md", area: "Boats", level: "First", title: name };
            return {
              id: `s${n}`,
              module,
              start: formatInstant(start, zone),
              end: formatInstant(from, zone),
              note: null,
            };
          });
          const text = write(format, sessions, zone);
          const read = readTime(format, text, { zone, ...(format === "clockify" ? { order: "month" as const } : {}) });
          expect(read.bad).toEqual([]);
          const shape = (rows: readonly { from: number; to: number; names: readonly string[] }[]) =>
            rows.map((row) => `${row.from} ${row.to} ${row.names.join("/")}`).sort();
          expect(shape(read.rows).map((row) => row.replace(/ {2,}/g, " "))).toEqual(
            shape(
              sessions.map(({ module, start, end }) => ({
                from: Date.parse(start),
                to: Date.parse(end ?? ""),
                names: ["Boats", "First", module.title.replace(/ {2,}/g, " ")],
              })),
            ),
          );
          const importing = { notes: [], sessions: [], zone, now: Date.UTC(2027, 0, 1) };
          const first = importRecords(previewImport(read, importing).rows, at("18:00"));
          expect(first).toHaveLength(sessions.length);
          const second = previewImport(readTime(format, text, { zone, order: "month" }), {
            ...importing,
            sessions: sessionsOf(first),
          });
          expect(importRecords(second.rows, at("18:01"))).toEqual([]);
        }),
        { numRuns: 50 },
      );
    },
  );

  it.each([...exportFormats, "inline" as const])("%s reads any text without throwing", (format) => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        "i 2026/11/23 09:00 a",
        "o 2026/02/30 09:00",
        "CLOCK: [2026-11-23 Mon 10:00]",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "DTSTART:20261123T090000Z",
        "```simple-time-tracker",
        '{"entries":[null,3]}',
        "```",
        '"',
        "start,end",
      ),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        for (const row of readTime(format, lines.join("\n"), { zone: utc }).rows) {
          expect(row.to).toBeGreaterThanOrEqual(row.from);
          expect(row.names.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("imports of other programs' files", () => {
  const rows = (format: Parameters<typeof readTime>[0], text: string, options = {}) =>
    readTime(format, text, { zone: fixedZone(60), ...options }).rows.map(
      ({ from, to, names, text: said }) =>
        `${formatInstant(from, utc).slice(5, 16)} ${(to - from) / 60_000} ${names.join("/")}${said ? ` (${said})` : ""}`,
    );

  it("read timewarrior's data files", () => {
    const data =
      'inc 20261123T080000Z - 20261123T090000Z # FOO "two words" # note it\ninc 20261123T090000Z # BAR\n\ninc 20261122T080000Z - 20261122T081500Z\n';
    expect(rows("timewarrior", data)).toEqual(["11-23T08:00 60 FOO/two words (note it)"]);
    expect(readTime("timewarrior", data, { zone: utc }).bad.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("read Toggl's detailed report, and ask where day and month are uncertain", () => {
    const csv =
      "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()\nMe,m@example.com,,Boats,,Knots,No,2026-11-23,09:00:00,2026-11-23,10:00:00,01:00:00,rope,\n";
    expect(rows("toggl", csv)).toEqual(["11-23T08:00 60 Boats/Knots (rope)"]);
    const clockify = (day: string) =>
      `"Project","Description","Start Date","Start Time","Duration (decimal)"\n"Boats","Knots","${day}","01:30 PM","0.5"\n`;
    expect(rows("clockify", clockify("11/23/2026"))).toEqual(["11-23T12:30 30 Boats/Knots"]);
    expect(rows("clockify", clockify("23/11/2026"))).toEqual(["11-23T12:30 30 Boats/Knots"]);
    expect(readTime("clockify", clockify("11/10/2026"), { zone: utc }).certain).toBe(false);
    expect(rows("clockify", clockify("11/10/2026"), { order: "day" })).toEqual(["10-11T12:30 30 Boats/Knots"]);
  });

  it("read Org clocks, those of Logseq included", () => {
    const org =
      "* TODO [#A] Boats :water:\n** DONE Knots\n:LOGBOOK:\nCLOCK: [2026-11-23 Mon 10:00]--[2026-11-23 Mon 11:30] =>  1:30\nCLOCK: [2026-11-23 Mon 12:00]\n:END:\n* Next\n";
    expect(rows("org", org)).toEqual(["11-23T09:00 90 Boats/Knots"]);
    const logseq =
      "- Boats\n\t- DOING Knots\n\t  :LOGBOOK:\n\t  CLOCK: [2026-11-23 Mon 10:00:00]--[2026-11-23 Mon 10:20:30] =>  00:20:30\n\t  :END:\n";
    expect(rows("org", logseq)).toEqual(["11-23T09:00 20.5 Boats/Knots"]);
  });

  it("read time trackers and clock fields out of Markdown", () => {
    const tracker = {
      entries: [
        {
          name: "Part",
          startTime: null,
          endTime: null,
          subEntries: [
            {
              name: "One",
              startTime: "2026-11-23T09:00:00.000Z",
              endTime: "2026-11-23T09:30:00.000Z",
              subEntries: null,
            },
            { name: "Two", startTime: "2026-11-23T10:00:00.000Z", endTime: null },
          ],
        },
      ],
    };
    const note = `# Boats\n## Knots\n\`\`\`simple-time-tracker\n${JSON.stringify(tracker)}\n\`\`\`\n- Ropes [clock:: 2026-11-23T14:00:00--2026-11-23T14:45:00]\n\`\`\`\n[clock:: 2026-11-23T14:00--2026-11-23T15:00]\n\`\`\`\n`;
    expect(rows("inline", note, { note: "b.md" })).toEqual([
      "11-23T09:00 30 Boats/Knots/Part/One",
      "11-23T13:00 45 Boats/Knots/Ropes",
    ]);
    expect(readTime("inline", note, { zone: utc, note: "b.md" }).bad).toEqual([
      { line: 3, why: "The entry still runs." },
    ]);
  });

  it("read events of a calendar, and pass over repeated and whole-day ones", () => {
    const event = (lines: string) => `BEGIN:VEVENT\r\nUID:x\r\n${lines}\r\nSUMMARY:Knots\\, tight\r\nEND:VEVENT\r\n`;
    const text =
      event("DTSTART;TZID=Europe/Berlin:20261123T100000\r\nDURATION:PT45M") +
      event("DTSTART;VALUE=DATE:20261123") +
      event("DTSTART:20261123T100000Z\r\nDTEND:20261123T110000Z\r\nRRULE:FREQ=DAILY");
    expect(rows("ics", text)).toEqual(["11-23T09:00 45 Knots, tight"]);
    expect(readTime("ics", text, { zone: utc }).bad).toHaveLength(2);
  });
});

describe("the preview of an import", () => {
  const notes = [
    { note: "a.md", outline: outlineOf({ Boats: { First: ["Why Rafts Float", "Lab"], Second: ["Lab"] } }) },
  ];
  const preview = (names: string[], from = "09:00", to = "10:00", sessions: Session[] = []) =>
    previewImport(
      {
        rows: [{ id: "r1", from: Date.parse(at(from)), to: Date.parse(at(to)), names, note: null, text: null }],
        bad: [],
      },
      { notes, sessions, zone: utc, now },
    ).rows[0];

  it("matches modules by path, guesses by title, and keeps the rest for unplaced", () => {
    expect(preview(["Boats", "First", "Lab"])).toMatchObject({
      match: "path",
      session: { module: { level: "First" } },
    });
    expect(preview(["Boats", "Why rafts float?"])).toMatchObject({ match: "path" });
    expect(preview(["Rafts, and why they float"])).toMatchObject({
      match: "guess",
      session: { module: { title: "Why Rafts Float" } },
    });
    expect(preview(["Boats", "Lab"])).toMatchObject({ match: "none" });
    expect(preview(["Job", "Taxes"])).toMatchObject({
      match: "none",
      session: { module: { area: "Job", title: "Taxes" } },
    });
  });

  it("shows what is there already, what overlaps, and what lies ahead", () => {
    const there = session("x", "09:00", "10:00");
    expect(preview(["Boats", "First", "Why Rafts Float"], "09:00", "10:00", [there])?.duplicate).toEqual(there);
    expect(preview(["Boats", "First", "Lab"], "09:30", "10:30", [there])?.overlaps).toEqual([there]);
    expect(preview(["Lab"], "17:00", "19:00")?.future).toBe(true);
  });
});
