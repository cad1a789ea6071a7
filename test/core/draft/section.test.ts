import { expect, test } from "vitest";
import { findByPath, findSection, listSections, sectionAt } from "#core/draft/section.ts";
import { recognise } from "#core/outline/recognise.ts";
import { fixture } from "./reading.ts";

const note = `---
title: not a heading
---
# Course

## Docker
text

\`\`\`sh
# no heading
\`\`\`

### Beginner
more

Setext
------
end

## Docker ##
again`;

const seen = (text: string) =>
  listSections(text).map(({ title, line, endLine, level }) => `${line}-${endLine} ${"#".repeat(level)} ${title}`);

test("sections are CommonMark's headings, each up to the next of its level or above", () => {
  expect(seen(note)).toEqual([
    "4-21 # Course",
    "6-15 ## Docker",
    "13-15 ### Beginner",
    "16-19 ## Setext",
    "20-21 ## Docker",
  ]);
});

test("headings in quotes, lists and indented code are no sections", () => {
  expect(seen("# A\n> # B\n\n- # C\n\n    # D\n")).toEqual(["1-6 # A"]);
});

test("titles are plain words", () => {
  expect(seen("## **Bold** and [linked](https://example.org) `code`")).toEqual(["1-1 ## Bold and linked code"]);
});

test("line numbers hold with every kind of line end", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    expect(seen(["# A", "", "x", "## B", "y"].join(end))).toEqual(["1-5 # A", "4-5 ## B"]);
  }
});

test("a module that is an item is a section of its own, one level beneath its heading", () => {
  const text = fixture("notebook/press.md");
  const sections = listSections(text, recognise(text));
  const lab = sections.find(({ title }) => title === "Lab: Setting a Line");
  expect(lab).toMatchObject({ kind: "module", line: 10, endLine: 13, level: 4 });
  expect(lab?.path).toEqual(["Letterpress Evening Course", "Area 1 Type", "Beginner", "Lab: Setting a Line"]);
});

const find = (name: string) => {
  const search = findSection(listSections(note), name);
  return search.found ? search.found.line : search.candidates.map(({ line }) => line);
};

test("a section is found by title, path, line, or a part of its title", () => {
  expect(find("Beginner")).toBe(13);
  expect(find("  beginner ")).toBe(13);
  expect(find("Docker / Beginner")).toBe(13);
  expect(find("Docker › Beginner")).toBe(13);
  expect(find("20")).toBe(20);
  expect(find("sete")).toBe(16);
});

test("a title that two sections have finds neither, and names both", () => {
  expect(find("Docker")).toEqual([6, 20]);
  expect(find("nothing")).toEqual([]);
  expect(find("")).toEqual([]);
  expect(find("!?")).toEqual([]);
});

test("a path finds its section again after lines have moved, the nearest of its namesakes", () => {
  const sections = listSections(note);
  expect(findByPath(sections, ["Course", "Docker"], 25)?.line).toBe(20);
  expect(findByPath(sections, ["Course", "Docker"], 3)?.line).toBe(6);
  expect(findByPath(sections, ["Docker", "Beginner"])?.line).toBe(13);
  expect(findByPath(sections, ["Course", "Gone"])).toBeNull();
});

test("the section at a line is the innermost one", () => {
  const sections = listSections(note);
  expect(sectionAt(sections, 14)?.title).toBe("Beginner");
  expect(sectionAt(sections, 7)?.title).toBe("Docker");
  expect(sectionAt(sections, 1)).toBeNull();
});
