import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { parse } from "yaml";
import { course } from "./course.ts";
import { expect, test } from "./lectern.ts";

// Each test looks at the view with axe, which takes its time.
test.slow();

const toDraft = (page: Page) => page.getByRole("button", { name: "Draft", exact: true }).click();
const begin = (page: Page, title: string) =>
  page
    .getByRole("list", { name: /^Sections of/ })
    .getByRole("button")
    .filter({ hasText: title })
    .first()
    .click();
const text = (page: Page) => page.getByRole("region", { name: /^Text of/ });
const problems = (page: Page) => page.locator("button.draft-problem");
/** The text of the line that the cursor is in. */
const cursorLine = (page: Page) =>
  page.evaluate(() => {
    const { anchorNode } = document.getSelection() ?? {};
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    return element?.closest(".cm-line")?.textContent ?? null;
  });
const legible = async (page: Page): Promise<void> => {
  // The frame runs no scripts, axe's neither; its page is that of an export, which has tests of its own.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude("iframe").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test("a section becomes a post: its problems lead to their lines, and the export is read back", async ({
  folder,
  start,
}) => {
  await writeFile(join(folder, "Practice.md"), course.text);
  const { page, choose, requests } = await start({ path: folder });
  await expect(page.locator(".cm-content")).toBeVisible();
  await toDraft(page);
  await legible(page);
  await begin(page, course.post.title);
  for (const words of course.post.words) await expect(text(page)).toContainText(words);
  await expect(page.getByRole("heading", { name: "Not ready" })).toBeVisible();
  await legible(page);

  // The page shows the same words, and runs nothing.
  const frame = page.locator("iframe.draft-page");
  await expect(frame).toHaveAttribute("sandbox", "");
  const shown = page.frameLocator("iframe.draft-page");
  for (const words of course.post.words) await expect(shown.locator("article")).toContainText(words);
  await expect(shown.locator("a[href]")).toHaveCount(0);
  // Its style is let in: an article as narrow as the style says.
  await expect(shown.locator("h1")).toHaveCSS("font-weight", "700");
  await expect(shown.locator("body")).toHaveCSS("background-color", "rgb(251, 249, 245)");

  // What blocks stands first; a click lands on the line.
  const first = problems(page).first();
  await expect(first).toHaveAttribute("data-blocks", "true");
  const line = Number(/line (\d+)/.exec((await first.textContent()) ?? "")?.[1]);
  await first.click();
  await expect.poll(() => cursorLine(page)).toBe(course.text.split("\n")[line - 1]);

  // Export for Hugo, and read it back.
  await toDraft(page);
  await page.getByLabel("Export for").selectOption("hugo");
  await page.getByLabel("Title", { exact: true }).fill("What I learned: a post");
  await expect(text(page)).toContainText('title: "What I learned: a post"');
  const out = await mkdtemp(join(tmpdir(), "lectern-site-"));
  await choose(out);
  await page.getByRole("button", { name: "Export…" }).click();
  await expect(page.getByText("what-i-learned-a-post/index.md was written")).toBeVisible();
  const written = await readFile(join(out, "what-i-learned-a-post", "index.md"), "utf8");
  const [, front = "", ...body] = written.split(/^---$/mu);
  const fields = parse(front);
  expect(fields).toMatchObject({ title: "What I learned: a post", draft: true, slug: "what-i-learned-a-post" });
  expect(front).toContain(`# Not ready: Practice.md, line ${line}: `);
  for (const words of course.post.words) expect(body.join("---")).toContain(words);
  expect(await readFile(join(folder, "Practice.md"), "utf8")).toBe(course.text);
  expect(await requests()).toEqual([]);
  await rm(out, { recursive: true });
});
