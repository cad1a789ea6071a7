import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fixedZone } from "#core/time/instant.ts";
import { daysCovered, listSessions, minutesOf } from "#core/time/session-list.ts";
import { calendarYear, fillDays, heatBounds, heatOf, minuteTicks } from "#core/time/timeline.ts";

const zone = fixedZone(0);
const day = (name: string, minutes: number) => ({ day: name, minutes, sessions: 1 });

describe("days in a row", () => {
  it("has every day between, across a month and a leap day", () => {
    const filled = fillDays([day("2028-02-29", 5)], "2028-02-27", "2028-03-01");
    expect(filled.map((each) => [each.day, each.minutes])).toEqual([
      ["2028-02-27", 0],
      ["2028-02-28", 0],
      ["2028-02-29", 5],
      ["2028-03-01", 0],
    ]);
  });

  it("has every week between, by its Monday", () => {
    const filled = fillDays([day("2026-11-23", 5)], "2026-11-11", "2026-11-29", 7);
    expect(filled.map((each) => [each.day, each.minutes])).toEqual([
      ["2026-11-09", 0],
      ["2026-11-16", 0],
      ["2026-11-23", 5],
    ]);
  });

  it("stays short where a clock was centuries off", () => {
    expect(fillDays([], "0001-01-01", "9999-12-31").length).toBeLessThan(100_000);
  });

  it("makes a calendar of whole weeks that ends with the week of its last day", () => {
    const year = calendarYear([day("2026-11-24", 30)], "2026-11-24");
    expect([year.length, year[0]?.day, year.at(-1)?.day]).toEqual([371, "2025-11-24", "2026-11-29"]);
    expect(year.at(-6)?.minutes).toBe(30);
  });
});

describe("heat", () => {
  it("cuts the days with time into four, so that one long day does not pale the others", () => {
    const totals = [0, 10, 20, 30, 40, 900].map((minutes, at) => day(`2026-11-0${at + 1}`, minutes));
    const bounds = heatBounds(totals);
    expect(totals.map(({ minutes }) => heatOf(minutes, bounds))).toEqual([0, 1, 1, 2, 3, 4]);
  });

  it("never falls as the minutes grow", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000), { minLength: 1 }), (minutes) => {
        const bounds = heatBounds(minutes.map((each, at) => day(String(at), each)));
        const heats = [...minutes].sort((a, b) => a - b).map((each) => heatOf(each, bounds));
        expect(heats).toEqual([...heats].sort());
        minutes.forEach((each) => {
          expect(heatOf(each, bounds) > 0).toBe(each > 0);
        });
      }),
    );
  });
});

describe("ticks", () => {
  it("reach to the largest value in round, even steps, six or seven at most", () => {
    expect(minuteTicks(0)).toEqual([0, 5]);
    expect(minuteTicks(55)).toEqual([0, 15, 30, 45, 60]);
    expect(minuteTicks(369)).toEqual([0, 120, 240, 360, 480]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (most) => {
        const ticks = minuteTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("the list of sessions", () => {
  const module = { note: "a.md", area: "Knots", level: null, title: "Bend" };
  const session = (id: string, start: string, end: string | null, area = "Knots") => ({
    id,
    module: { ...module, area },
    start: `2026-11-${start}:00+00:00`,
    end: end && `2026-11-${end}:00+00:00`,
    note: null,
  });
  const now = Date.parse("2026-11-24T12:00:00Z");
  const sessions = [
    session("a", "20T09:00", "20T10:00"),
    session("b", "22T23:30", "23T00:30"),
    session("c", "24T11:00", null, "Sails"),
  ];

  it("has the newest first, and what only reaches into the range whole", () => {
    const range = { from: Date.parse("2026-11-23T00:00:00Z"), to: Date.parse("2026-11-25T00:00:00Z") };
    expect(listSessions(sessions, { range: null, scope: {} }, now).map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(listSessions(sessions, { range, scope: {} }, now).map(({ id }) => id)).toEqual(["c", "b"]);
    expect(listSessions(sessions, { range, scope: { area: "Knots" } }, now).map(({ id }) => id)).toEqual(["b"]);
    expect(sessions.map((each) => minutesOf(each, now))).toEqual([60, 60, 60]);
  });

  it("covers the days from its first to its last minute", () => {
    expect(daysCovered(sessions, now, zone)).toEqual({ first: "2026-11-20", last: "2026-11-24" });
    expect(daysCovered(sessions.slice(0, 1), now, zone)).toEqual({ first: "2026-11-20", last: "2026-11-20" });
    expect(daysCovered([session("m", "20T23:00", "21T00:00")], now, zone)?.last).toBe("2026-11-20");
    expect(daysCovered([], now, zone)).toBeNull();
  });
});
