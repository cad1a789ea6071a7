import { ChangeSet } from "@codemirror/state";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { modulePath, type OutlineTree, outlineTree } from "../../../renderer/outline/outline-tree.ts";
import { neighbourModule, nodeAt } from "../../../renderer/outline/tree-places.ts";
import { area, level, module, outline, sample } from "./outline-samples.ts";

const tree = outlineTree(sample, 12);
const nodes = tree.facts;
const pathOf = (index: number) => (nodes[index] ? modulePath(nodes[index], "course/notes.md") : null);
const titles = (indexes: readonly number[]) => indexes.map((index) => nodes[index]?.title);
const asRead = (offset: number) => offset;

describe("outlineTree", () => {
  it("lists areas, levels and modules in the order of the note, modules without a level under their area", () => {
    expect(nodes.map(({ depth, kind, title }) => `${depth} ${kind} ${title}`)).toEqual([
      "0 area Kernels",
      "1 level Beginner",
      "2 module What a kernel is",
      "2 module System calls",
      "1 level Advanced",
      "2 module Scheduling",
      "0 area Networks",
      "1 module Après le câble",
      "1 module System calls",
      "0 area Report",
    ]);
  });

  it("sums the written minutes of modules; a level's own stand in where its modules have none", () => {
    expect(nodes.map(({ minutes }) => minutes)).toEqual([145, 55, 10, 45, 90, null, 15, 15, null, null]);
    expect(nodes.map(({ planned }) => planned)).toEqual([145, 55, 10, 45, 90, null, null, null, null, null]);
    expect(nodes.map(({ own }) => own)).toEqual([null, null, 10, 45, 90, null, null, 15, null, null]);
    expect(nodes[0]?.writtenSpent).toBe(60);
  });

  it("rolls up what is open and how many modules there are", () => {
    expect(nodes[0]?.open).toEqual({ fixme: 1, todo: 1, questions: 0, stubs: 1 });
    expect(nodes[0]?.modules).toBe(3);
    expect(nodes[9]?.modules).toBe(0);
  });

  it("names each module by its path, and gives nodes of one title different keys", () => {
    expect(pathOf(3)).toEqual({
      note: "course/notes.md",
      area: "Kernels",
      level: "Beginner",
      title: "System calls",
    });
    expect(pathOf(8)).toEqual({ note: "course/notes.md", area: "Networks", level: null, title: "System calls" });
    const twins = outlineTree(outline(area(1, "A", [level(2, "L", [module(3, "same"), module(4, "same")])])), 4).facts;
    expect(new Set(twins.map(({ key }) => key)).size).toBe(twins.length);
    expect(twins.map((node) => modulePath(node, "n")?.title)).toEqual([undefined, undefined, "same", "same (2)"]);
  });

  it("counts the lines beneath a node up to the next one", () => {
    expect(tree.lines[0]).toBe(5);
    expect(tree.lines[2]).toBe(0);
    expect(tree.lines[9]).toBe(2);
  });
});

describe("nodeAt", () => {
  it("finds the innermost node around an offset", () => {
    expect(titles([nodeAt(tree, 45, asRead), nodeAt(tree, 12, asRead), nodeAt(tree, 83, asRead)])).toEqual([
      "System calls",
      "Kernels",
      "Après le câble",
    ]);
    expect(nodeAt(tree, 3, asRead)).toBe(-1);
  });

  it("finds it in text that has changed since the outline was read", () => {
    const changes = ChangeSet.of({ from: 0, insert: "x".repeat(100) }, 120);
    const map = (offset: number) => changes.mapPos(offset, 1);
    expect(titles([nodeAt(tree, 145, map)])).toEqual(["System calls"]);
    expect(nodeAt(tree, 45, map)).toBe(-1);
  });
});

describe("neighbourModule", () => {
  it("goes to the next and the previous module from anywhere, and stops at the ends", () => {
    const next = (offset: number) => nodes[neighbourModule(tree, offset, 1, asRead)]?.title;
    const previous = (offset: number) => nodes[neighbourModule(tree, offset, -1, asRead)]?.title;
    expect([next(0), next(30), next(52), next(95)]).toEqual([
      "What a kernel is",
      "System calls",
      "Scheduling",
      undefined,
    ]);
    expect([previous(95), previous(42), previous(33), previous(0)]).toEqual([
      "Après le câble",
      "What a kernel is",
      undefined,
      undefined,
    ]);
  });

  it("visits every module once on the way down, and again on the way up", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 8 }), (sizes) => {
        let line = 0;
        const areas = sizes.map((size, index) =>
          area(++line, `area ${index}`, [
            level(
              line,
              null,
              Array.from({ length: size }, () => module(++line, `module ${line}`)),
            ),
          ]),
        );
        const all: OutlineTree = outlineTree(outline(...areas), line);
        const visit = (from: number, step: 1 | -1): string[] => {
          const found: string[] = [];
          for (let at = from; ; ) {
            const index = neighbourModule(all, at, step, asRead);
            if (index < 0) return found;
            found.push(all.facts[index]?.title ?? "");
            at = all.from[index] ?? 0;
          }
        };
        const modules = all.facts.filter(({ kind }) => kind === "module").map(({ title }) => title);
        expect(visit(0, 1)).toEqual(modules);
        expect(visit(line * 10 + 100, -1).reverse()).toEqual(
          modules.slice(0, nodeAt(all, line * 10 + 100, asRead) >= 0 ? -1 : undefined),
        );
      }),
      { numRuns: 60 },
    );
  });
});
