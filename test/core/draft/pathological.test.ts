import { expect, test } from "vitest";
import { makeDraft } from "#core/draft/draft.ts";
import { withoutComments } from "#core/draft/steps/private.ts";
import { targets } from "#core/draft/targets.ts";

// After cmark's test/pathological_tests.py: inputs that make careless readers slow.
const times = (text: string, count: number) => text.repeat(count);
const inputs: Readonly<Record<string, string>> = {
  "nested strong emphasis": `${times("*a **a ", 5_000)}b${times(" a** a*", 5_000)}`,
  "openers without closers": times("a_", 20_000),
  "nested brackets": `${times("[", 20_000)}a${times("]", 20_000)}`,
  "open links": times("[a](<b", 20_000),
  "open images": times("![a](b ", 10_000),
  "links in links": times("[a](b", 10_000),
  "back ticks": Array.from({ length: 400 }, (_, n) => `e${times("`", n)}`).join(""),
  "lone ticks": times("`` ` ", 20_000),
  "open comments": times("a <!-- b ", 20_000),
  "open percent comments": times("50%% a\n\n", 20_000),
  "paired percent comments on one line": times("%%a%% b ", 20_000),
  "nested quotes": `${times("> ", 1_000)}a`,
  "nested lists": Array.from({ length: 100 }, (_, n) => `${times("  ", n)}- a`).join("\n"),
  "many references": `${Array.from({ length: 5_000 }, (_, n) => `[x${n}]: u${n}`).join("\n")}\n\n${times("[x1] ", 5_000)}`,
  "many footnotes": `${times("a[^1] ", 5_000)}\n\n${Array.from({ length: 2_000 }, (_, n) => `[^${n}]: b`).join("\n")}`,
  "many headings": times("# a\n\n## b\n\nc\n\n", 5_000),
  "open shortcodes": times("{{< ", 20_000),
  "open liquid": times("{% {{ ", 20_000),
  "one long line": times("word ", 100_000),
  "a wide table": `${times("| a ", 500)}|\n${times("| - ", 500)}|\n${times(`${times("| b ", 500)}|\n`, 20)}`,
};

test.each(Object.entries(inputs))("%s are read, checked and written in time", (_, text) => {
  const start = performance.now();
  const draft = makeDraft([{ note: "n.md", text: `# T\n\n${text}\n`, section: null }], { now: "2026-11-24T10:00:00Z" });
  for (const target of ["hugo", "jekyll"] as const) targets[target](draft, draft.fields, {});
  targets.html(draft, draft.fields, { sanitise: (html) => html });
  // A tenth of that is usual; the rest is for a machine that has other things to do.
  expect(performance.now() - start).toBeLessThan(20_000);
});

test("comments are found in one pass over 5 MB on one line", () => {
  const start = performance.now();
  withoutComments(times("a `b` %%c%% <!-- d --> e ", 200_000), "n.md");
  expect(performance.now() - start).toBeLessThan(20_000);
});
