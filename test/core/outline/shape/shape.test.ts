import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChanges } from "#core/note/merge.ts";
import { recognise } from "#core/outline/recognise.ts";
import { toggleDone } from "#core/outline/shape/done.ts";
import { extractNode, linkedAddress, mergeBack } from "#core/outline/shape/extract.ts";
import { insertNode } from "#core/outline/shape/insert.ts";
import { type Destination, duplicateNode, moveNode, stepAside, stepOver } from "#core/outline/shape/move.ts";
import { modulesOf, type NodeRef } from "#core/outline/shape/node.ts";
import { renameNode } from "#core/outline/shape/rename.ts";
import type { Shapeable } from "#core/outline/shape/shaping.ts";

const note = (text: string): Shapeable => ({ text, outline: recognise(text) });
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const notesIn = (path: string): [string, string][] =>
  existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(".md"))
        .map((name) => [name, readFileSync(join(path, name), "utf8")])
    : [];
const notes = [
  ...notesIn(folder("../../../../../shared/corpus/notes")),
  ...notesIn(folder("../../../fixtures/outline")),
  ...notesIn(folder("../../../../resources/sample")),
];
const refOf = (text: string, title: string): NodeRef => {
  const found = modulesOf(recognise(text)).find(({ module }) => module.title === title);
  if (!found) throw new Error(`no module ${title}`);
  return found.ref;
};

// The whole count is for `npm run test:faults`; each run reads a note five times.
const runs = process.env.LECTERN_FAULTS === "full" ? 10_000 : 300;

const course = `# Course

## Area 1 Sorting
### Beginner
1. Why - 10 min
\t- notes of why

2. **How** - 20 min
\t- notes of how


### Intermediate
1. [More](https://example.org/) - 5 min

## Area 2 Graphs
### Beginner
1. Mazes - 15 min`;

describe("moving", () => {
  test("a module goes down with its notes, and the numbers count on", () => {
    const from = note(course);
    const to = stepAside(from, refOf(course, "Why"), 1) as Destination;
    const moved = moveNode(from, refOf(course, "Why"), to);
    expect(moved.ok && moved.value.text).toBe(
      course.replace(
        "1. Why - 10 min\n\t- notes of why\n\n2. **How** - 20 min\n\t- notes of how\n",
        "1. **How** - 20 min\n\t- notes of how\n\n2. Why - 10 min\n\t- notes of why\n",
      ),
    );
    expect(moved.ok && applyChanges(course, moved.value.changes)).toBe(moved.ok && moved.value.text);
  });

  test("a module goes into the next level, and the gap before its heading stays", () => {
    const from = note(course);
    const ref = refOf(course, "How");
    const moved = moveNode(from, ref, stepOver(from, ref, 1) as Destination);
    expect(moved.ok && moved.value.text).toBe(`# Course

## Area 1 Sorting
### Beginner
1. Why - 10 min
\t- notes of why


### Intermediate
1. **How** - 20 min
\t- notes of how

2. [More](https://example.org/) - 5 min

## Area 2 Graphs
### Beginner
1. Mazes - 15 min`);
  });

  test("an area at the end of a file without a final newline goes up, and leaves the end as it was", () => {
    const moved = moveNode(note(course), { area: 1 }, { index: 0 });
    expect(moved.ok && moved.value.text.startsWith("# Course\n\n## Area 1 Graphs\n### Beginner\n1. Mazes")).toBe(true);
    expect(moved.ok && moved.value.text.endsWith("- 5 min")).toBe(true);
    expect(moved.ok && moved.value.text).toContain("## Area 2 Sorting");
  });

  const destinations = (from: Shapeable, ref: NodeRef): Destination[] => {
    if (ref.module === undefined && ref.level === undefined)
      return from.outline.areas.map((_, index) => ({ index })).concat([{ index: from.outline.areas.length }]);
    return from.outline.areas.flatMap((area, a) => {
      if (ref.module === undefined)
        return area.kind === "study" ? [0, area.levels.length].map((index) => ({ area: a, index })) : [];
      return area.levels.flatMap((level, l) =>
        [0, Math.floor(level.modules.length / 2), level.modules.length].map((index) => ({ area: a, level: l, index })),
      );
    });
  };

  const back = (from: NodeRef, now: NodeRef): Destination => {
    const index = from.module ?? from.level ?? from.area;
    const sameParent =
      (from.module === undefined || (from.level === now.level && from.area === now.area)) &&
      (from.module !== undefined || from.level === undefined || from.area === now.area);
    const here = now.module ?? now.level ?? now.area;
    const parent =
      from.module !== undefined && from.level !== undefined
        ? { area: from.area, level: from.level }
        : from.level !== undefined
          ? { area: from.area }
          : {};
    return { ...parent, index: sameParent && here < index ? index + 1 : index };
  };

  test("moving back gives the same bytes, in every note and for every node", () => {
    expect(notes.length).toBeGreaterThan(30);
    let moves = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.nat(notes.length - 1), fc.nat(), fc.nat(), fc.nat(), (index, which, where, kind) => {
        const [name, text] = notes[index] as [string, string];
        const from = note(text);
        const modules = modulesOf(from.outline);
        const chosen = modules[which % Math.max(1, modules.length)];
        if (!chosen) return;
        const { area, level, module } = chosen.ref;
        const ref: NodeRef =
          kind % 4 === 0
            ? { area }
            : kind % 4 === 1
              ? { area, level: level ?? 0 }
              : { area, level: level ?? 0, module: module ?? 0 };
        const goals = destinations(from, ref);
        const moved = moveNode(from, ref, goals[where % goals.length] as Destination);
        if (!moved.ok) {
          refused++;
          return;
        }
        expect(applyChanges(text, moved.value.changes)).toBe(moved.value.text);
        expect(
          [...moved.value.text]
            .sort()
            .join("")
            .replace(/[\d\n]/g, ""),
        ).toBe(
          [...text]
            .sort()
            .join("")
            .replace(/[\d\n]/g, ""),
        );
        // What stands between two siblings and belongs to neither (a heading that groups them) leaves open which side is meant.
        const gaps = from.outline.areas.some(({ levels }) =>
          levels.some(({ modules: all }) => all.some((one, at) => all[at + 1] && one.to !== all[at + 1]?.from)),
        );
        if (gaps) return;
        // Where a module's own line names its level, the level moves along, and what was its place is no longer one.
        const named = from.outline.areas.some(({ levels }) =>
          levels.some(({ title, mark }) => title !== null && mark === null),
        );
        if (named) return;
        const again = moveNode(
          { text: moved.value.text, outline: moved.value.outline },
          moved.value.ref,
          back(ref, moved.value.ref),
        );
        // A level without a line of its own ends with its last module: there is nothing to move back into.
        if (
          !again.ok ||
          moved.value.outline.areas.flatMap((each) => each.levels).length !==
            from.outline.areas.flatMap((each) => each.levels).length
        )
          return;
        moves++;
        if (again.value.text !== text) throw new Error(`${name}: ${JSON.stringify(ref)} does not come back`);
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(moves).toBeGreaterThan(refused);
  }, 900_000);
});

describe("writing", () => {
  test("a new module is written like the others, and numbered on", () => {
    const shaped = insertNode(note(course), "module", refOf(course, "Why"), "Between");
    expect(shaped.ok && shaped.value.text).toContain("\t- notes of why\n\n2. Between\n\n3. **How** - 20 min");
  });

  test("emphasis and heading depth are the note's own", () => {
    const bold = "# N\n\n## A\n\n**1. One** (10 min)\n\ntext\n\n**2. Two** (5 min)\n\ntext\n";
    const after = insertNode(note(bold), "module", refOf(bold, "Two"), "Three");
    expect(after.ok && after.value.text).toContain("**3. Three**\n");
    const headings = "# N\n\n## A\n\n#### One\n\nTime: 5 min\n\n#### Two\n\nTime: 6 min\n";
    const deep = insertNode(note(headings), "module", refOf(headings, "One"), "New");
    expect(deep.ok && deep.value.text).toContain("#### New\n\n#### Two");
  });

  test("a level and an area are written like the others", () => {
    const level = insertNode(note(course), "level", { area: 0, level: 0 }, "Advanced");
    expect(level.ok && level.value.text).toContain("### Advanced\n");
    const area = insertNode(note(course), "area", { area: 0 }, "Trees");
    expect(area.ok && area.value.text).toContain("## Area 2 Trees\n");
    expect(area.ok && area.value.text).toContain("## Area 3 Graphs");
  });

  test("a rename touches the title alone", () => {
    const shaped = renameNode(note(course), refOf(course, "More"), "Even more");
    expect(shaped.ok && shaped.value.text).toBe(course.replace("[More]", "[Even more]"));
    expect(renameNode(note(course), refOf(course, "More"), "  ").ok).toBe(false);
  });

  test("a copy stands behind the original", () => {
    const shaped = duplicateNode(note(course), refOf(course, "Why"));
    expect(shaped.ok && shaped.value.text).toContain(
      "1. Why - 10 min\n\t- notes of why\n\n2. Why - 10 min\n\t- notes of why\n\n3. **How**",
    );
  });

  test("done is marked as the note does it, and taken off again to the same bytes", () => {
    for (const text of [
      course,
      "# N\n## Sorting\n- [ ] Merge sort - 5 min\n\t- halves\n- [x] Heap sort - 6 min\n\t- piles\n- [ ] Quick sort - 7 min\n",
      "# N\n## Sorting\n1. ~~Merge sort~~ - 5 min\n\t- halves\n2. Heap sort - 6 min\n3. Quick sort - 7 min\n",
    ]) {
      const title = text === course ? "Why" : "Quick sort";
      const done = toggleDone(note(text), refOf(text, title));
      expect(done.ok).toBe(true);
      if (!done.ok) continue;
      expect(modulesOf(done.value.outline).find(({ module }) => module.title === title)?.module.state).toBe("done");
      const undone = toggleDone({ text: done.value.text, outline: done.value.outline }, done.value.ref);
      expect(undone.ok && undone.value.text).toBe(text);
    }
  });

  test("an extracted module leaves a link, and merging back gives the same bytes", () => {
    const extracted = extractNode(note(course), refOf(course, "Why"), "Why it matters.md");
    expect(extracted.ok).toBe(true);
    if (!extracted.ok) return;
    const left = applyChanges(course, extracted.value.changes);
    expect(left).toContain("1. [Why](Why%20it%20matters.md) - 10 min\n");
    expect(extracted.value.note).toBe("# Why\n\n\t- notes of why\n");
    const merged = mergeBack(note(left), refOf(left, "Why"), extracted.value.note);
    expect(merged.ok && applyChanges(left, merged.value)).toBe(course);
  });

  test("a note's name may have signs that end a link", () => {
    const extracted = extractNode(note(course), refOf(course, "Why"), "Why (part 1).md");
    if (!extracted.ok) throw new Error(extracted.error.message);
    const left = applyChanges(course, extracted.value.changes);
    expect(linkedAddress(note(left), refOf(left, "Why"))).toBe("Why%20%28part%201%29.md");
    expect(linkedAddress(note(left), refOf(left, "How"))).toBeNull();
    const merged = mergeBack(note(left), refOf(left, "Why"), extracted.value.note);
    expect(merged.ok && applyChanges(left, merged.value)).toBe(course);
    const empty = mergeBack(note(left), refOf(left, "Why"), "# Why\n\n");
    expect(empty.ok && applyChanges(left, empty.value)).toBe(course.replace("\t- notes of why\n", ""));
  });
});
