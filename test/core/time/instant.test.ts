import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayRange, namedRange, splitDays, startOfDay, weekday, weekOf } from "#core/time/calendar.ts";
import {
  DAY,
  fixedZone,
  formatDay,
  formatInstant,
  HOUR,
  instantOfLocal,
  localTime,
  parseInstant,
  systemZone,
} from "#core/time/instant.ts";
import { namedZone } from "./zones.ts";

const anyInstant = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2100, 0, 1) });

describe("instants as text", () => {
  it("come back exactly, at every offset", () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offset) => {
        const text = formatInstant(instant, fixedZone(offset));
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?[+-]\d\d:\d\d$/);
        expect(parseInstant(text)).toBe(instant);
        expect(Date.parse(text)).toBe(instant);
      }),
    );
  });

  it("are refused where a day does not exist, the offset is missing, or more follows", () => {
    for (const text of [
      "2026-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-11-31T00:00:00Z",
      "2026-11-23T24:00:00Z",
      "2026-11-23T09:60:00Z",
      "2026-11-23T09:00:00",
      "2026-11-23T09:00Z",
      "2026-11-23T09:00:00.Z",
      "2026-11-23T09:00:00+1:00",
      "2026-11-23T09:00:00Z ",
      "2026-11-23 09:00:00Z",
      "",
    ])
      expect(parseInstant(text), text).toBeNaN();
    expect(parseInstant("2024-02-29T00:00:00.123456Z")).toBe(Date.UTC(2024, 1, 29, 0, 0, 0, 123));
  });
});

describe("local time", () => {
  const newYork = namedZone("America/New_York");
  const local = { year: 2026, month: 3, day: 8, hour: 2, minute: 30, second: 0 };

  it("that the clocks skip lies as much later as they skip", () => {
    expect(formatInstant(instantOfLocal(local, newYork), newYork)).toBe("2026-03-08T03:30:00-04:00");
  });

  it("that the clocks show twice is the first", () => {
    const twice = { ...local, month: 11, day: 1, hour: 1 };
    expect(formatInstant(instantOfLocal(twice, newYork), newYork)).toBe("2026-11-01T01:30:00-04:00");
  });

  it("goes there and back in every zone, this machine's included", () => {
    const zones = [systemZone, newYork, namedZone("Asia/Kolkata"), namedZone("Australia/Lord_Howe")];
    fc.assert(
      fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
        const second = Math.floor(instant / 1000) * 1000;
        const back = instantOfLocal(localTime(second, zone), zone);
        expect(localTime(back, zone)).toEqual(localTime(second, zone));
        expect(Math.abs(back - second)).toBeLessThanOrEqual(HOUR);
      }),
      { numRuns: 300 },
    );
  });

  it("of this machine is what Date says", () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const date = new Date(instant);
        const shown = localTime(instant, systemZone);
        expect([shown.year, shown.month, shown.day, shown.hour, shown.minute]).toEqual([
          date.getFullYear(),
          date.getMonth() + 1,
          date.getDate(),
          date.getHours(),
          date.getMinutes(),
        ]);
      }),
    );
  });
});

describe("days", () => {
  const zones = ["America/Los_Angeles", "Europe/Berlin", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia"];

  it("hold every minute of a stretch once, none longer than the clocks' change allows", () => {
    fc.assert(
      fc.property(anyInstant, fc.nat(4 * DAY), fc.constantFrom(...zones.map(namedZone)), (from, length, zone) => {
        const parts = splitDays({ from, to: from + length }, zone);
        expect(parts.reduce((sum, part) => sum + part.to - part.from, 0)).toBe(length);
        for (const part of parts) {
          expect(part.to - part.from).toBeLessThanOrEqual(25 * HOUR);
          expect(formatDay(part.from, zone)).toBe(part.day);
          expect(formatDay(part.to - 1, zone)).toBe(part.day);
        }
        expect(new Set(parts.map(({ day }) => day)).size).toBe(parts.length);
      }),
      { numRuns: 300 },
    );
  });

  it("have 23 and 25 hours when the clocks change, and begin at one where there is no midnight", () => {
    const berlin = namedZone("Europe/Berlin");
    const length = (month: number, day: number) =>
      (startOfDay({ year: 2026, month, day: day + 1 }, berlin) - startOfDay({ year: 2026, month, day }, berlin)) / HOUR;
    expect(length(3, 29)).toBe(23);
    expect(length(10, 25)).toBe(25);
    expect(length(7, 1)).toBe(24);
    const brazil = namedZone("America/Sao_Paulo");
    const first = startOfDay({ year: 2018, month: 11, day: 4 }, brazil);
    expect(formatInstant(first, brazil)).toBe("2018-11-04T01:00:00-02:00");
  });

  it("know their week and the ranges around now", () => {
    expect(weekday({ year: 2026, month: 11, day: 23 })).toBe(1);
    expect(weekOf("2026-11-29")).toBe("2026-11-23");
    expect(weekOf("1969-12-31")).toBe("1969-12-29");
    const utc = fixedZone(0);
    const now = Date.UTC(2026, 10, 25, 12);
    expect(namedRange("today", now, utc)).toEqual({ from: Date.UTC(2026, 10, 25), to: Date.UTC(2026, 10, 26) });
    expect(namedRange("week", now, utc)).toEqual({ from: Date.UTC(2026, 10, 23), to: Date.UTC(2026, 10, 30) });
    expect(namedRange("month", now, utc)).toEqual({ from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 11, 1) });
    expect(namedRange("all", now, utc)).toBeNull();
    expect(dayRange("2026-11-01", "2026-11-01", utc)).toEqual({
      from: Date.UTC(2026, 10, 1),
      to: Date.UTC(2026, 10, 2),
    });
    expect(dayRange("2026-11-31", null, utc)).toBeNull();
  });
});
