import { expect, test } from "vitest";
import type { TreeRows } from "../../../renderer/ui/tree.tsx";
import { rangeKeys, toggledKeys } from "../../../renderer/ui/tree-choice.ts";

const names = ["a", "b", "c", "d"];
const rows: TreeRows = {
  length: names.length,
  at: (index) => {
    const key = names[index];
    return key === undefined ? undefined : { key, depth: 0, parent: -1, expanded: null, size: 4, place: index + 1 };
  },
  label: (index) => names[index] ?? "",
};

test("a range goes either way and has both ends", () => {
  expect(rangeKeys(rows, 1, 3)).toEqual(["b", "c", "d"]);
  expect(rangeKeys(rows, 2, 0)).toEqual(["a", "b", "c"]);
  expect(rangeKeys(rows, -1, 0)).toEqual(["a"]);
});

test("one more joins the row of the place that is read, and leaves again", () => {
  expect(toggledKeys(rows, new Set(), 0, 2)).toEqual(["a", "c"]);
  expect(toggledKeys(rows, new Set(), 2, 2)).toEqual(["c"]);
  expect(toggledKeys(rows, new Set(), -1, 2)).toEqual(["c"]);
  expect(toggledKeys(rows, new Set(["a", "c"]), 0, 2)).toEqual(["a"]);
  expect(toggledKeys(rows, new Set(["a"]), 0, 3)).toEqual(["a", "d"]);
});
