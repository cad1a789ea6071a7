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
    const spent = spentMinutes(tree, "notes.md", new Map([[pathKey(path), 40]]), new Map());
    expect(nodes.map(({ title }, index) => `${title} ${spent[index]}`).slice(0, 5)).toEqual([
      "Kernels 100",
      "Beginner 100",
      "What a kernel is 0",
      "System calls 100",
      "Advanced 0",
    ]);
  });

  it("counts tracked time once that was written back into the note", () => {
    // Of the 60 minutes that the note calls spent, 40 are the sessions'.
    const spent = spentMinutes(tree, "notes.md", new Map([[pathKey(path), 40]]), new Map([[pathKey(path), 40]]));
    expect([spent[0], spent[1], spent[3]]).toEqual([60, 60, 60]);
    // Where somebody took the written time out of the note again, nothing is taken off twice.
    const gone = { ...path, title: "What a kernel is" };
    const none = spentMinutes(tree, "notes.md", new Map([[pathKey(gone), 5]]), new Map([[pathKey(gone), 40]]));
    expect(none[2]).toBe(5);
  });

  it("keeps the sessions of two modules with one title apart, as the reports do", () => {
    const twins = outlineTree(outline(area(1, "A", [level(2, null, [module(3, "same"), module(4, "same")])])), 4);
    const spent = spentMinutes(
      twins,
      "n",
      new Map([[pathKey({ note: "n", area: "A", level: null, title: "same (2)" }), 30]]),
      new Map(),
    );
    expect([...spent]).toEqual([30, 0, 30]);
  });
});
