import { ensureSyntaxTree } from "@codemirror/language";
import { Text } from "@codemirror/state";
import { describe, expect, test } from "vitest";
import { allSections, foldRange, headingLevel } from "../../../../renderer/editor/folding/sections.ts";
import { stateOf } from "../typed.ts";

/** What folding the line with the cursor hides, as text; null for nothing. */
function hidden(marked: string): string | null {
  const state = stateOf(marked);
  const range = foldRange(state, state.doc.lineAt(state.selection.main.head).number);
  return range === null ? null : state.sliceDoc(range.from, range.to);
}

describe("Folding", () => {
  test.each<[string, string, string | null]>([
    ["a section up to the next of its level", "## a|\ntext\n### in\n\n## b", "\ntext\n### in"],
    ["to the end of the note, without blank lines there", "# a|\ntext\n\n", "\ntext"],
    ["an underlined heading", "a|\n===\ntext\n\nb\n===", "\n===\ntext"],
    ["past what looks like a heading in code", "# a|\n```\n# no\n```\nx\n# b", "\n```\n# no\n```\nx"],
    ["no empty section", "# a|\n# b", null],
    ["an item with what is under it", "1. a|\n\t- b\n\tc\n\n2. d", "\n\t- b\n\tc"],
    ["an item wrapped by hand", "- a|\n  b\n- c", "\n  b"],
    ["no item of one line", "- a|\n- b", null],
    ["no text", "a|\nb", null],
    ["no heading in code", "```\n# a|\nb\n```", null],
  ])("hides %s", (_name, marked, text) => expect(hidden(marked)).toBe(text));

  test("knows headings of both kinds", () => {
    const doc = Text.of(["# a", "b", "---", "- c", "---", "#d", "", "---", "| a |", "###### e"]);
    const levels = Array.from({ length: doc.lines }, (_, index) => headingLevel(doc, index + 1));
    expect(levels).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 0, 6]);
  });

  test("of all sections leaves the title and hides what each heading begins", () => {
    const doc = Text.of(["# Title", "intro", "## A", "x", "### B", "y", "", "## C", "z"]);
    expect(allSections(doc).map(({ from, to }) => doc.sliceString(from, to))).toEqual(["\nx\n### B\ny", "\ny", "\nz"]);
  });

  test("of all sections agrees with folding each", () => {
    const state = stateOf("|# T\n\n## A\na\n### B\n```\n## no\n```\n## C\n\n### D\nd\n\n# Z\nz");
    ensureSyntaxTree(state, state.doc.length, 10_000);
    const each = [3, 5, 9, 11, 14].map((number) => foldRange(state, number));
    expect(allSections(state.doc)).toEqual(expect.arrayContaining(each));
  });

  test("of 100,000 headings are found in one pass", () => {
    const doc = Text.of(Array.from({ length: 100_000 }, (_, index) => `${"#".repeat((index % 6) + 1)} h`));
    const start = performance.now();
    expect(allSections(doc).length).toBeGreaterThan(80_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
