import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { filesIn, hasProgram, lecternDraft, posts, runProgram, tempNotebook } from "./notebook.ts";

const pandoc = hasProgram("pandoc");
const plain = ["--to", "plain", "--wrap", "none"];

/** How often each word stands in a text. Footnotes are numbered in their own ways, and pandoc names pictures. */
const counted = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const word of text.match(/\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

test.skipIf(!pandoc)("pandoc reads the same words out of the Word document as out of the page", async () => {
  for (const [file, section] of posts) {
    const notebook = tempNotebook();
    const draft = [file, "--section", section];
    const made = await lecternDraft(notebook, [...draft, "--target", "docx", "--out", "out"]);
    expect(made.code, made.stderr).toBe(0);
    const page = await lecternDraft(notebook, [...draft, "--target", "html", "--fragment"]);
    const [document = ""] = filesIn(join(notebook, "out"));
    expect(document).toMatch(/\.docx$/u);
    const read = counted(runProgram("pandoc", ["--from", "docx", ...plain, join("out", document)], notebook));
    const expected = counted(runProgram("pandoc", ["--from", "html", ...plain], notebook, page.stdout));
    for (const [word, count] of expected) expect(read.get(word) ?? 0, `${file}: ${word}`).toBeGreaterThanOrEqual(count);
  }
});

test.skipIf(!pandoc)(
  "headings, emphasis, lists, tables, quotes, code, links and notes stand in the document",
  async () => {
    const notebook = tempNotebook();
    const note = [
      "# Knots\n\n## Bends[^a]\n\nA **bold** and *slanted* `word` of ~~old~~ [rope](https://example.com/rope).",
      "> Quoted.\n\n3. Three\n   - inner\n4. Four\n\n```js\nlet a = 1;\n  let b;\n```",
      "| Rope | mm |\n|---|---:|\n| Hemp | 12 |\n\n[^a]: As [^b] says.\n[^b]: Nested words.\n",
    ];
    writeFileSync(join(notebook, "knots.md"), note.join("\n\n"));
    const made = await lecternDraft(notebook, ["knots.md", "--section", "Knots", "--target", "docx", "--out", "out"]);
    expect(made.code, made.stderr).toBe(0);
    const [file = ""] = readdirSync(join(notebook, "out"));
    const html = runProgram(
      "pandoc",
      ["--from", "docx", "--to", "html", "--wrap", "none", join("out", file)],
      notebook,
    );
    for (const part of [
      "<strong>bold</strong>",
      "<em>slanted</em>",
      'href="https://example.com/rope"',
      "<del>old</del>",
    ])
      expect(html).toContain(part);
    expect(html).toMatch(/<ol start="3"[\s\S]*<ul>[\s\S]*inner[\s\S]*Four[\s\S]*<\/ol>/u);
    expect(html).toMatch(/<h\d[^>]*>Bends/u);
    expect(html).toMatch(/<tbody>[\s\S]*Hemp[\s\S]*<\/tbody>/u);
    expect(html).toMatch(/<blockquote>\s*<p>Quoted/u);
    expect(html).toContain("let b;");
    expect(html).toContain("Nested words.");
  },
);

test("a document that was edited by hand is not written over, and none is printed to the terminal", async () => {
  const notebook = tempNotebook();
  const args = ["inks.md", "--section", "Ink", "--target", "docx"];
  expect(await lecternDraft(notebook, args)).toMatchObject({ code: 2, stdout: "" });
  expect(await lecternDraft(notebook, [...args, "--out", "out"])).toMatchObject({ code: 0 });
  expect(await lecternDraft(notebook, [...args, "--out", "out"])).toMatchObject({ code: 0 });
  const file = join(notebook, "out", "ink.docx");
  writeFileSync(file, "edited");
  expect(await lecternDraft(notebook, [...args, "--out", "out"])).toMatchObject({ code: 3 });
  expect(readFileSync(file, "utf8")).toBe("edited");
});
