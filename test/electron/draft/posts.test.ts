import { expect, test } from "vitest";
import { lecternDraft, tempNotebook } from "./notebook.ts";

test("a link to another note leads to its post once that was exported for the same target, and is listed before", async () => {
  const notebook = tempNotebook();
  const paper = ["paper.md", "--section", "Paper", "--target", "hugo"];
  const before = await lecternDraft(notebook, paper);
  expect(before.stderr).toContain('the link to "inks" was taken out: that note was not exported');
  expect(before.stdout).not.toContain("../ink/");

  const ink = await lecternDraft(notebook, ["inks.md", "--section", "Ink", "--target", "hugo", "--out", "out"]);
  expect(ink.code, ink.stderr).toBe(0);
  const after = await lecternDraft(notebook, paper);
  expect(after.stdout).toContain("](../ink/)");
  expect(after.stderr).not.toContain('the link to "inks"');
  expect(after.stderr).toContain('the link to "press.md#blog-post" was taken out');
  // For another target nothing was exported.
  expect((await lecternDraft(notebook, ["paper.md", "--section", "Paper"])).stderr).toContain('the link to "inks"');
});
