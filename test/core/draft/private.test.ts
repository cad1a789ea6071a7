import { expect, test } from "vitest";
import { withoutComments } from "#core/draft/steps/private.ts";
import { composed } from "./reading.ts";

const clean = (text: string) => withoutComments(text, "n.md").text;

test("comments go, line breaks stay", () => {
  expect(clean("a %%b%% c")).toBe("a c");
  expect(clean("a <!-- b\nc --> d")).toBe("a \n d");
  expect(clean("%%\nx\n%%\ny")).toBe("\n\n\ny");
});

test("code keeps what looks like a comment", () => {
  for (const text of [
    "```\n%% a %%\n<!-- b -->\n```",
    "- ~~~\n  %% a %%\n  ~~~",
    "> ````md\n> ```\n> %% a %%\n> ````",
    "`%%a%%` and ``<!-- ` -->``",
  ]) {
    expect(clean(text)).toBe(text);
  }
});

test("percent signs of a sentence are no comment across paragraphs", () => {
  const text = "It grew 50%% that year.\n\nThen 20%% more.";
  expect(clean(text)).toBe(text);
});

test("a comment that begins a line and is never closed hides the rest, and is reported with its line", () => {
  for (const mark of ["<!--", "%%"]) {
    const draft = composed(`# A\n\nkept\n\n${mark} secret\n\nmore secret\n`);
    expect(draft.text).toBe("kept\n");
    expect(draft.open).toEqual([{ note: "note.md", line: 5, what: mark }]);
  }
});

test("sections that are marked private are left out, with all beneath them", () => {
  for (const [heading, below] of [
    ["## Diary (private)", ""],
    ["## Diary [Private]", ""],
    ["## Diary #private", ""],
    ["## Private notes", ""],
    ["## Diary %%private%%", ""],
    ["## Diary <!-- private -->", ""],
    ["## Diary", "%% private %%"],
    ["## Diary", "<!-- private -->\n"],
    ["## Diary", "#private"],
  ]) {
    const text = `# A\n\nx\n\n${heading}\n${below}\n\nsecret\n\n### Deeper\n\nsecret\n\n## B\n\ny\n`;
    expect(composed(text).text, heading).toBe("x\n\n## B\n\ny\n");
  }
  expect(composed("# A\n\n## Private keys\n\nstays\n").text).toBe("## Private keys\n\nstays\n");
});
