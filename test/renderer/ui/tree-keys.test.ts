import { describe, expect, it } from "vitest";
import type { TreeRows } from "../../../renderer/ui/tree.tsx";
import { stickyRows, treeMove } from "../../../renderer/ui/tree-keys.ts";

/** Rows from an indented list; "-" before a title folds it. */
function rowsOf(...lines: string[]): TreeRows {
  const depths = lines.map((line) => line.search(/\S/));
  const rows = lines.map((line, index) => {
    const depth = depths[index] ?? 0;
    const title = line.trim();
    const holds = (depths[index + 1] ?? 0) > depth;
    return {
      key: `${index}`,
      label: title.replace("- ", ""),
      depth,
      parent: depths.slice(0, index).lastIndexOf(depth - 1),
      expanded: title.startsWith("- ") ? false : holds ? true : null,
      size: 1,
      place: 1,
    };
  });
  return { length: rows.length, at: (index) => rows[index], label: (index) => rows[index]?.label ?? "" };
}

const rows = rowsOf("Docker", " Beginner", "  Why", "  How", " - Intermediate", "Kubernetes");
const press = (active: number, key: string, typed = { text: "", at: 0 }, at = 0) =>
  treeMove(rows, active, key, 3, typed, at);

describe("treeMove", () => {
  it("moves by rows, pages and to the ends, and stops there", () => {
    expect(press(0, "ArrowDown")).toEqual({ kind: "go", index: 1 });
    expect(press(0, "ArrowUp")).toEqual({ kind: "go", index: 0 });
    expect(press(5, "ArrowDown")).toEqual({ kind: "go", index: 5 });
    expect(press(0, "PageDown")).toEqual({ kind: "go", index: 3 });
    expect(press(3, "Home")).toEqual({ kind: "go", index: 0 });
    expect(press(0, "End")).toEqual({ kind: "go", index: 5 });
  });

  it("opens and enters with Right, closes and leaves with Left", () => {
    expect(press(4, "ArrowRight")).toEqual({ kind: "fold", folded: false });
    expect(press(0, "ArrowRight")).toEqual({ kind: "go", index: 1 });
    expect(press(2, "ArrowRight")).toEqual({ kind: "go", index: 2 });
    expect(press(1, "ArrowLeft")).toEqual({ kind: "fold", folded: true });
    expect(press(3, "ArrowLeft")).toEqual({ kind: "go", index: 1 });
    expect(press(4, "ArrowLeft")).toEqual({ kind: "go", index: 0 });
  });

  it("chooses with Enter and Space, and leaves other keys alone", () => {
    expect(press(2, "Enter")).toEqual({ kind: "choose" });
    expect(press(2, " ")).toEqual({ kind: "choose" });
    expect(press(2, "Escape")).toBeNull();
    expect(press(2, "F2")).toBeNull();
  });

  it("finds titles by their first letters, going round, and takes a pause for a new word", () => {
    const typed = { text: "", at: 0 };
    expect(press(0, "h", typed, 1_000)).toEqual({ kind: "go", index: 3 });
    expect(press(3, "o", typed, 1_100)).toEqual({ kind: "go", index: 3 });
    expect(press(3, "k", typed, 3_000)).toEqual({ kind: "go", index: 5 });
    expect(press(5, "b", typed, 5_000)).toEqual({ kind: "go", index: 1 });
    expect(press(1, "z", typed, 9_000)).toEqual({ kind: "go", index: 1 });
  });
});

describe("stickyRows", () => {
  const tall = rowsOf("A", " B", "  1", "  2", "  3", " C", "  4", "D", " 5");
  const at = (scrolled: number) => stickyRows(tall, scrolled, 10).map((index) => tall.label(index));

  it("keeps nothing while nothing has scrolled past", () => expect(at(0)).toEqual([]));
  it("keeps the parents of what is read", () => {
    expect(at(5)).toEqual(["A", "B"]);
    expect(at(25)).toEqual(["A", "B"]);
  });
  it("gives their place to the next parents", () => {
    expect(at(45)).toEqual(["A", "C"]);
    expect(at(75)).toEqual(["D"]);
  });
});
