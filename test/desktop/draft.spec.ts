import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
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

const knots = [
  "# Knots",
  "",
  "## Beginner",
  "",
  "1. Bowline - 30 min",
  "",
  "   Made in a hurry, but it holds under any load that I have tried so far.",
  "",
  "## Post",
  "",
  "Two ropes meet, and the thicker one is bent",
  "back on itself before the thinner goes around it.",
  "",
].join("\n");
const splices = "# Splices\n\n## Eye\n\nA rope is opened and its strands go back under its own, one by one.\n";

test("sections of several notes are put in order by keys, follow the notes, and are kept", async ({
  folder,
  start,
}) => {
  const file = join(folder, "Knots.md");
  await writeFile(file, knots);
  await writeFile(join(folder, "Splices.md"), splices);
  const first = await start({ path: folder });
  const { page } = first;
  await page.locator(".cm-line", { hasText: "Two ropes" }).click();

  // The command opens the view with the section that the cursor is in.
  await page.keyboard.press("Control+Shift+E");
  await expect(text(page)).toContainText("bent back on itself");
  await expect(page.getByRole("heading", { name: "Ready", exact: true })).toBeVisible();

  // A section of another note, by keys alone.
  await page.getByRole("button", { name: "Add", exact: true }).press("Enter");
  await expect(page.getByPlaceholder("Find a section of Knots, or another note")).toBeFocused();
  await page.keyboard.type("spli");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(page.getByPlaceholder("Find a section of Splices, or another note")).toBeVisible();
  await expect(page.getByRole("option").filter({ hasText: "Eye" })).toBeVisible();
  await legible(page);
  await page.keyboard.type("eye");
  await page.keyboard.press("Enter");
  await expect(text(page)).toContainText("strands go back");
  const order = async () => {
    const shown = (await text(page).textContent()) ?? "";
    return shown.indexOf("strands go back") < shown.indexOf("bent back on itself") ? "eye first" : "post first";
  };
  expect(await order()).toBe("post first");
  const parts = page.getByRole("list").filter({ has: page.getByRole("group", { name: "Eye" }) });
  await parts.locator("button[data-part]", { hasText: "Eye" }).focus();
  await page.keyboard.press("Control+ArrowUp");
  await expect.poll(order).toBe("eye first");
  await expect(parts.locator("button[data-part]").first()).toBeFocused();

  // What another program writes is in the post, without a word from the person.
  await writeFile(file, knots.replace("the thicker one", "the much thicker one"));
  await expect(text(page)).toContainText("the much thicker one");

  // A step is switched off, and shows what it would do.
  await page.getByRole("checkbox", { name: "Join hard-wrapped lines" }).uncheck();
  await expect(text(page)).toContainText("bent\nback on itself");
  await page.getByRole("button", { name: "Show what “Join hard-wrapped lines” would change" }).click();
  await expect(page.getByRole("dialog").locator(".cm-changedLine").first()).toBeVisible();
  await legible(page);
  await page.keyboard.press("Escape");

  // Another draft takes its place, and it can be brought back.
  await page.getByRole("button", { name: "New draft" }).click();
  await expect(page.getByRole("heading", { name: "A post is made of sections of your notes." })).toBeVisible();
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(text(page)).toContainText("bent\nback on itself");

  // It is kept under a name, and saved as it changes.
  await page.getByRole("button", { name: "Keep…" }).click();
  await page.getByLabel("Name").fill("about ropes");
  await page.keyboard.press("Enter");
  await expect(page.getByText("about-ropes, saved")).toBeVisible();
  await page.getByLabel("Title", { exact: true }).fill("All about ropes");
  const kept = join(folder, ".lectern", "drafts", "about-ropes.yaml");
  await expect.poll(async () => parse(await readFile(kept, "utf8")).fields).toEqual({ title: "All about ropes" });
  expect(parse(await readFile(kept, "utf8"))).toMatchObject({
    parts: [
      { note: "Splices.md", section: ["Splices", "Eye"] },
      { note: "Knots.md", section: ["Knots", "Post"] },
    ],
    off: ["lines"],
  });
  await first.close();

  // It is there after a restart.
  const second = await start({ path: folder });
  await toDraft(second.page);
  await second.page.getByRole("button", { name: "about-ropes", exact: true }).click();
  await expect(text(second.page)).toContainText('title: "All about ropes"');
  await expect(text(second.page)).toContainText("bent\nback on itself");
  await second.page.getByRole("button", { name: "Move the draft about-ropes to the trash" }).click();
  await expect(second.page.getByText("The draft about-ropes is in the trash.")).toBeVisible();
  await expect(text(second.page)).toContainText("bent\nback on itself");
  expect(await readdir(join(folder, ".lectern", "drafts"))).toEqual([]);
});

test("a post that was edited by hand is not written over, and can be copied", async ({ folder, start }) => {
  const file = join(folder, "Knots.md");
  const site = join(folder, "site");
  await mkdir(site);
  await writeFile(file, knots);
  const { page, electron, choose } = await start({ path: folder });
  await page.setViewportSize({ width: 900, height: 600 });
  await choose(site);
  await toDraft(page);
  await begin(page, "Post");

  // In a small window text and page stand behind tabs.
  await expect(page.frameLocator("iframe.draft-page").locator("article")).toContainText("Two ropes meet");
  await page.getByRole("tab", { name: "Page" }).press("ArrowLeft");
  await expect(page.getByRole("tab", { name: "Text" })).toBeFocused();
  await expect(text(page)).toContainText("Two ropes meet");
  await legible(page);

  await page.getByLabel("Title", { exact: true }).fill("Ropes");
  await expect(text(page)).toContainText('title: "Ropes"');
  await page.keyboard.press("Control+Shift+E");
  await expect(page.getByText("ropes.md was written")).toBeVisible();
  const post = join(site, "ropes.md");
  const byHand = (await readFile(post, "utf8")).replace("Two ropes meet", "Two ropes met one day");
  await writeFile(post, byHand);
  await writeFile(file, knots.replace("Two ropes meet", "Three ropes meet"));
  await expect(text(page)).toContainText("Three ropes meet");
  await page.getByRole("button", { name: "Export…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edited by hand since the last export" });
  await expect(dialog.getByLabel("The file as it is")).toContainText("Two ropes met one day");
  await expect(dialog.getByLabel("The draft")).toContainText("Three ropes meet");
  await legible(page);
  await dialog.getByRole("button", { name: "Leave them" }).click();
  expect(await readFile(post, "utf8")).toBe(byHand);

  // On the clipboard as rich text: what is pasted has the heading and the words.
  await page.getByRole("button", { name: "Copy rich text" }).click();
  await expect(page.getByText("The post is on the clipboard as rich text.")).toBeVisible();
  await page.evaluate(() => {
    const box = document.createElement("div");
    box.id = "pasted";
    box.contentEditable = "true";
    box.textContent = "x";
    document.body.append(box);
  });
  await page.locator("#pasted").focus();
  if (electron) await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.paste());
  else await page.keyboard.press("Control+v");
  await expect(page.locator("#pasted h1")).toHaveText("Ropes");
  await expect(page.locator("#pasted")).toContainText("Three ropes meet, and the thicker one is bent back on itself");
});
