import { describe, expect, it } from "vitest";
import { gridMove } from "../../../renderer/report/grid-keys.ts";

const move = (key: string, row = 5, column = 1, ctrlKey = false) =>
  gridMove({ row, column }, { key, ctrlKey }, { rows: 20, columns: 4 }, 8);

describe("the keys of a grid", () => {
  it("move by a cell and stop at the edges", () => {
    expect(move("ArrowDown")).toEqual({ row: 6, column: 1 });
    expect(move("ArrowUp", 0)).toEqual({ row: 0, column: 1 });
    expect(move("ArrowRight", 5, 3)).toEqual({ row: 5, column: 3 });
    expect(move("ArrowLeft")).toEqual({ row: 5, column: 0 });
  });

  it("move by a page, to the ends of a row and of the grid", () => {
    expect(move("PageDown", 15)).toEqual({ row: 19, column: 1 });
    expect(move("PageUp", 15)).toEqual({ row: 7, column: 1 });
    expect(move("Home")).toEqual({ row: 5, column: 0 });
    expect(move("End")).toEqual({ row: 5, column: 3 });
    expect(move("Home", 5, 1, true)).toEqual({ row: 0, column: 0 });
    expect(move("End", 5, 1, true)).toEqual({ row: 19, column: 3 });
  });

  it("leave all others alone", () => {
    expect(move("a")).toBeNull();
    expect(move("Tab")).toBeNull();
  });
});
