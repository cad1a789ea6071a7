import { describe, expect, it } from "vitest";
import { fixedZone, formatInstant, MINUTE } from "#core/time/instant.ts";
import { report } from "#core/time/report.ts";
import { calendarOf, rowsOf, sumOf } from "#core/time/rows.ts";
import type { Session } from "#core/time/session.ts";
import { outlineOf } from "./outlines.ts";

const zone = fixedZone(0);
const now = Date.UTC(2026, 10, 23, 12);

const outline = outlineOf({
  Boats: {
    First: [{ title: "Rafts", planned: 30 }, { title: "Sails", planned: 60 }, "Lab"],
    Second: [{ title: "Masts", planned: 100, spent: 10 }],
  },
});
const spend = (title: string, level: string, minutes: number, day = 20): Session => ({
  id: title,
  module: { note: "a.md", area: "Boats", level, title },
  start: formatInstant(Date.UTC(2026, 10, day, 9), zone),
  end: formatInstant(Date.UTC(2026, 10, day, 9) + minutes * MINUTE, zone),
  note: null,
});
const of = (sessions: Session[]) => report({ sessions, notes: [{ note: "a.md", outline }], range: null, now, zone });

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
