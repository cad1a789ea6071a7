import { describe, expect, it } from "vitest";
import { pathKey } from "#core/time/places.ts";
import { outlineTree } from "../../../renderer/outline/outline-tree.ts";
import { sessionMinutes, spentMinutes, trackedMinutes } from "../../../renderer/outline/totals.ts";
import { area, level, module, outline, sample } from "./outline-samples.ts";

const tree = outlineTree(sample, 12);
const nodes = tree.facts;
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
    const spent = spentMinutes(tree, "notes.md", new Map([[pathKey(path), 40]]));
    expect(nodes.map(({ title }, index) => `${title} ${spent[index]}`).slice(0, 5)).toEqual([
      "Kernels 100",
      "Beginner 100",
      "What a kernel is 0",
      "System calls 100",
      "Advanced 0",
    ]);
  });

  it("counts a session once where two modules have one path", () => {
    const twins = outlineTree(outline(area(1, "A", [level(2, null, [module(3, "same"), module(4, "same")])])), 4);
    const spent = spentMinutes(
      twins,
      "n",
      new Map([[pathKey({ note: "n", area: "A", level: null, title: "same" }), 30]]),
    );
    expect([...spent]).toEqual([30, 30, 0]);
  });
});
