import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { course } from "./course.ts";
import { expect, test } from "./lectern.ts";

const tree = (page: Page) => page.getByRole("tree", { name: "Outline" });
/** The text of the line that the cursor is in. */
const cursorLine = (page: Page) =>
  page.evaluate(() => {
    const { anchorNode } = document.getSelection() ?? {};
    const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement;
    return element?.closest(".cm-line")?.textContent ?? null;
  });
const saved = (page: Page) => expect(page.locator(".save-state")).toHaveText("saved");
const row = (page: Page, title: string) => tree(page).getByRole("treeitem", { name: title, exact: false }).first();

test("a course is opened, found, written in, timed, and is there again after a restart", async ({ folder, start }) => {
  const file = join(folder, "Practice.md");
  await writeFile(file, course.text);
  const first = await start({ path: folder });
  const { page } = first;

  // Read: the outline has every module and every written minute.
  await expect(page.locator(".side-count").last()).toHaveText(`${course.modules} modules`);
  const outlines = await page.evaluate(() => window.lectern.readOutlines(undefined));
  const modules = outlines.ok
    ? outlines.value.flatMap(({ outline }) =>
        outline.areas.flatMap((area) => area.levels.flatMap((level) => level.modules)),
      )
    : [];
  expect(modules).toHaveLength(course.modules);
  expect(modules.reduce((sum, module) => sum + (module.minutes ?? 0), 0)).toBe(course.minutes);

  // Filter.
  await page.getByRole("textbox", { name: "Filter the outline" }).fill(course.filter.text);
  await expect(page.locator(".side-count").last()).toHaveText(`${course.filter.modules} of ${course.modules} modules`);
  await page.keyboard.press("Escape");
  await expect(page.locator(".side-count").last()).toHaveText(`${course.modules} modules`);

  // Go to a module.
  await row(page, course.module.title).click();
  await expect.poll(() => cursorLine(page)).toBe(course.module.line);
  await expect(page.locator(".module-title")).toHaveText(course.module.title);

  // Type, and see on the disk exactly that change and no other byte.
  await page.keyboard.press("End");
  await page.keyboard.type(" and some words");
  await saved(page);
  const expected = course.text.replace(course.module.line, `${course.module.line} and some words`);
  await expect.poll(() => readFile(file, "utf8")).toBe(expected);

  // Undo to the original bytes.
  for (let left = 5; left > 0 && (await cursorLine(page)) !== course.module.line; left--)
    await page.keyboard.press("Control+z");
  await expect.poll(() => readFile(file, "utf8")).toBe(course.text);
  await saved(page);

  // Time the module, and see the log.
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("button", { name: /stop/i }).first()).toBeVisible();
  await page.keyboard.press("Control+Enter");
  const log = join(folder, ".lectern", "time.jsonl");
  const records = async () =>
    (await readFile(log, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  await expect.poll(async () => (await records()).length).toBe(2);
  const [begun, ended] = await records();
  expect(begun).toMatchObject({
    v: 1,
    type: "start",
    module: { note: "Practice.md", area: course.module.area, level: course.module.level, title: course.module.title },
  });
  expect(ended).toMatchObject({ v: 1, type: "stop", id: begun.id });
  expect(Object.keys(begun)[0]).toBe("v");
  expect(Date.parse(ended.end)).toBeGreaterThanOrEqual(Date.parse(begun.start));

  // Start again: everything is as it was.
  await first.close();
  const second = await start({ path: folder });
  await expect(second.page.locator(".module-title")).toHaveText(course.module.title);
  await expect.poll(() => cursorLine(second.page)).toBe(course.module.line);
  expect(await readFile(file, "utf8")).toBe(course.text);
  expect(await second.requests()).toEqual([]);
});

test("a running session survives a crash, and is asked about once", async ({ folder, start }) => {
  await writeFile(join(folder, "Practice.md"), course.text);
  const first = await start({ path: folder });
  await row(first.page, course.module.title).click();
  await first.page.keyboard.press("Control+Enter");
  await expect(first.page.getByRole("button", { name: /stop/i }).first()).toBeVisible();
  await first.kill();
  const second = await start({ path: folder });
  await expect(second.page.getByRole("button", { name: /stop/i }).first()).toBeVisible();
  const time = await second.page.evaluate(() => window.lectern.readTime(undefined));
  expect(time.ok && time.value.running?.module.title).toBe(course.module.title);
});

test("what another program writes comes in, and neither side's words are lost", async ({ folder, start }) => {
  const file = join(folder, "a.md");
  await writeFile(file, "# One\n\nfirst\n\nmiddle\n\nlast\n");
  const { page } = await start({ path: folder });
  await expect(page.locator(".cm-content")).toContainText("first");

  // A clean editor follows the disk, and the cursor stays at its words.
  await page.locator(".cm-line", { hasText: "last" }).click();
  await page.keyboard.press("End");
  await writeFile(file, "# One\n\nfirst, changed outside\n\nmiddle\n\nlast\n");
  await expect(page.locator(".cm-content")).toContainText("first, changed outside");
  await expect.poll(() => cursorLine(page)).toBe("last");

  // Changes at different places are merged.
  await page.keyboard.type(" words of mine");
  await writeFile(file, "# One\n\nfirst, changed twice\n\nmiddle\n\nlast\n");
  await expect
    .poll(() => readFile(file, "utf8"))
    .toBe("# One\n\nfirst, changed twice\n\nmiddle\n\nlast words of mine\n");
  await expect(page.locator(".cm-content")).toContainText("first, changed twice");
});

test("encodings, marks and line ends are on the disk as they were", async ({ folder, start }) => {
  const crlf = Buffer.from("\ufeff# Title\r\n\r\n1. One - 10 min\r\n\t- text  \r\n2. Two\r\n", "utf8");
  await mkdir(join(folder, "deep", "er"), { recursive: true });
  const file = join(folder, "deep", "er", "windows.markdown");
  await writeFile(file, crlf);
  const { page } = await start({ path: folder });
  await page.locator(".cm-line", { hasText: "One" }).click();
  await page.keyboard.press("End");
  await page.keyboard.type("!");
  await saved(page);
  const wanted = Buffer.from("\ufeff# Title\r\n\r\n1. One - 10 min!\r\n\t- text  \r\n2. Two\r\n", "utf8");
  await expect.poll(async () => (await readFile(file)).equals(wanted)).toBe(true);
});
