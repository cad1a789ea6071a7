import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTime, writeTime } from "#core/time/formats/formats.ts";
import { formatInstant, MINUTE } from "#core/time/instant.ts";
import type { Session } from "#core/time/session.ts";
import { namedZone } from "./zones.ts";

/** Exports are checked by the programs that they are for, in one zone, over a change of the clocks. */
const TZ = "America/New_York";
const zone = namedZone(TZ);
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-formats-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;
const run = (program: string, args: readonly string[], input = ""): string =>
  execFileSync(program, args, {
    input,
    encoding: "utf8",
    // Without a locale, as on a bare machine, hledger reads ASCII alone.
    env: { ...process.env, LC_ALL: "C.UTF-8", TZ, HOME: folder, TIMEWARRIORDB: join(folder, "timew") },
  });

const sessions = [
  ["Boats", "First", "Why Rafts Float: part; two", Date.UTC(2026, 9, 31, 22), 95],
  ["Boats", "First", "Lab", Date.UTC(2026, 10, 1, 4, 30), 200],
  ["Boats", null, 'Knots "tight" \\ loose', Date.UTC(2026, 10, 2, 14), 45],
  ["Sails & Löcher", "Second", "Lab", Date.UTC(2026, 10, 2, 15), 30],
  ["Boats", "First", "Lab", Date.UTC(2026, 10, 3, 4, 50), 25],
].map(([area, level, title, from, minutes], n): Session => {
  const module = { note: "a.md", area: area as string, level: level as string | null, title: title as string };
  const start = from as number;
  return {
    id: `s${n}`,
    module,
    start: formatInstant(start, zone),
    end: formatInstant(start + (minutes as number) * MINUTE, zone),
    note: n === 1 ? 'with "words" # and marks' : null,
  };
});
const text = (format: Parameters<typeof writeTime>[0]) =>
  writeTime(format, { sessions, planned: () => 60, zone, now: Date.UTC(2026, 10, 4) });
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe.runIf(has("hledger"))("hledger", () => {
  it("adds the timeclock log up to the same hours, by area, level and module", () => {
    const path = file("time.timeclock", text("timeclock"));
    const csv = run("hledger", ["-f", path, "balance", "--flat", "-O", "csv"]);
    const total = csv.split("\n").find((line) => /^"total"/i.test(line));
    // hledger reads local time without an offset: the hour that the clocks show twice counts once.
    expect(total).toMatch(/"5\.58h"/);
    expect(csv).toContain('"Boats:First:Lab","2.75h"');
    expect(csv).toContain('"Boats:First:Why Rafts Float∶ part； two","1.58h"');
  });
});

describe.runIf(has("timew"))("timewarrior", () => {
  it("knows the same times and tags, and gives them back", () => {
    run("timew", [], "yes\n");
    // Debian's version has no import; its command line takes a backslash out of a tag.
    const lines = (
      JSON.parse(text("timewarrior")) as { start: string; end: string; tags: string[]; annotation?: string }[]
    ).map(({ start, end, tags }) => ["track", start, "-", end, ...tags]);
    for (const args of lines) run("timew", [...args, ":yes"]);
    const exported = run("timew", ["export"]);
    const read = readTime("timewarrior", exported, { zone });
    expect(read.bad).toEqual([]);
    expect(read.rows.map(({ from, to }) => [from, to])).toEqual(
      sessions.map(({ start, end }) => [Date.parse(start), Date.parse(end ?? "")]),
    );
    expect(new Set(read.rows[2]?.names)).toEqual(new Set(["Boats", 'Knots "tight"  loose']));
  });
});

describe.runIf(has("emacs"))("Org in Emacs", () => {
  it("sums the clocks of every heading to the same minutes", () => {
    const path = file("time.org", text("org"));
    const script = `(progn (require 'org) (require 'org-clock) (find-file "${path}") (org-clock-sum)
      (org-map-entries (lambda () (princ (format "%s\\t%d\\t%s\\n" (org-get-heading t t t t)
        (or (get-text-property (point) :org-clock-minutes) 0) (or (org-entry-get nil "Effort") ""))))))`;
    const out = run("emacs", ["--batch", "-Q", "--eval", script])
      .trim()
      .split("\n")
      .map((line) => line.split("\t"));
    expect(out.map(([title, minutes]) => `${title} ${minutes}`)).toEqual([
      "Boats 365",
      "First 320",
      "Lab 225",
      "Why Rafts Float: part; two 95",
      'Knots "tight" \\ loose 45',
      "Sails & Löcher 30",
      "Second 30",
      "Lab 30",
    ]);
    expect(out.filter(([, , effort]) => effort === "1:00")).toHaveLength(4);
  });
});

describe("the programs that check exports", () => {
  it("are named where they are missing", () => {
    const missing = ["hledger", "timew", "emacs"].filter((program) => !has(program));
    if (missing.length > 0)
      console.log(`not checked with ${missing.join(", ")}: apt-get install hledger timewarrior emacs-nox`);
  });
});
