import { describe, expect, it } from "vitest";
import { type FilterMark, noFilter, visibleRows } from "../../../renderer/outline/filter.ts";
import { outlineNodes } from "../../../renderer/outline/nodes.ts";
import { outlineRows } from "../../../renderer/outline/outline-rows.ts";
import { spentMinutes } from "../../../renderer/outline/totals.ts";
import { sample } from "./outline-samples.ts";

const nodes = outlineNodes(sample, "notes.md", 12);
const spent = spentMinutes(nodes, new Map());
const shown = (text: string, ...marks: FilterMark[]) =>
  visibleRows(nodes, { text, marks: new Set(marks) }, new Set(), (index) => spent[index] ?? 0).map(
    (index) => nodes[index]?.title,
  );

describe("visibleRows", () => {
  it("shows everything but what stands in a folded node", () => {
    const folded = new Set([nodes[1]?.key ?? ""]);
    const rows = visibleRows(nodes, noFilter, folded, () => 0);
    expect(rows.map((index) => nodes[index]?.title)).not.toContain("What a kernel is");
    expect(rows).toHaveLength(nodes.length - 2);
  });

  it("narrows to titles with every word, without regard to case and accents, and what they stand in", () => {
    expect(shown("CALLS sys")).toEqual(["Kernels", "Beginner", "System calls", "Networks", "System calls"]);
    expect(shown("apres cable")).toEqual(["Networks", "Après le câble"]);
    expect(shown("nothing like it")).toEqual([]);
  });

  it("keeps what a matching level holds, unless something in it matches by itself", () => {
    expect(shown("beginner")).toEqual(["Kernels", "Beginner", "What a kernel is", "System calls"]);
    expect(shown("kernel")).toEqual(["Kernels", "Beginner", "What a kernel is"]);
  });

  it("picks modules by their marks", () => {
    expect(shown("", "stubs")).toEqual(["Kernels", "Advanced", "Scheduling"]);
    expect(shown("", "todo")).toEqual(["Kernels", "Beginner", "System calls"]);
    expect(shown("", "over time")).toEqual(["Kernels", "Beginner", "System calls"]);
    expect(shown("", "no time")).toEqual(["Kernels", "Advanced", "Scheduling", "Networks", "System calls"]);
    expect(shown("sched", "todo", "stubs")).toEqual(["Kernels", "Advanced", "Scheduling"]);
  });
});

describe("outlineRows", () => {
  it("tells the tree of parents, places and folds among the rows that are shown", () => {
    const folded = new Set([nodes[1]?.key ?? ""]);
    const rows = outlineRows(
      nodes,
      visibleRows(nodes, noFilter, folded, () => 0),
      folded,
      spent,
      false,
    );
    expect(rows.map(({ parent, expanded, place, size }) => [parent, expanded, `${place}/${size}`])).toEqual([
      [-1, true, "1/3"],
      [0, false, "1/2"],
      [0, true, "2/2"],
      [2, null, "1/1"],
      [-1, true, "2/3"],
      [4, null, "1/2"],
      [4, null, "2/2"],
      [-1, null, "3/3"],
    ]);
  });

  it("names a row by its title first, then what it is worth knowing", () => {
    const all = nodes.map((_, index) => index);
    const labels = outlineRows(nodes, all, new Set(), spent, false).map(({ label }) => label);
    expect(labels[3]).toBe("System calls, not started, 45 minutes, spent 1 hour, 2 open");
    expect(labels[0]).toBe("Kernels, 2 hours 25 minutes, spent 1 hour, 3 modules, 3 open");
  });
});
