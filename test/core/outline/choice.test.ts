import { expect, test } from "vitest";
import { type Choice, choose, isEmpty, noChoice, parseChoice, withLine, withRole } from "#core/outline/choice.ts";
import { explain } from "#core/outline/explain.ts";
import { recognise } from "#core/outline/recognise.ts";
import { scan } from "#core/outline/scan.ts";

const text =
  "# Trees\n\n## Oak\n### Bark (10 min)\n- rough\n- brown\n### Leaves (20 min)\n- lobed\n\n## Ash\n### Keys (5 min)\n- they spin\n";
const titles = (note: string, choice?: Choice): string[] =>
  recognise(note, choice).areas.flatMap((area) =>
    area.levels.flatMap((level) => level.modules.map((module) => module.title)),
  );
const source = (note: string) => ({ text: note, starts: scan(note).starts });

test("a chosen form is used in place of the inferred one", () => {
  expect(titles(text)).toEqual(["Bark", "Leaves", "Keys"]);
  const choice: Choice = { ...noChoice, modules: { form: "bullet", depth: null } };
  expect(titles(text, choice)).toEqual(["rough", "brown", "lobed", "they spin"]);
  expect(recognise(text, choice).notes).toEqual([]);
});

test("a chosen form that no longer fits is said, and the inferred reading used", () => {
  const outline = recognise(text, { ...noChoice, modules: { form: "quote", depth: null } });
  expect(outline.notes).toHaveLength(1);
  expect(outline.areas).toEqual(recognise(text).areas);
});

test("a line's chosen role survives edits around it", () => {
  const choice = withLine(noChoice, choose(source(text), 7, "note"));
  expect(titles(text, choice)).toEqual(["Bark", "Keys"]);
  const edited = `Intro\n\n${text.replace("- brown\n", "- brown\n- old\n")}`;
  expect(titles(edited, choice)).toEqual(["Bark", "Keys"]);
});

test("of two lines alike the one with the same neighbours is meant", () => {
  const twice = "## A\n### Bark (1 min)\none\n### Bark (1 min)\ntwo\n";
  const choice = withLine(noChoice, choose(source(twice), 4, "note"));
  expect(recognise(twice, choice).areas[0]?.levels[0]?.modules.map((module) => module.line)).toEqual([2]);
});

test("any line can be made a module, and a lost line is reported", () => {
  const choice = withLine(noChoice, choose(source(text), 12, "module"));
  expect(titles(text, choice)).toContain("they spin");
  const outline = recognise(text.replace("- they spin\n", ""), choice);
  expect(outline.notes.join()).toContain("they spin");
});

test("a choice outlives JSON, and what is none is refused", () => {
  const choice = withLine({ ...noChoice, modules: { form: "heading", depth: 3 } }, choose(source(text), 4, "level"));
  expect(parseChoice(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
  for (const value of [
    null,
    1,
    [],
    {},
    { version: 2 },
    { version: 1, modules: { form: "song" } },
    { version: 1, modules: null, lines: [{ text: "" }] },
  ]) {
    expect(parseChoice(value)).toBeNull();
  }
});

test("every line that holds something is explained", () => {
  const rows = explain(
    `---\ntitle: x\n---\n${text}<!-- c -->\n`,
    withLine(noChoice, choose(source(text), 5, "module")),
  );
  expect(rows.map(({ role }) => role)).toEqual([
    "outside",
    "outside",
    "outside",
    "title",
    "area",
    "module",
    "module",
    "note",
    "module",
    "note",
    "area",
    "module",
    "note",
    "outside",
  ]);
  expect(rows.find(({ why }) => why === "chosen by you")?.line).toBe(8);
});

test("a line chosen anew, or left to the recogniser, keeps no older word on it", () => {
  const first = withRole(noChoice, source(text), 7, "note");
  // What stood around the line has changed since.
  const edited = text.replace("- brown\n", "- brown\n- old\n").replace("- lobed", "- round");
  const again = withRole(first, source(edited), 8, "level");
  expect(again.lines.map(({ role }) => role)).toEqual(["level"]);
  expect(recognise(edited, again).notes).toEqual([]);
  expect(isEmpty(withRole(again, source(edited), 8, null))).toBe(true);
});
