import { describe, expect, it } from "vitest";
import { type FilterMark, noFilter, shownNodes } from "../../../renderer/outline/filter.ts";
import { outlineRows } from "../../../renderer/outline/outline-rows.ts";
import { outlineTree } from "../../../renderer/outline/outline-tree.ts";
import { spentMinutes } from "../../../renderer/outline/totals.ts";
import { sample } from "./outline-samples.ts";

const tree = outlineTree(sample, 12);
const nodes = tree.facts;
const spent = spentMinutes(tree, "notes.md", new Map(), new Map());
const listed = (rows: Int32Array) => [...rows].map((index) => nodes[index]?.title);
const shown = (text: string, ...marks: FilterMark[]) =>
  listed(shownNodes(tree, { text, marks: new Set(marks) }, new Set(), (index) => spent[index] ?? 0));

describe("shownNodes", () => {
  it("shows everything but what stands in a folded node", () => {
    const folded = new Set([nodes[1]?.key ?? ""]);
    const rows = shownNodes(tree, noFilter, folded, () => 0);
    expect(listed(rows)).not.toContain("What a kernel is");
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
    const shownRows = shownNodes(tree, noFilter, folded, () => 0);
    const rows = outlineRows(tree, shownRows, folded, spent, false);
    const seen = Array.from({ length: rows.length }, (_, row) => rows.at(row));
    expect(seen.map((row) => [row?.parent, row?.expanded, `${row?.place}/${row?.size}`])).toEqual([
      [-1, true, "1/3"],
      [0, false, "1/2"],
      [0, true, "2/2"],
      [2, null, "1/1"],
      [-1, true, "2/3"],
      [4, null, "1/2"],
      [4, null, "2/2"],
      [-1, null, "3/3"],
    ]);
    expect(rows.at(-1)).toBeUndefined();
    expect(rows.at(8)).toBeUndefined();
  });

  it("names a row by its title first, then what it is worth knowing", () => {
    const all = Int32Array.from(nodes, (_, index) => index);
    const rows = outlineRows(tree, all, new Set(), spent, false);
    expect(rows.label(3)).toBe("System calls, not started, 45 minutes, spent 1 hour, 2 open");
    expect(rows.label(0)).toBe("Kernels, 2 hours 25 minutes, spent 1 hour, 3 modules, 3 open");
  });
});
