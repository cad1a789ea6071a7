import { describe, expect, it } from "vitest";
import type { Outline } from "#core/outline/tree.ts";
import { forecast } from "#core/time/forecast.ts";
import { fixedZone, formatInstant, MINUTE } from "#core/time/instant.ts";
import { report } from "#core/time/report.ts";
import { calendarOf, rowsOf, sumOf } from "#core/time/rows.ts";
import type { Session } from "#core/time/session.ts";
import { outlineOf } from "./outlines.ts";

const zone = fixedZone(0);
const now = Date.UTC(2026, 10, 23, 12);

const finished = (outline: Outline, titles: readonly string[]): Outline => ({
  ...outline,
  areas: outline.areas.map((area) => ({
    ...area,
    levels: area.levels.map((level) => ({
      ...level,
      modules: level.modules.map((one) => (titles.includes(one.title) ? { ...one, state: "done" } : one)),
    })),
  })),
});

const outline = finished(
  outlineOf({
    Boats: {
      First: [{ title: "Rafts", planned: 30 }, { title: "Sails", planned: 60 }, "Lab"],
      Second: [{ title: "Masts", planned: 100, spent: 10 }],
    },
  }),
  ["Rafts"],
);
const spend = (title: string, level: string, minutes: number, day = 20): Session => ({
  id: title,
  module: { note: "a.md", area: "Boats", level, title },
  start: formatInstant(Date.UTC(2026, 10, day, 9), zone),
  end: formatInstant(Date.UTC(2026, 10, day, 9) + minutes * MINUTE, zone),
  note: null,
});
const of = (sessions: Session[]) => report({ sessions, notes: [{ note: "a.md", outline }], range: null, now, zone });

describe("a forecast", () => {
  it("takes the pace from finished modules and applies it to what is left", () => {
    const found = forecast(of([spend("Rafts", "First", 45), spend("Sails", "First", 20)]), 7, now, zone);
    // Sails: 60 × 1.5 − 20, Masts: 100 × 1.5 − 10; an hour a day from today on.
    expect(found).toEqual({ pace: 1.5, measured: 1, left: 70 + 140, unknown: 1, ends: "2026-11-26" });
  });

  it("counts spent time that is written, and has no end where nothing is left", () => {
    const bare = report({ sessions: [], notes: [{ note: "a.md", outline }], range: null, now, zone });
    expect(forecast(bare, 7, now, zone)).toMatchObject({ pace: 0.1, measured: 1 });
    const none = report({ sessions: [], notes: [], range: null, now, zone });
    expect(forecast(none, 7, now, zone)).toEqual({ pace: null, measured: 0, left: 0, unknown: 0, ends: null });
  });
});

describe("rows", () => {
  const gone = { ...spend("Gone", "Second", 5, 22) };
  const whole = of([spend("Rafts", "First", 45), spend("Masts", "Second", 15, 21), gone]);

  it("hold the same minutes however they are grouped", () => {
    for (const by of ["note", "area", "level", "module"] as const)
      expect(sumOf(rowsOf(whole, by)), by).toEqual({ planned: 190, tracked: 65, written: 10, sessions: 3 });
    for (const by of ["day", "week"] as const) expect(sumOf(rowsOf(whole, by)).tracked, by).toBe(65);
  });

  it("name their place, and put what is unplaced last", () => {
    const rows = rowsOf(whole, "level");
    expect(rows.map(({ area, level, tracked, placed }) => [area, level, tracked, placed])).toEqual([
      ["Boats", "First", 45, true],
      ["Boats", "Second", 15, true],
      ["Boats", "Second", 5, false],
    ]);
  });

  it("fill a calendar of whole weeks", () => {
    const weeks = calendarOf(whole.days);
    expect(weeks.map((week) => week.length)).toEqual([7]);
    expect(weeks.flat().map(({ minutes }) => minutes)).toEqual([0, 0, 0, 0, 45, 15, 5]);
    expect(weeks[0]?.[0]?.day).toBe("2026-11-16");
    expect(calendarOf([])).toEqual([]);
  });
});
