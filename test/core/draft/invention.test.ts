import { Parser } from "commonmark";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block } from "#core/draft/block.ts";
import { mapInline } from "#core/draft/block.ts";
import { compose } from "#core/draft/compose.ts";
import { applyEdits, scanInline } from "#core/draft/inline.ts";
import { parseBlocks } from "#core/draft/parse.ts";
import { stepNames } from "#core/draft/steps/step.ts";
import { writeBlocks } from "#core/draft/write.ts";
import { partOf, wordsOf } from "./reading.ts";

// Notes as people write them: every construct that a step touches, mixed and nested at random.
const word = fc.constantFrom(..."ink bed roller press TODO 45 min Docker the and naïve 活版 C# a_b 1986.".split(" "));
const words = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(" "));
const ending = fc.constantFrom(
  "",
  ".",
  "?",
  ":",
  " - 45 min",
  " (took ~15 min)",
  "  ",
  "\\",
  " %%hidden%%",
  " <!-- h -->",
);
const inline = fc.tuple(
  words,
  ending,
  fc.constantFrom("", "`code %%x%%`", "[link](a.md)", "![alt](i.png)", "[^1]", "[r][ref]", "**b**", "==h=="),
);
const line = inline.map(([text, end, extra]) => `${text} ${extra}${end}`);
const start = fc.constantFrom(
  "",
  "",
  "- ",
  "* ",
  "1. ",
  "2) ",
  "# ",
  "## 1. ",
  "> ",
  "\t- ",
  "\t",
  "\t\t* ",
  "    ",
  "  ",
  "[ref]: x ",
  "[^1]: ",
  "-",
  "| a | b |\n| - | - |\n| ",
  "> [!note] ",
);
const fence = fc
  .tuple(fc.constantFrom("```", "~~~", "\t```", "> ```"), words)
  .map(([mark, text]) => `${mark}\n${text}\n${mark}`);
const blank = fc.constantFrom("", "### Beginner", "\t", "%%", "---", "<!--", "-->", "<div>");
const note = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.tuple(start, line).map(([a, b]) => a + b) },
      { weight: 1, arbitrary: fence },
      { weight: 2, arbitrary: blank },
    ),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((lines) => lines.join("\n"));

/** Words without the labels of footnotes and link definitions, which steps may change, in the order of the blocks. */
const bodyWords = (blocks: readonly Block[]): readonly string[] => {
  const body = blocks.filter(({ kind }) => kind !== "definition" && kind !== "footnote");
  const bare = mapInline(body, (text) =>
    applyEdits(
      text,
      scanInline(text).footnotes.map(({ from, to }) => ({ from, to, insert: "" })),
    ),
  );
  return wordsOf(writeBlocks(bare));
};

const isWord = (text: string): boolean => !/^\d+$/u.test(text);

const isSubsequence = (short: readonly string[], long: readonly string[]): boolean => {
  let at = 0;
  for (const each of short) {
    at = long.indexOf(each, at);
    if (at < 0) return false;
    at += 1;
  }
  return true;
};

test("every word of a draft stands in the notes, in their order, whatever steps are off", () => {
  fc.assert(
    fc.property(note, fc.subarray([...stepNames]), (text, off) => {
      const draft = compose([partOf(text)], { off });
      expect(isSubsequence(bodyWords(draft.blocks).filter(isWord), wordsOf(text))).toBe(true);
      // A title is plain: emphasis inside a word is gone from it.
      const plain = (marked: string) => wordsOf(marked.replace(/[*_`]/gu, ""));
      expect(isSubsequence(plain(draft.title), plain(text))).toBe(true);
    }),
    { numRuns: 700 },
  );
});

test("nothing but what a step takes out is missing: with all steps off every word is there", () => {
  fc.assert(
    fc.property(note, (text) => {
      const draft = compose([partOf(text)], { off: [...stepNames] });
      const lost = [...wordsOf(text)];
      for (const each of wordsOf(`${draft.title} ${draft.text}`)) {
        const at = lost.indexOf(each);
        if (at >= 0) lost.splice(at, 1);
      }
      // Numbers of lists may be counted anew (CommonMark looks at the first alone), and a title has no links or tags.
      expect(lost.filter((each) => !/^(?:\d+|a|md|i|png|ref|h)$/u.test(each))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("what is written reads back as the same blocks", () => {
  fc.assert(
    fc.property(note, (text) => {
      const { blocks, text: written } = compose([partOf(text)]);
      const again = parseBlocks(written, { note: "note.md", line: 1 });
      expect(writeBlocks(again)).toBe(written);
      expect(bodyWords(again).filter(isWord)).toEqual(bodyWords(blocks).filter(isWord));
    }),
    { numRuns: 500 },
  );
});

test("another reader of CommonMark finds the same words in the draft", () => {
  const parser = new Parser();
  fc.assert(
    fc.property(note, (text) => {
      const { blocks } = compose([partOf(text)]);
      const prose = blocks.filter(({ kind }) => kind === "heading" || kind === "paragraph" || kind === "list");
      const plain = mapInline(prose, (inside) => wordsOf(inside.replace(/[`<[\]*_\\]/gu, " ")).join(" "));
      const walker = parser.parse(writeBlocks(plain)).walker();
      let read = "";
      for (let event = walker.next(); event; event = walker.next()) {
        const { literal, type } = event.node;
        if (event.entering) read += type === "softbreak" || literal === null ? " " : literal;
      }
      expect(wordsOf(read).filter(isWord)).toEqual(bodyWords(plain).filter(isWord));
    }),
    { numRuns: 300 },
  );
});
