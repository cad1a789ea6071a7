import { describe, expect, it } from "vitest";
import type { TextChange } from "#core/note/merge.ts";
import { recognise } from "#core/outline/recognise.ts";
import type { Module } from "#core/outline/tree.ts";
import { formatLike } from "#core/time/duration-style.ts";
import { fixedZone } from "#core/time/instant.ts";
import { report } from "#core/time/report.ts";
import { placeTimeTable, timeTable } from "#core/time/time-table.ts";
import { writeBack } from "#core/time/write-back.ts";

const modulesOf = (text: string): Module[] =>
  recognise(text).areas.flatMap(({ levels }) => levels.flatMap(({ modules }) => modules));

const apply = (text: string, changes: readonly TextChange[]): string =>
  [...changes].reverse().reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

/** The note with these minutes written back, by title. */
const written = (text: string, minutes: Record<string, number>, writtenBack: number | null = null): string => {
  const outline = recognise(text);
  const spent = modulesOf(text).flatMap((module) =>
    minutes[module.title] === undefined ? [] : [{ module, minutes: minutes[module.title] ?? 0, writtenBack }],
  );
  expect(spent.length).toBe(Object.keys(minutes).length);
  const after = apply(text, writeBack(text, outline, spent));
  // The note is read as before, but for the times.
  expect(modulesOf(after).map(({ title }) => title)).toEqual(modulesOf(text).map(({ title }) => title));
  return after;
};

const changed = (before: string, after: string): string[] => {
  const old = before.split("\n");
  return after.split("\n").filter((line) => !old.includes(line));
};

const numbered = `# Practice

## Area 1: Boats
### Beginner
1. Why Rafts Float - 30 min
	- Wood is lighter than water.
2. Knots And Ropes - 45 min
	- A bowline holds.
3. Harbour Rules
	- Keep right.
`;
const bullets = `# Practice

## Boats
### Beginner
- [Why Rafts Float](https://a.example/1) (took ~15 min)
  - Wood is light.
- [Knots And Ropes](https://a.example/2) (took ~1 hr 20 min)
  - A bowline holds.
- [Harbour Rules](https://a.example/3)
  - Keep right.
`;
const headings = `# Boats

## Beginner

#### Why Rafts Float
Time: 15 min

Wood is light.

#### Knots And Ropes
Time: 45 min

Rope.

#### Harbour Rules

Keep right.
`;

describe("spent time written into a note", () => {
  it("replaces a spent time in its own style", () => {
    const after = written(bullets, { "Why Rafts Float": 50, "Knots And Ropes": 125.4 });
    expect(changed(bullets, after)).toEqual([
      "- [Why Rafts Float](https://a.example/1) (took ~50 min)",
      "- [Knots And Ropes](https://a.example/2) (took ~2 hr 5 min)",
    ]);
    expect(modulesOf(after).map(({ spent }) => spent)).toEqual([50, 125, null]);
  });

  it("is written as the note writes times, where a module has none", () => {
    expect(changed(bullets, written(bullets, { "Harbour Rules": 20 }))).toEqual([
      "- [Harbour Rules](https://a.example/3) (took ~20 min)",
    ]);
    const dash = written(numbered, { "Harbour Rules": 20 });
    expect(changed(numbered, dash)).toEqual(["3. Harbour Rules - 20 min"]);
    expect(changed(dash, written(dash, { "Harbour Rules": 35 }, 20))).toEqual(["3. Harbour Rules - 35 min"]);
    const lines = written(headings, { "Harbour Rules": 20 });
    expect(lines).toContain("#### Harbour Rules\nTime: 20 min\n\nKeep right.");
    expect(modulesOf(lines)[2]?.minutes).toBe(20);
  });

  it("stands beside a planned time, which stays", () => {
    const after = written(numbered, { "Why Rafts Float": 50 });
    expect(changed(numbered, after)).toEqual(["1. Why Rafts Float - 30 min (took 50 min)"]);
    expect(modulesOf(after)[0]).toMatchObject({ planned: 30, spent: 50 });
    expect(changed(after, written(after, { "Why Rafts Float": 55 }))).toEqual([
      "1. Why Rafts Float - 30 min (took 55 min)",
    ]);
    const lines = written(headings, { "Knots And Ropes": 60 });
    expect(modulesOf(lines)[1]).toMatchObject({ planned: 45, spent: 60 });
  });

  it("changes nothing that is right already, nor for less than half a minute", () => {
    expect(written(bullets, { "Why Rafts Float": 15, "Harbour Rules": 0.4 })).toBe(bullets);
  });

  it("keeps CRLF", () => {
    const crlf = headings.replaceAll("\n", "\r\n");
    expect(written(crlf, { "Harbour Rules": 20 })).toContain("#### Harbour Rules\r\nTime: 20 min\r\n\r\nKeep right.");
    const dash = numbered.replaceAll("\n", "\r\n");
    expect(written(dash, { "Why Rafts Float": 50 })).toContain("- 30 min (took 50 min)\r\n");
  });

  it.each([
    ["45 min", 50, "50 min"],
    ["45min", 95, "95min"],
    ["1 hr 20 min", 125, "2 hr 5 min"],
    ["1 hour", 125, "2 hours 5 minutes"],
    ["2 hours", 60, "1 hour"],
    ["1h30m", 65, "1h5m"],
    ["2h", 30, "30m"],
    ["20 minutes", 1, "1 minute"],
    ["1 hour and 5 minutes", 130, "2 hours and 10 minutes"],
    ["half an hour", 50, "50 min"],
  ])("writes like %j: %i → %s", (example, minutes, expected) => expect(formatLike(example, minutes)).toBe(expected));
});

describe("the time table", () => {
  const tableOf = (text: string): string => {
    const notes = [{ note: "a.md", outline: recognise(text) }];
    const [node] = report({ sessions: [], notes, range: null, now: 0, zone: fixedZone(0) }).notes;
    return node ? timeTable(node) : "";
  };

  it("is inserted on lines of its own, refreshed in place, and left alone when it is right", () => {
    const table = tableOf(numbered);
    expect(table.split("\n").slice(2)).toEqual([
      "| Boats | Beginner | Why Rafts Float | 30 min | |",
      "| Boats | Beginner | Knots And Ropes | 45 min | |",
      "| **Total** | | | 1 h 15 min | |",
    ]);
    const once = apply(numbered, placeTimeTable(numbered, table, numbered.length));
    expect(once.startsWith(numbered)).toBe(true);
    expect(placeTimeTable(once, table, 0)).toEqual([]);
    const other = apply(once, placeTimeTable(once, table.replace("30 min", "31 min"), 0));
    expect(other).toBe(once.replace("| 30 min |", "| 31 min |"));
  });

  it("is no part of the outline, wherever it stands", () => {
    for (const at of [0, numbered.indexOf("## Area"), numbered.length]) {
      const after = apply(numbered, placeTimeTable(numbered, tableOf(numbered), at));
      expect(modulesOf(after).map(({ title, planned }) => [title, planned])).toEqual(
        modulesOf(numbered).map(({ title, planned }) => [title, planned]),
      );
    }
  });
});
