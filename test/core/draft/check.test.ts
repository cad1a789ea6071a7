import { expect, test } from "vitest";
import type { CheckOptions } from "#core/draft/check.ts";
import { makeDraft } from "#core/draft/draft.ts";
import type { WrittenFields } from "#core/draft/fields.ts";
import { fixture, partOf } from "./reading.ts";

const now = "2026-11-24T10:00:00+00:00";

/** Problems as "line kind", with a ! for those that block. */
const found = (text: string, options: CheckOptions & { fields?: WrittenFields } = {}) =>
  makeDraft([partOf(text)], { now, ...options }).problems.map(
    ({ line, kind, blocks }) => `${line ?? "-"} ${kind}${blocks ? "!" : ""}`,
  );

const body = "# T\n\nThis is a text that has enough words in it to stand under its own heading.\n\n";

test("the fixture's blog post: every FIXME, empty bullet and bare heading with its line in the note", () => {
  const { problems } = makeDraft([partOf(fixture("notebook/press.md"), "Blog Post", "press.md")], { now });
  expect(problems.map(({ note, line, kind }) => `${note}:${line} ${kind}`)).toEqual([
    "press.md:40 fixme",
    "press.md:42 missing-alt",
    "press.md:73 code-language",
    "press.md:81 code-language",
    "press.md:93 heading-without-text",
    "press.md:94 empty-bullet",
  ]);
  expect(problems[0]?.message).toBe('"FIXME DIAGRAMS of both, side by side" is left to mend.');
});

test("a text that is ready has no problem", () => {
  expect(found(`${body}## S\n\n- one\n- two\n\n\`\`\`sh\nls\n\`\`\`\n`)).toEqual([]);
});

test("words that say that something is left to do, by line inside a paragraph", () => {
  expect(found(`${body}one\ntwo TODO three\n\n- x TBD\n- todo: y\n- [ ] z\n`)).toEqual([
    "6 todo!",
    "8 todo!",
    "9 todo!",
    "10 todo",
  ]);
  expect(found(`${body}is it so???\n\n- ?\n- a\n`)).toEqual(["5 question!", "7 question!"]);
  expect(found(`${body}Lorem ipsum dolor\n\nMore coming soon\n\n...\n\n[insert a picture]\n`)).toEqual([
    "5 placeholder!",
    "7 placeholder!",
    "9 placeholder!",
    "11 placeholder!",
  ]);
});

test("words that only look like it are left alone", () => {
  expect(found(`${body}my to-do list, a todo app, \`TODO\` and "what?"\n\n\`\`\`c\n// TODO\n\`\`\`\n`)).toEqual([]);
});

test("parts without text", () => {
  expect(found(`${body}##\n\n- \n- a\n  -\n`)).toEqual(["5 empty-heading!", "7 empty-bullet!", "9 empty-bullet!"]);
  expect(found(`${body}## A\n\n## B\n\n### C\n\nshort\n`)).toEqual(["5 heading-without-text!", "9 one-line-section"]);
  expect(found("# T\n")).toEqual(["- empty-draft!"]);
});

test("links and images, with what is on disk", () => {
  const files = new Set(["a.md", "img/ok.png", "big.jpg"]);
  const options = {
    exists: (path: string) => files.has(path),
    size: (path: string) => (path === "big.jpg" ? 4e6 : 10),
  };
  const text = `${body}[a](a.md) [b](b.md) [c](../c.md) [d](#t) [e]() [f][g] [h](javascript:x) [i](mailto:x@example.org)\n
![ok alt](img/ok.png) ![x](no.png) ![](/img/ok.png) ![y](../../up.png) ![z](big.jpg) ![w](https://example.org/w.png)\n`;
  expect([...found(text, options)].sort()).toEqual(
    [
      "7 missing-image!",
      "7 missing-alt",
      "7 image-outside!",
      "7 large-image",
      ...["dead-link!", "dead-link!", "dead-link!", "dead-link!", "unknown-target!", "dead-link!"].map(
        (kind) => `5 ${kind}`,
      ),
    ].sort(),
  );
});

test("the target's limits", () => {
  const tags = ["a", "b", "c", "d", "e", "f"];
  expect(found(body, { target: "devto", fields: { tags } })).toEqual(["- tags!"]);
  expect(found(body, { target: "hashnode", fields: { tags } })).toEqual(["- tags!", "- domain!"]);
  expect(found(body, { target: "hashnode", fields: { tags: "a", domain: "x.example.org" } })).toEqual([]);
  expect(found(body, { target: "devto", fields: { title: "x".repeat(129) } })).toEqual(["- title!"]);
  expect(found(body, { target: "hugo", fields: { title: "x".repeat(129) } })).toEqual(["- title"]);
  expect(found(body, { fields: { description: "x ".repeat(150) } })).toEqual(["- description"]);
  expect(found(`${body}<div>\nx\n</div>\n`, { target: "hugo" })).toEqual(["5 raw-html"]);
});

test("a comment that was never closed blocks", () => {
  expect(found(`${body}<!-- open\n\nx\n`)).toEqual(["5 open-comment!"]);
});
