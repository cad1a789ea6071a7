import fc from "fast-check";
import { expect, test } from "vitest";
import type { DraftForm, SectionInfo } from "#core/api.ts";
import { stepNames } from "#core/draft/steps/step.ts";
import { aroundStep } from "../../../renderer/draft/around-step.ts";
import { draftName } from "../../../renderer/draft/draft-name.ts";
import { offsetOfLine } from "../../../renderer/draft/line-offset.ts";
import { likeliestFirst, sectionAtLine } from "../../../renderer/draft/section-order.ts";

const section = (title: string, line: number, endLine: number, area: SectionInfo["area"]): SectionInfo => ({
  title,
  path: [title],
  line,
  endLine,
  level: 1,
  kind: "heading",
  area,
});
const sections = [
  section("Course", 1, 40, null),
  section("Docker", 3, 20, "study"),
  section("Beginner", 4, 9, "study"),
  section("Blog Post", 21, 40, "other"),
];

test("what is no study area is offered first, study areas last, in the order of the note", () => {
  expect(likeliestFirst(sections).map(({ title }) => title)).toEqual(["Blog Post", "Course", "Docker", "Beginner"]);
});

test.each([
  [1, "Course"],
  [4, "Beginner"],
  [9, "Beginner"],
  [10, "Docker"],
  [40, "Blog Post"],
  [41, undefined],
])("line %i lies in %s", (line, title) => {
  expect(sectionAtLine(sections, line)?.title).toBe(title);
});

test("a line begins behind the line breaks before it, whichever they are", () => {
  const lines = fc.array(fc.constantFrom("", "a", "bcd"), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(lines, fc.constantFrom("\n", "\r\n", "\r"), (all, end) => {
      const text = all.join(end);
      all.forEach((line, index) => {
        const at = offsetOfLine(text, index + 1);
        expect(text.slice(at, at + line.length)).toBe(line);
        expect(at).toBe(all.slice(0, index).reduce((sum, before) => sum + before.length + end.length, 0));
      });
    }),
    { numRuns: 200 },
  );
  expect(offsetOfLine("a\nb", 9)).toBe(3);
  expect(offsetOfLine("", 1)).toBe(0);
});

test("around a step only that step differs, and what comes later is left out of both", () => {
  const form: DraftForm = { parts: [], target: "html", fields: {}, off: ["private", "lines", "levels"] };
  const { before, after } = aroundStep(form, "lines");
  expect(new Set(after.off)).toEqual(new Set(["private", "levels", "references"]));
  expect(new Set(before.off)).toEqual(new Set([...after.off, "lines"]));
  for (const step of stepNames)
    expect(new Set(aroundStep(form, step).before.off).size).toBe(aroundStep(form, step).before.off.length);
});

test.each([
  ["  My first post ", "My-first-post"],
  ["../../etc/passwd", "etcpasswd"],
  ["Über uns", "Über-uns"],
  ["__a", "a"],
  ["???", ""],
])("%j is kept under the name %j", (text, name) => {
  expect(draftName(text)).toBe(name);
});
