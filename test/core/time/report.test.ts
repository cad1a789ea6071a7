import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY, fixedZone, formatInstant, HOUR, MINUTE, systemZone } from "#core/time/instant.ts";
import type { TimeRecord } from "#core/time/record.ts";
import { report } from "#core/time/report.ts";
import type { Session } from "#core/time/session.ts";
import { minutesToWrite, writtenBackOf } from "#core/time/written-back.ts";
import { at } from "./arbitraries.ts";
import { outlineOf } from "./outlines.ts";

const outline = outlineOf(
  {
    Boats: {
      First: [{ title: "Why Rafts Float", planned: 30 }, { title: "Lab", planned: 45, spent: 50 }, "Lab"],
      "": ["Loose"],
    },
    Sails: { First: ["Lab"] },
  },
  { First: 60, Sails: 120 },
);
const notes = [{ note: "a.md", outline }];
const now = Date.parse(at("18:00"));
const zone = fixedZone(0);

const session = (
  title: string,
  from: string,
  to: string | null,
  area = "Boats",
  level: string | null = "First",
): Session => ({
  id: `${title} ${from}`,
  module: { note: "a.md", area, level, title },
  start: at(from),
  end: to && at(to),
  note: null,
});

describe("a report", () => {
  const sessions = [
    session("Why Rafts Float", "09:00", "09:20"),
    session("Lab", "10:00", "11:00"),
    session("Lab (2)", "11:00", "11:05"),
    session("Lab", "12:00", "12:30", "Sails"),
    session("Gone", "13:00", "13:10"),
    session("Loose", "17:45", null, "Boats", null),
  ];
  const whole = report({ sessions, notes, range: null, now, zone });

  it("adds sessions up on module, level, area and note, and keeps own and total apart", () => {
    const [note] = whole.notes;
    const [boats, sails] = note?.children ?? [];
    const [first, loose] = boats?.children ?? [];
    expect(first?.children.map(({ title, own }) => [title, own.tracked])).toEqual([
      ["Why Rafts Float", 20],
      ["Lab", 60],
      ["Lab", 5],
    ]);
    expect(first?.own).toEqual({ planned: 60, tracked: 0, written: 0 });
    expect(first?.total).toEqual({ planned: 75, tracked: 85, written: 50 });
    expect(loose?.total.tracked).toBe(15);
    expect(boats?.total).toEqual({ planned: 75, tracked: 100, written: 50 });
    expect(sails?.total).toEqual({ planned: 120, tracked: 30, written: 0 });
    expect(note?.total).toEqual({ planned: 195, tracked: 130, written: 50 });
    expect(note?.sessions).toBe(5);
  });

  it("shows time on modules that are gone, and counts it", () => {
    expect(whole.unplaced).toEqual([{ path: sessions[4]?.module, minutes: 10, sessions: 1 }]);
    expect(whole.total.tracked).toBe(140);
    expect(whole.sessions).toBe(6);
  });

  it("of a range counts the minutes in it, and no written time, which has no date", () => {
    const range = { from: Date.parse(at("10:30")), to: Date.parse(at("11:02")) };
    const part = report({ sessions, notes, range, now, zone });
    expect(part.total).toEqual({ planned: 195, tracked: 32, written: 0 });
    expect(part.sessions).toBe(2);
  });

  it("counts time once that was written back into the note, and the person's own beside it", () => {
    const lab = { note: "a.md", area: "Boats", level: "First", title: "Lab" };
    const written = (made: string, minutes: number): TimeRecord => ({
      v: 1,
      type: "written",
      id: made,
      at: at(made),
      module: lab,
      minutes,
    });
    const writtenBack = writtenBackOf([written("13:00", 40), written("12:00", 10)]);
    const node = report({ sessions, notes, range: null, now, zone, writtenBack }).notes[0]?.children[0]?.children[0];
    // 50 min stand in the note, 40 of them were tracked.
    expect(node?.children[1]?.own).toEqual({ planned: 45, tracked: 60, written: 10 });
    expect(minutesToWrite(lab, 60, 50, writtenBack)).toBe(70);
  });

  it("splits a night at local midnight, and weeks on Monday", () => {
    const night = [{ ...session("Lab", "23:00", null), start: at("23:00", "2026-11-22"), end: at("01:30") }];
    const { days, weeks } = report({ sessions: night, notes, range: null, now, zone });
    expect(days).toEqual([
      { day: "2026-11-22", minutes: 60, sessions: 1 },
      { day: "2026-11-23", minutes: 90, sessions: 1 },
    ]);
    expect(weeks.map(({ day, minutes }) => [day, minutes])).toEqual([
      ["2026-11-16", 60],
      ["2026-11-23", 90],
    ]);
    const east = report({ sessions: night, notes, range: null, now, zone: fixedZone(60) });
    expect(east.days.map(({ minutes }) => minutes)).toEqual([150]);
  });

  it("loses and doubles no minute, in the zone of this machine", () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 700 * DAY }), fc.integer({ min: 0, max: 30 * HOUR }));
    fc.assert(
      fc.property(fc.array(stretch), (stretches) => {
        const some = stretches.map(([offset, length], n): Session => {
          const from = Date.UTC(2025, 0, 1) + Math.floor(offset / 1000) * 1000;
          const [start, end] = [from, from + length].map((instant) => formatInstant(instant, systemZone));
          return { ...session("Lab", "09:00", null), id: `${n}`, start: start ?? "", end: end ?? "" };
        });
        const sum = stretches.reduce((total, [, length]) => total + length, 0) / MINUTE;
        const result = report({ sessions: some, notes, range: null, now, zone: systemZone });
        expect(result.total.tracked).toBeCloseTo(sum, 3);
        expect(result.days.reduce((total, { minutes }) => total + minutes, 0)).toBeCloseTo(sum, 3);
        expect(result.weeks.reduce((total, { minutes }) => total + minutes, 0)).toBeCloseTo(sum, 3);
      }),
    );
  });
});
