import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, changesBetween, mergeTexts } from "#core/note/merge.ts";

/** Texts in which one letter is one line. */
const lines = (word: string) => [...word].map((letter) => `${letter}\n`).join("");
const letters = (text: string) => text.replaceAll("\n", "");

/** Base, disk and editor as words of one-letter lines → the merged word, with conflicts as <editor|disk>. */
const merge = (base: string, disk: string, editor: string) => {
  const { changes, conflicts } = mergeTexts(lines(base), lines(disk), lines(editor));
  const marks = conflicts.map(({ from, to, editor: ours, disk: theirs }) => ({
    from,
    to,
    insert: `<${letters(ours)}|${letters(theirs)}>`,
  }));
  return letters(
    applyChanges(
      lines(editor),
      [...changes, ...marks].sort((a, b) => a.from - b.from || a.to - b.to),
    ),
  );
};

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), maxLength: 12 });
const text = fc
  .array(fc.constantFrom("a\n", "b\n", "\n", "- 45 min\n", "😀x\n", "😃x\n", "end"), { maxLength: 14 })
  .map((parts) => parts.join(""));

describe("merging an outside change", () => {
  it.each([
    ["abcde", "aXcde", "abcdY", "aXcdY"], // both sides' lines
    ["abcde", "abcde", "abXde", "abXde"], // nothing outside
    ["abcde", "aXcde", "abcde", "aXcde"], // nothing typed
    ["abcde", "acde", "abcdeY", "acdeY"], // a line gone, one added
    ["abc", "aXc", "aXc", "aXc"], // both did the same
    ["abc", "aXc", "aYc", "a<Y|X>c"],
    ["abc", "ac", "aYc", "a<Y|>c"], // removed there, changed here
    ["abc", "aXYc", "ac", "a<|XY>c"],
    ["abc", "abcX", "abcY", "abc<Y|X>"], // both appended
    ["abc", "abX", "Ybc", "YbX"],
    ["abc", "aXc", "abY", "aXY"], // neighbours do not disturb each other
    ["abc", "abXc", "aYc", "aYXc"], // an insertion after a changed line
    ["", "X", "Y", "<Y|X>"],
    ["abcd", "aXXd", "abYd", "a<bY|XX>d"], // a longer overlap
    ["abcdef", "aXcdZf", "abYdef", "aXYdZf"],
  ])("%s with %s on disk and %s in the editor gives %s", (base, disk, editor, merged) => {
    expect(merge(base, disk, editor)).toBe(merged);
  });

  it("loses no line that either side wrote", () => {
    fc.assert(
      fc.property(word, word, word, (base, disk, editor) => {
        const merged = merge(base, disk, editor);
        const mine = diffOf(base, editor);
        const theirs = diffOf(base, disk);
        for (const letter of [...mine, ...theirs]) expect(merged).toContain(letter);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives the same text whichever side is called the editor's, where there is no conflict", () => {
    fc.assert(
      fc.property(text, text, text, (base, disk, editor) => {
        const here = mergeTexts(base, disk, editor);
        const there = mergeTexts(base, editor, disk);
        expect(here.conflicts.length).toBe(there.conflicts.length);
        if (here.conflicts.length === 0)
          expect(applyChanges(editor, here.changes)).toBe(applyChanges(disk, there.changes));
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps both texts of a conflict, at their place in the editor", () => {
    fc.assert(
      fc.property(text, text, text, (base, disk, editor) => {
        for (const conflict of mergeTexts(base, disk, editor).conflicts) {
          expect(editor.slice(conflict.from, conflict.to)).toBe(conflict.editor);
          expect(disk).toContain(conflict.disk);
          expect(base).toContain(conflict.base);
        }
      }),
    );
  });
});

/** Letters of `after` that `before` does not have. */
const diffOf = (before: string, after: string) => [...after].filter((letter) => !before.includes(letter));

describe("reloading a note", () => {
  it("turns the old text into the new one", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyChanges(before, changesBetween(before, after))).toBe(after);
      }),
      { numRuns: 2000 },
    );
  });

  it("changes nothing but what changed", () => {
    expect(changesBetween("one\ntwo\nthree\n", "one\ntwo!\nthree\n")).toEqual([{ from: 7, to: 7, insert: "!" }]);
    expect(changesBetween("a\nb\nc\n", "a\nc\n")).toEqual([{ from: 2, to: 4, insert: "" }]);
    expect(changesBetween("same", "same")).toEqual([]);
    // Two emoji share their first code unit; half of one is never replaced.
    expect(changesBetween("😀", "😃")).toEqual([{ from: 0, to: 2, insert: "😃" }]);
  });

  it("is quick on 10 MB with changes at both ends, and where no two lines are alike", () => {
    const many = Array.from({ length: 200_000 }, (_, at) => (at % 3 === 0 ? "\n" : `${at} ${"word ".repeat(10)}\n`));
    const before = many.join("");
    const after = `first\n${before.replace("100000 word", "100000 other")}last\n`;
    const repeated = "same line\n".repeat(300_000);
    const start = process.cpuUsage();
    expect(changesBetween(before, after).map(({ insert }) => insert)).toEqual(["first\n", "other", "last\n"]);
    expect(changesBetween(repeated, `x\n${repeated.slice(10)}y\n`).length).toBeGreaterThan(0);
    expect(changesBetween("x".repeat(10_000_000), `${"x".repeat(5_000_000)}y${"x".repeat(5_000_000)}`)).toEqual([
      { from: 5_000_000, to: 5_000_000, insert: "y" },
    ]);
    // Time of the processor, so that what else runs does not count. Without the fixed points it would be minutes.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5_000);
  });
});
