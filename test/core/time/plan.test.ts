import { describe, expect, it } from "vitest";
import type { Module, ModuleState, Outline } from "#core/outline/tree.ts";
import { breakdown, inScope } from "#core/time/breakdown.ts";
import { endDay, forecastOf, paceOf } from "#core/time/forecast.ts";
import { fixedZone } from "#core/time/instant.ts";
import { planGroups, planRows } from "#core/time/plan.ts";
import { report } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { at } from "./arbitraries.ts";
import { outlineOf } from "./outlines.ts";

const zone = fixedZone(0);
const now = Date.parse(at("18:00"));

/** The outline with the states of some modules set, by title. */
const withStates = (outline: Outline, states: Record<string, ModuleState>): Outline => ({
  ...outline,
  areas: outline.areas.map((area) => ({
    ...area,
    levels: area.levels.map((level) => ({
      ...level,
      modules: level.modules.map((module): Module => ({ ...module, state: states[module.title] ?? "not-started" })),
    })),
  })),
});

const boats = withStates(
  outlineOf(
    {
      Knots: {
        First: [{ title: "Bowline", planned: 30 }, { title: "Hitch", planned: 20 }, "Splice"],
        Second: [{ title: "Lashing", planned: 40, spent: 10 }],
      },
      Sails: { "": ["Reefing"] },
    },
    { Second: 60, Sails: 90 },
  ),
  { Bowline: "done", Hitch: "in-progress", Lashing: "stub" },
);
const ropes = withStates(outlineOf({ "knots ": { First: [{ title: "Bend", planned: 15 }] } }), {});
const notes = [
  { note: "boats.md", outline: boats },
  { note: "ropes.md", outline: ropes },
];
const session = (title: string, from: string, to: string, area = "Knots", level = "First"): Session => ({
  id: `${title} ${from}`,
  module: { note: "boats.md", area, level, title },
  start: at(from),
  end: at(to),
  note: null,
});
const sessions = [
  session("Bowline", "09:00", "09:45"),
  session("Hitch", "10:00", "10:05"),
  session("Gone", "11:00", "11:10"),
];
const whole = report({ sessions, notes, range: null, now, zone });
const rows = planRows(notes, whole);

describe("the plan", () => {
  it("lists every module of every note with its minutes, in the order of the text", () => {
    expect(rows.map(({ path, own }) => [path.note, path.title, own.planned, own.tracked, own.written])).toEqual([
      ["boats.md", "Bowline", 30, 45, 0],
      ["boats.md", "Hitch", 20, 5, 0],
      ["boats.md", "Splice", 0, 0, 0],
      ["boats.md", "Lashing", 40, 0, 10],
      ["boats.md", "Reefing", 0, 0, 0],
      ["ropes.md", "Bend", 15, 0, 0],
    ]);
  });

  it("keeps the time planned for a level as a whole apart from the rolled-up one", () => {
    const groups = planGroups(rows, { by: "level", joined: false }, whole);
    expect(groups.map(({ names, own, total }) => [names, own.planned, total.planned])).toEqual([
      [["boats.md", "Knots", "First"], 0, 50],
      [["boats.md", "Knots", "Second"], 60, 60],
      [["boats.md", "Sails", null], 0, 0],
      [["ropes.md", "knots ", "First"], 0, 15],
    ]);
  });

  it("brings areas of one name together on request, past capitals and blanks", () => {
    const apart = planGroups(rows, { by: "area", joined: false }, whole);
    expect(apart.map(({ names }) => names)).toEqual([
      ["boats.md", "Knots"],
      ["boats.md", "Sails"],
      ["ropes.md", "knots "],
    ]);
    const together = planGroups(rows, { by: "area", joined: true }, whole);
    expect(
      together.map(({ names, notes: from, total, rows: in_ }) => [names, from, total.planned, in_.length]),
    ).toEqual([
      [["Knots"], ["boats.md", "ropes.md"], 50 + 60 + 15, 5],
      [["Sails"], ["boats.md"], 90, 1],
    ]);
  });

  it("adds up the rows alone where some were filtered out", () => {
    const some = rows.filter(({ path }) => path.title !== "Bowline");
    const [knots] = planGroups(some, { by: "area", joined: false }, null);
    expect(knots?.total).toEqual({ planned: 60, tracked: 5, written: 10 });
    expect(knots?.own.planned).toBe(0);
  });

  it("gathers by state and by note", () => {
    const states = planGroups(rows, { by: "state", joined: false }, whole);
    expect(states.map(({ names, rows: in_ }) => [names[0], in_.length])).toEqual([
      ["done", 1],
      ["in-progress", 1],
      ["not-started", 3],
      ["stub", 1],
    ]);
    const byNote = planGroups(rows, { by: "note", joined: true }, whole);
    expect(byNote.map(({ total }) => total)).toEqual(whole.notes.map(({ total }) => total));
  });
});

describe("the forecast", () => {
  it("tells the pace from finished modules", () => {
    expect(paceOf(rows)).toEqual({ factor: 1.5, basis: "done", modules: 1 });
  });

  it("tells it from begun modules while none is finished, and says so", () => {
    const begun = rows.filter(({ module }) => module.state !== "done");
    expect(paceOf(begun)).toEqual({ factor: 15 / 60, basis: "begun", modules: 2 });
    expect(paceOf([])).toBeNull();
  });

  it("counts what is left at that pace, and what a level or area as a whole leaves to its modules", () => {
    const forecast = forecastOf(rows, notes);
    // Hitch 20 - 5, Lashing 40 - 10, Reefing 90 (its area's time), Bend 15; Splice has no time.
    expect(forecast.planned).toBe(15 + 30 + 90 + 15);
    expect(forecast.minutes).toBe(30 - 5 + (60 - 10) + 135 + 22.5);
    expect([forecast.modules, forecast.untimed]).toEqual([5, 1]);
  });

  it("never counts less than nothing for a module that took longer", () => {
    const long = report({ sessions: [session("Hitch", "10:00", "12:00")], notes, range: null, now, zone });
    const left = forecastOf(
      planRows(notes, long).filter(({ path }) => path.title === "Hitch"),
      notes,
    );
    expect([left.planned, left.minutes]).toEqual([0, 0]);
  });

  it("names the day it ends on", () => {
    const monday = Date.parse("2026-11-23T22:00:00Z");
    expect(endDay(7 * 60, 7, monday, zone)).toBe("2026-11-30");
    expect(endDay(61, 7, monday, zone)).toBe("2026-11-25");
    expect(endDay(60, 7, monday, fixedZone(180))).toBe("2026-11-25");
    expect([endDay(0, 7, monday, zone), endDay(60, 0, monday, zone), endDay(1e12, 1, monday, zone)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("a breakdown", () => {
  it("lists what has time, most spent first, and time that is unplaced under its old names", () => {
    expect(breakdown(whole, "module").map(({ scope, total, placed }) => [scope.title, total.tracked, placed])).toEqual([
      ["Bowline", 45, true],
      ["Lashing", 0, true],
      ["Gone", 10, false],
      ["Hitch", 5, true],
      ["Bend", 0, true],
    ]);
  });

  it("adds up to the report's total, whatever it is read by", () => {
    for (const by of ["note", "area", "level", "module"] as const) {
      const tracked = breakdown(whole, by).reduce((sum, { total }) => sum + total.tracked, 0);
      expect(tracked).toBe(whole.total.tracked);
    }
  });

  it("counts unplaced time in the area it was kept under", () => {
    const [knots] = breakdown(whole, "area");
    expect([knots?.scope.area, knots?.placed, knots?.total.tracked, knots?.sessions]).toEqual(["Knots", true, 60, 3]);
  });

  it("leaves out what was not worked on in a range", () => {
    const range = { from: Date.parse(at("08:00")), to: Date.parse(at("09:30")) };
    const part = report({ sessions, notes, range, now, zone });
    expect(breakdown(part, "module").map(({ scope, total }) => [scope.title, total.tracked])).toEqual([
      ["Bowline", 30],
    ]);
  });

  it("points at what lies beneath a line", () => {
    const path = { note: "boats.md", area: "Knots", level: null, title: "Bend" };
    expect(inScope(path, {})).toBe(true);
    expect(inScope(path, { note: "boats.md", area: "Knots" })).toBe(true);
    expect(inScope(path, { note: "boats.md", area: "Knots", level: "First" })).toBe(false);
    expect(inScope(path, { note: "ropes.md" })).toBe(false);
  });
});
