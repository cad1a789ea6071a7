import { expect, test } from "vitest";
import { recognise } from "#core/outline/recognise.ts";
import type { Module } from "#core/outline/tree.ts";

const modules = (text: string): readonly Module[] =>
  recognise(text).areas.flatMap((area) => area.levels.flatMap((level) => level.modules));
const text = `# Pottery

## Clay
- [x] Wedging - 10 min
  - fold and press
- ~~Coils - 20 min~~
- Pinch pots - 15 min
  - thumbs first FIXME which thumb
  - TODO a picture
  - how thick ?
  - really ???
- Slabs - 30 min
  -
- Throwing - 1 h
  - Include notes here
- Glazing - 25 min
- Firing - 2 h - done
`;

test("a module's state is told from what stands beneath it and from the note's own marks", () => {
  expect(modules(text).map(({ title, state }) => `${title}: ${state}`)).toEqual([
    "Wedging: done",
    "Coils: done",
    "Pinch pots: in-progress",
    "Slabs: stub",
    "Throwing: stub",
    "Glazing: not-started",
    "Firing: done",
  ]);
});

test("what is left open is counted, outside code", () => {
  const [pinch] = modules(text).filter((module) => module.title === "Pinch pots");
  expect(pinch?.open).toEqual({ fixme: 1, todo: 1, questions: 2, stubs: 0 });
  expect(modules("## A\n### B - 5 min\n```\nTODO\n```\n")[0]?.open.todo).toBe(0);
});

test("spans point at the title and the times in the note", () => {
  const note = "## A\n1. **[Why *not*](u)** - planned 1 h, took 70 min\n";
  const [module] = modules(note);
  expect(module?.times.map(({ from, to }) => note.slice(from, to))).toEqual(["1 h", "70 min"]);
  expect(note.slice(module?.mark.titleSpan.from, module?.mark.titleSpan.to)).toBe("Why *not");
  expect(module?.mark).toMatchObject({ form: "numbered", depth: 1, prefix: "1. ", number: "1" });
});
