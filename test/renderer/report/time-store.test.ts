import { describe, expect, it } from "vitest";
import { fixedZone } from "#core/time/instant.ts";
import { dayWords, weekWords } from "../../../renderer/report/dates.ts";
import { count, noteName, scopeNames } from "../../../renderer/report/names.ts";
import { stretchOf } from "../../../renderer/report/time-store.ts";

const zone = fixedZone(60);
const now = Date.parse("2026-11-24T12:00:00Z");
const iso = (stretch: ReturnType<typeof stretchOf>) =>
  stretch && [stretch.from, stretch.to].map((at) => (Number.isFinite(at) ? new Date(at).toISOString() : at));

describe("the range of a report", () => {
  it("is that of its name, from local midnight on", () => {
    expect(iso(stretchOf("today", now, zone))).toEqual(["2026-11-23T23:00:00.000Z", "2026-11-24T23:00:00.000Z"]);
    expect(stretchOf("all", now, zone)).toBeNull();
  });

  it("goes from the first day to the end of the last, and can be open", () => {
    expect(iso(stretchOf({ from: "2026-11-20", to: "2026-11-21" }, now, zone))).toEqual([
      "2026-11-19T23:00:00.000Z",
      "2026-11-21T23:00:00.000Z",
    ]);
    expect(iso(stretchOf({ from: "2026-11-20", to: "" }, now, zone))?.[1]).toBe(Number.POSITIVE_INFINITY);
    expect(stretchOf({ from: "", to: "" }, now, zone)).toBeNull();
  });

  it("is empty where it ends before it begins, and leaves out a day that does not exist", () => {
    const turned = stretchOf({ from: "2026-11-21", to: "2026-11-20" }, now, zone);
    expect(turned && turned.to - turned.from).toBe(0);
    expect(stretchOf({ from: "2026-02-30", to: "" }, now, zone)).toBeNull();
  });
});

describe("names", () => {
  it("say what a line is and what it lies in", () => {
    const path = { note: "Sub/Sea.md", area: "Sails", level: null, title: "Reef" };
    expect(scopeNames(path)).toEqual({ name: "Reef", within: "Sub/Sea › Sails" });
    expect(scopeNames({ note: "Sea.md", area: "Sails", level: null })).toEqual({
      name: "no level",
      within: "Sea › Sails",
    });
    expect(scopeNames({ note: "Sea.md", area: null })).toEqual({ name: "no area", within: "Sea" });
    expect(noteName("a.markdown")).toBe("a");
    expect([count(1, "day"), count(0, "day"), count(2, "entry", "entries")]).toEqual(["1 day", "0 days", "2 entries"]);
  });

  it("of days do not depend on the zone", () => {
    expect(dayWords("2026-11-23", "short")).toMatch(/23/);
    expect(weekWords("2026-11-23")).toMatch(/23.*29/);
    expect(dayWords("someday")).toBe("someday");
  });
});
