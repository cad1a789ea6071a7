import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area } from "#core/outline/tree.ts";
import { outlineTree } from "../../../renderer/outline/outline-tree.ts";
import { treeDelta, withDelta } from "../../../renderer/outline/tree-delta.ts";
import { area, level, module, outline, sample } from "./outline-samples.ts";

const title = fc.constantFrom("Kernels", "Networks", "Storage", "Queues");
const modules = fc.array(
  fc.record({ title, planned: fc.option(fc.integer({ min: 1, max: 90 })), stubs: fc.integer({ min: 0, max: 1 }) }),
  { maxLength: 4 },
);
const areas = fc.array(
  fc.record({ title, levels: fc.array(fc.record({ title: fc.option(title), modules }), { maxLength: 3 }) }),
  { maxLength: 4 },
);

/** A whole outline from what fast-check made up, its lines counted on. */
const treeOf = fc.tuple(areas, fc.integer({ min: 0, max: 3 })).map(([made, above]) => {
  let line = above;
  const built: Area[] = made.map((each) =>
    area(
      ++line,
      each.title,
      each.levels.map((inner) =>
        level(
          ++line,
          inner.title,
          inner.modules.map((one) =>
            module(++line, one.title, {
              planned: one.planned,
              open: { fixme: 0, todo: 0, questions: 0, stubs: one.stubs },
            }),
          ),
        ),
      ),
    ),
  );
  return outlineTree(outline(...built), line);
});

describe("treeDelta", () => {
  it("turns any tree into any other", () => {
    fc.assert(
      fc.property(treeOf, treeOf, (before, after) => {
        expect(withDelta(before.facts, treeDelta(before.facts, after))).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  it("sends the facts of nothing but what changed, and keeps the others as they are", () => {
    const before = outlineTree(sample, 12);
    const [kernels, ...rest] = sample.areas;
    if (!kernels) throw new Error("the sample has an area");
    const changed = {
      ...kernels,
      levels: kernels.levels.map((one, index) => (index === 1 ? { ...one, minutes: 95 } : one)),
    };
    const delta = treeDelta(before.facts, outlineTree({ ...sample, areas: [changed, ...rest] }, 12));
    expect(delta.middle).toEqual([]);
    expect(delta.changed.map(([index]) => index)).toEqual([0, 4]);
    expect(withDelta(before.facts, delta).facts[3]).toBe(before.facts[3]);
  });

  it("sends a new module in the middle alone", () => {
    const before = outlineTree(sample, 12);
    const [kernels, networks, report] = sample.areas;
    if (!kernels || !networks || !report) throw new Error("the sample has three areas");
    const more = {
      ...networks,
      levels: [
        level(8, null, [module(8, "Après le câble", { spent: 15 }), module(9, "New"), module(10, "System calls")]),
      ],
    };
    const delta = treeDelta(before.facts, outlineTree({ ...sample, areas: [kernels, more, report] }, 13));
    expect(delta.middle.map((facts) => facts.title)).toEqual(["New"]);
    expect(delta.changed.map(([index]) => index)).toEqual([6]);
  });
});
