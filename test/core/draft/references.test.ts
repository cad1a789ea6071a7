import { expect, test } from "vitest";
import { compose } from "#core/draft/compose.ts";
import { composed, fixture, partOf } from "./reading.ts";

test("footnotes and link labels of two notes are kept apart", () => {
  const parts = ["inks.md", "wheels.md"].map((name) => partOf(fixture(`notebook/${name}`), undefined, name));
  const { text } = compose(parts);
  expect(text).toContain(
    "mixed on a slab[^1] until the knife leaves no stripe[^2]. The recipe is on [the label][label].",
  );
  expect(text).toContain("Do not[^1] trust the tin.");
  expect(text).toContain("The counting wheel[^3] turns once per pull. Its makers are on [the label][label-2],");
  expect(text).toContain('[label]: https://example.org/ink "The label"');
  expect(text).toContain("[label-2]: https://example.org/wheel");
  expect(text.trimEnd().split("\n\n").slice(-3)).toEqual([
    "[^1]: Glass or stone.",
    "[^2]: Count to a hundred.",
    "[^3]: Six digits.",
  ]);
});

test("what a section calls and its note defines elsewhere comes along; what nothing calls stays out", () => {
  const text =
    "# A\n\n[^1]: one\n[^2]: two[^3]\n[^3]: three\n\n[x]: /x.md\n[y]: https://example.org/y\n\n## B\n\nb[^2] [to y][Y]\n";
  const draft = compose([partOf(text, "B")]);
  expect(draft.text).toBe("b[^1] [to y][Y]\n\n[y]: https://example.org/y\n\n[^1]: two[^2]\n\n[^2]: three\n");
});

test("footnotes that call each other end", () => {
  expect(composed("x[^a]\n\n[^a]: y[^b]\n\n[^b]: z[^a]\n").text).toBe("x[^1]\n\n[^1]: y[^2]\n\n[^2]: z[^1]\n");
});

test("marks in code, and marks without a footnote, are left alone", () => {
  const text = "`[^1]` and [^none]\n\n```\n[^1]\n```\n\nx[^1]\n\n[^1]: y\n";
  expect(composed(text).text).toBe(text);
});

test("the same label with the same target needs no second name", () => {
  const part = (note: string) => ({ note, text: "[a]\n\n[a]: https://example.org\n", section: null });
  expect(compose([part("a.md"), part("b.md")]).text).not.toContain("a-2");
});
