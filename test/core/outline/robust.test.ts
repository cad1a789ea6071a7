import fc from "fast-check";
import { expect, test } from "vitest";
import { explain } from "#core/outline/explain.ts";
import { recognise } from "#core/outline/recognise.ts";

const pieces = fc.constantFrom(
  "# ",
  "## Area 1 ",
  "### Beginner",
  "#",
  "- ",
  "* ",
  "+ ",
  "1. ",
  "2) ",
  "3.1 ",
  "> ",
  "**",
  "__",
  "`",
  "```",
  "~~~",
  "~~",
  "[",
  "]",
  "(",
  ")",
  "](",
  "![",
  "<",
  ">",
  "<!--",
  "-->",
  "|",
  "|---|",
  "---",
  "===",
  "\\",
  "&amp;",
  "&",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\t",
  "    ",
  " ",
  "10 min",
  "1h30",
  "half an hour",
  "(took ~5 min)",
  "Time:",
  "Video:",
  "Lab 2:",
  "http://a.b/c",
  "分",
  "半小时",
  "час",
  "\uFEFF",
  "\u2028",
  "\0",
  "😀",
  "\uD800",
  "é",
  "İ",
  "ß",
  "TODO",
  "?",
  "???",
  "[x] ",
  "a",
  "word",
  ".",
  "1",
  "-",
);
const notes = fc
  .array(
    fc.oneof({ weight: 5, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) }),
    { maxLength: 60 },
  )
  .map((list) => list.join(""));

test("no text makes the recogniser fail, and its spans lie in the text", () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { areas } = recognise(text);
      const lines = text.split(/\r\n|\n|\r/).length;
      for (const area of areas) {
        for (const node of [area, ...area.levels, ...area.levels.flatMap((level) => level.modules)]) {
          expect(node.from).toBeGreaterThanOrEqual(0);
          expect(node.to).toBeLessThanOrEqual(text.length);
          expect(node.from).toBeLessThanOrEqual(node.to);
          if (node.line !== null) expect(node.line).toBeLessThanOrEqual(lines);
        }
      }
      explain(text);
    }),
    { numRuns: 1500 },
  );
});

const nasty: Readonly<Record<string, string>> = {
  "100,000 headings": "# h\n".repeat(100_000),
  "100,000 modules": `## A\n${"### m - 5 min\n".repeat(100_000)}`,
  "100,000 headings of every depth": Array.from(
    { length: 100_000 },
    (_, i) => `${"#".repeat((i % 6) + 1)} Part ${i}`,
  ).join("\n"),
  "5,000 nested quotes": `${">".repeat(5_000)} a\n`.repeat(3),
  "a line of 10 MB": "a ".repeat(5_000_000),
  "a heading of 10 MB": `# ${"a [b".repeat(2_500_000)}`,
  "50,000 brackets": "[".repeat(50_000),
  "lines of brackets": `# ${"[".repeat(1_900)}\n`.repeat(2_000),
  "1,000 nested items": Array.from({ length: 1_000 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n"),
  "a table of 50,000 rows": `| Module | Time |\n|---|---|\n${"| a | 5 min |\n".repeat(50_000)}`,
  "an unclosed fence": `\`\`\`\n${"# a\n".repeat(100_000)}`,
  "100,000 lines of time": "Time: 5 min\n".repeat(100_000),
  "a list with 50,000 times": "- a\n- Time: 5 min\n".repeat(50_000),
  "50,000 underlines": "a\n===\n".repeat(50_000),
  "50,000 definitions": `${"[a]: /b\n".repeat(50_000)}x\n===\n`,
};

for (const [name, text] of Object.entries(nasty)) {
  test(`${name}: an answer within 2 s`, { retry: 2 }, () => {
    recognise("# warm\n## up\n- a - 5 min\n");
    // Processor time, so that a busy machine makes no difference.
    const start = process.cpuUsage();
    recognise(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1_000).toBeLessThan(2_000);
  });
}
