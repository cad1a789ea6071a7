import { expect, test } from "vitest";
import { noChoice, withRole } from "#core/outline/choice.ts";
import { formsFor, readingOf, sureness } from "../../../renderer/notation/reading.ts";

const text = `# Trees

## Oak
### Bark (10 min)
- rough
### Leaves (20 min)
- lobed
`;

test("every line that holds something is listed with its text, its role and a reason", () => {
  const { lines, notation } = readingOf(text, noChoice);
  expect(lines.map(({ line, role }) => `${line} ${role}`)).toEqual([
    "1 title",
    "3 area",
    "4 module",
    "5 note",
    "6 module",
    "7 note",
  ]);
  expect(lines[2]).toMatchObject({ text: "### Bark (10 min)", why: "has a time of its own", chosen: null });
  expect(notation.modules).toBe("heading");
});

test("a line that the person chose says so, and the rest follows", () => {
  const { source } = readingOf(text, noChoice);
  const { lines, notes } = readingOf(text, withRole(noChoice, source, 4, "level"));
  expect(lines[2]).toMatchObject({ line: 4, role: "level", chosen: "level", why: "chosen by you" });
  expect(notes).toEqual([]);
});

test("a chosen form that the note does not have is said", () => {
  const { notes } = readingOf(text, { ...noChoice, modules: { form: "quote", depth: null } });
  expect(notes).toHaveLength(1);
});

test("headings are offered at the depths that the note has", () => {
  const headings = formsFor(text).filter(({ form }) => form === "heading");
  expect(headings.map(({ words }) => words)).toEqual(["# headings", "## headings", "### headings"]);
  expect(formsFor("plain words\n").some(({ form }) => form === "heading")).toBe(false);
});

test("how sure a reading is has words for every figure", () => {
  expect([1, 0.7, 0.3, 0].map(sureness)).toEqual(["sure", "fairly sure", "a guess", "nothing to go by"]);
});
