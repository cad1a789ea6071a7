import { expect, test } from "vitest";
import { applyChanges } from "#core/note/merge.ts";
import { recognise } from "#core/outline/recognise.ts";
import { type DropPlace, dropDestination, dropPlace } from "#core/outline/shape/drop.ts";
import { moveNode } from "#core/outline/shape/move.ts";
import { refAt } from "#core/outline/shape/shaping.ts";

const text = `## Rope
### Beginner
1. Bowline - 30 min
   - quick
2. Splice - 20 min
### Advanced
1. Eye splice - 45 min

## Boats
### Beginner
1. Rafts - 15 min
`;
const outline = recognise(text);
const refOf = (start: string) => {
  const line = text.split("\n").findIndex((each) => each.startsWith(start)) + 1;
  const kind = start.startsWith("###") ? "level" : start.startsWith("##") ? "area" : "module";
  const ref = refAt(outline, line, kind);
  if (!ref) throw new Error(`no ${kind} at ${start}`);
  return ref;
};
/** The lines that name something, after one was dropped on another. */
const dropped = (what: string, on: string, place: DropPlace): string[] | null => {
  const to = dropDestination(outline, refOf(what), refOf(on), place);
  const shaped = to && moveNode({ text, outline }, refOf(what), to);
  if (!shaped?.ok) return null;
  return applyChanges(text, shaped.value.changes)
    .split("\n")
    .filter((line) => /^(#|\d)/.test(line))
    .map((line) => line.replace(/ - .*/, ""));
};

test("a module goes before, behind or inside", () => {
  const advancedFirst = ["## Rope", "### Beginner", "1. Splice", "### Advanced", "1. Bowline", "2. Eye splice"];
  const boats = ["## Boats", "### Beginner", "1. Rafts"];
  expect(dropped("1. Bowline", "1. Eye splice", "before")).toEqual([...advancedFirst, ...boats]);
  const advancedLast = ["## Rope", "### Beginner", "1. Splice", "### Advanced", "1. Eye splice", "2. Bowline"];
  expect(dropped("1. Bowline", "1. Eye splice", "behind")).toEqual([...advancedLast, ...boats]);
  expect(dropped("1. Bowline", "### Advanced", "inside")).toEqual([...advancedLast, ...boats]);
  expect(dropped("1. Bowline", "## Boats", "inside")?.slice(-3)).toEqual(["### Beginner", "1. Rafts", "2. Bowline"]);
});

test("a level goes beside levels and into areas, an area beside areas, and nothing anywhere else", () => {
  expect(dropped("### Advanced", "## Boats", "inside")?.slice(-5)).toEqual([
    "## Boats",
    "### Beginner",
    "1. Rafts",
    "### Advanced",
    "1. Eye splice",
  ]);
  expect(dropped("## Boats", "## Rope", "before")?.[0]).toBe("## Boats");
  expect(dropped("## Boats", "### Advanced", "inside")).toBeNull();
  expect(dropped("### Advanced", "1. Rafts", "inside")).toBeNull();
  expect(dropped("1. Bowline", "### Advanced", "before")).toBeNull();
});

test("the place that is shown is one that a node of the kind can have", () => {
  expect(dropPlace("module", "module", true, false)).toBe("behind");
  expect(dropPlace("module", "module", false, false)).toBe("before");
  // Behind an open area is behind all that it shows, far from the pointer.
  expect(dropPlace("area", "area", true, true)).toBe("before");
  expect(dropPlace("module", "level", true, true)).toBe("inside");
  expect(dropPlace("level", "area", false, true)).toBe("inside");
  expect(dropPlace("level", "module", false, false)).toBeNull();
  expect(dropPlace("area", "level", false, false)).toBeNull();
});
