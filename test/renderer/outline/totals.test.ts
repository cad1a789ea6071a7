import { describe, expect, it } from "vitest";
import { outlineNodes } from "../../../renderer/outline/nodes.ts";
import { pathKey, sessionMinutes, spentMinutes, trackedMinutes } from "../../../renderer/outline/totals.ts";
import { area, level, module, outline, sample } from "./outline-samples.ts";

const nodes = outlineNodes(sample, "notes.md", 12);
const path = { note: "notes.md", area: "Kernels", level: "Beginner", title: "System calls" };
const session = (id: string, start: string, end: string | null) => ({ id, module: path, start, end, note: null });
const now = Date.parse("2026-11-24T12:00:00+01:00");

describe("tracked time", () => {
  it("sums the sessions of a module, the running one up to now, across zones", () => {
    const tracked = trackedMinutes(
      [
        session("a", "2026-11-24T09:00:00+01:00", "2026-11-24T09:30:00+01:00"),
        session("b", "2026-11-24T10:50:00Z", null),
      ],
      now,
    );
    expect([...tracked]).toEqual([[pathKey(path), 40]]);
  });

  it("never counts below zero", () => {
    expect(sessionMinutes(session("a", "2026-11-24T13:00:00+01:00", null), now)).toBe(0);
  });

  it("adds up with written spent time on the module and everything around it", () => {
    const spent = spentMinutes(nodes, new Map([[pathKey(path), 40]]));
    expect(nodes.map(({ title }, index) => `${title} ${spent[index]}`).slice(0, 5)).toEqual([
      "Kernels 100",
      "Beginner 100",
      "What a kernel is 0",
      "System calls 100",
      "Advanced 0",
    ]);
  });

  it("counts a session once where two modules have one path", () => {
    const twins = outlineNodes(outline(area(1, "A", [level(2, null, [module(3, "same"), module(4, "same")])])), "n", 4);
    const spent = spentMinutes(twins, new Map([[pathKey({ note: "n", area: "A", level: null, title: "same" }), 30]]));
    expect(spent).toEqual([30, 30, 0]);
  });
});
