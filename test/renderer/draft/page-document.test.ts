import { expect, test } from "vitest";
import type { DraftPreview } from "#core/api.ts";
import { markdownOf, richTextOf } from "../../../renderer/draft/copying.ts";
import { sentenceOf } from "../../../renderer/draft/export-words.ts";
import { pageDocument, styleFor } from "../../../renderer/draft/page-document.ts";

const preview: DraftPreview = {
  title: "<b>Knots</b> & *ropes*",
  minutes: 3,
  ready: true,
  fields: { date: "2026-03-31T10:00:00+02:00", author: "A. <i>Nonym</i>" },
  problems: [],
  files: [],
  body: "<p>Hold fast.</p>\n",
  text: "Hold fast.\n",
  steps: [],
  warnings: [],
  lost: [],
};

test("the page is in the window's theme, whatever the system's is", () => {
  expect(styleFor("light")).toContain("@media not all");
  expect(styleFor("dark")).toContain("@media all");
  for (const theme of ["light", "dark"] as const) {
    expect(styleFor(theme)).not.toContain("prefers-color-scheme");
    expect(styleFor(theme)).toContain(`color-scheme: ${theme};`);
  }
});

test("title, author and nonce stand in the page as text", () => {
  const page = pageDocument(preview, preview.body, "light", 'n"once');
  expect(page).toContain("<h1>&lt;b&gt;Knots&lt;/b&gt; &amp; *ropes*</h1>");
  expect(page).toContain("2026-03-31 · A. &lt;i&gt;Nonym&lt;/i&gt; · 3 min read");
  expect(page).toContain('<style nonce="n&quot;once">');
  expect(page).toContain("<p>Hold fast.</p>");
});

test("what is copied has the title on top, in which nothing is read as markup", () => {
  expect(markdownOf(preview)).toBe("# \\<b\\>Knots\\</b\\> \\& \\*ropes\\*\n\nHold fast.\n");
  expect(richTextOf(preview)).toBe("<h1>&lt;b&gt;Knots&lt;/b&gt; &amp; *ropes*</h1>\n<p>Hold fast.</p>\n");
});

test("an export is told in a sentence", () => {
  const nothing = { folder: "/site", files: [], merged: [], unchanged: [], conflicts: [], warnings: [] };
  expect(sentenceOf(nothing)).toBe("/site: there was nothing to write.");
  expect(sentenceOf({ ...nothing, files: ["a.md", "b.png"], unchanged: ["c.png"] })).toBe(
    "/site: a.md, b.png were written; c.png is as before.",
  );
  expect(sentenceOf({ ...nothing, files: ["1", "2", "3", "4", "5"] })).toContain("1, 2, 3 and 2 more were written");
  expect(sentenceOf({ ...nothing, merged: ["a.md"], conflicts: [{ path: "b.md", text: "" }] })).toBe(
    "/site: a.md took the changes and kept your edits; b.md left as edited by hand.",
  );
});
