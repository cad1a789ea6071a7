import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/note/merge.ts";
import { recognise } from "#core/outline/recognise.ts";
import { modulesOf, type NodeRef, nodeOf } from "#core/outline/shape/node.ts";
import { dropAll, markAllDone, moveAllAside, moveAllOver, type ShapedSeveral } from "#core/outline/shape/several.ts";
import type { Result } from "#core/result.ts";

const course = `# Course

## Area 1 Sorting
### Beginner
1. Why - 10 min
\t- notes of why
2. How - 20 min
3. When - 5 min
4. Where - 6 min

### Intermediate
1. More - 5 min
\t- notes of more

## Area 2 Graphs
### Beginner
1. Mazes - 15 min
2. Maps - 5 min
`;
const note = { text: course, outline: recognise(course) };
const refsOf = (...titles: string[]): NodeRef[] =>
  titles.map((title) => {
    const found = modulesOf(note.outline).find(({ module }) => module.title === title);
    if (!found) throw new Error(`no module ${title}`);
    return found.ref;
  });
/** Titles level by level, once it is certain that changes and text agree and the nodes are where it says. */
const titlesAfter = (result: Result<ShapedSeveral>, ...titles: string[]): string => {
  if (!result.ok) return result.error.message;
  const { text, outline, changes, refs } = result.value;
  expect(applyChanges(course, changes)).toBe(text);
  expect(refs.map((ref) => nodeOf(text, outline, ref)?.title)).toEqual(titles);
  const levels = recognise(text).areas.flatMap((area) => area.levels);
  return levels.map(({ modules }) => modules.map(({ title }) => title).join(" ")).join(" | ");
};

describe("several nodes", () => {
  test("go up and down together, and stop together at the end", () => {
    expect(titlesAfter(moveAllAside(note, refsOf("When", "How"), -1), "How", "When")).toBe(
      "How When Why Where | More | Mazes Maps",
    );
    expect(titlesAfter(moveAllAside(note, refsOf("Why", "When"), 1), "Why", "When")).toBe(
      "How Why Where When | More | Mazes Maps",
    );
    const stopped = moveAllAside(note, refsOf("When", "Where"), 1);
    expect(titlesAfter(stopped, "When", "Where")).toBe("Why How When Where | More | Mazes Maps");
    expect(stopped.ok && stopped.value.changes).toEqual([]);
  });

  test("go into the next and the previous level in their order", () => {
    expect(titlesAfter(moveAllOver(note, refsOf("How", "Where"), 1), "How", "Where")).toBe(
      "Why When | How Where More | Mazes Maps",
    );
    expect(titlesAfter(moveAllOver(note, refsOf("More", "Maps"), -1), "More", "Maps")).toBe(
      "Why How When Where More | Maps | Mazes",
    );
  });

  test("are dropped before, behind and into others", () => {
    const [maps] = refsOf("Maps") as [NodeRef];
    expect(titlesAfter(dropAll(note, refsOf("Why", "When"), maps, "before"), "Why", "When")).toBe(
      "How Where | More | Mazes Why When Maps",
    );
    expect(titlesAfter(dropAll(note, refsOf("Why", "Mazes"), maps, "behind"), "Why", "Mazes")).toBe(
      "How When Where | More | Maps Why Mazes",
    );
    expect(titlesAfter(dropAll(note, refsOf("How", "Maps"), { area: 0, level: 1 }, "inside"), "How", "Maps")).toBe(
      "Why When Where | More How Maps | Mazes",
    );
    expect(titlesAfter(dropAll(note, refsOf("Why", "How"), refsOf("How")[0] as NodeRef, "before"))).toBe(
      "Nothing goes into itself.",
    );
    expect(dropAll(note, [{ area: 0, level: 0 }, ...refsOf("Mazes")], maps, "before").ok).toBe(false);
  });

  test("are marked done, and where all are, the marks go", () => {
    const done = markAllDone(note, [{ area: 0, level: 1 }, ...refsOf("Why")]);
    expect(done.ok && modulesOf(done.value.outline).filter(({ module }) => module.state === "done").length).toBe(2);
    if (!done.ok) return;
    const back = markAllDone({ text: done.value.text, outline: done.value.outline }, [
      { area: 0, level: 1 },
      ...refsOf("Why"),
    ]);
    expect(back.ok && back.value.text).toBe(course);
  });

  test("what stands in a chosen node moves with it, once", () => {
    const level = { area: 0, level: 0 };
    const moved = moveAllAside(note, [...refsOf("Why"), level, ...refsOf("How")], 1);
    expect(titlesAfter(moved, "Beginner")).toBe("More | Why How When Where | Mazes Maps");
  });
});

test("any modules moved down, then up again from where they are, are the same bytes unless some were at the end", () => {
  const modules = modulesOf(note.outline).map(({ ref }) => ref);
  fc.assert(
    fc.property(fc.subarray(modules, { minLength: 1 }), (chosen) => {
      const down = moveAllAside(note, chosen, 1);
      if (!down.ok) throw new Error(down.error.message);
      const { text, outline, refs } = down.value;
      expect(refs.length).toBe(chosen.length);
      const isFree = chosen.every((ref, index) => JSON.stringify(ref) !== JSON.stringify(refs[index]));
      const up = moveAllAside({ text, outline }, refs, -1);
      if (isFree) expect(up.ok && up.value.text).toBe(course);
    }),
    { numRuns: 100 },
  );
});
