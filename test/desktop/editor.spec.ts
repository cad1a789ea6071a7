import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./lectern.ts";

const note = [
  "# Consensus",
  "",
  "## Leaders",
  "1. Elections - 45 min",
  "\t- a leader is chosen by *most* of them",
  "\tand says so",
  "- [ ] read the paper",
  "",
  "## Logs",
  "A [link](https://example.org) and `code`, and the log.",
  "",
].join("\n");

const content = (page: Page) => page.getByRole("textbox", { name: "Note", exact: true });
const line = (page: Page, text: string) => content(page).locator(".cm-line", { hasText: text });

/** What copying everything in the note puts on the clipboard. */
async function copied(page: Page): Promise<string> {
  await content(page).focus();
  await page.keyboard.press("Control+a");
  return content(page).evaluate((element) => {
    const clipboardData = new DataTransfer();
    element.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
    return clipboardData.getData("text/plain");
  });
}

test.describe("The editor", () => {
  let page: Page;
  let file: string;

  test.beforeEach(async ({ folder, start }) => {
    file = join(folder, "Consensus.md");
    await writeFile(file, note);
    ({ page } = await start({ path: folder }));
    await expect(content(page)).toBeVisible();
  });

  const onDisk = (expected: string) => expect.poll(() => readFile(file, "utf8")).toBe(expected);

  test("continues a hard-wrapped bullet with the note's own indentation, and takes all of it back", async () => {
    await line(page, "and says so").click();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await page.keyboard.type("for a term");
    await onDisk(note.replace("and says so\n", "and says so\n\t- for a term\n"));
    for (let presses = 0; presses < 5; presses++) await page.keyboard.press("Control+z");
    await onDisk(note);
  });

  test("marks words by key", async () => {
    await line(page, "and says so").click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("Control+b");
    await onDisk(note.replace("\tand says", "\t**and** says"));
    await page.keyboard.press("Control+b");
    await onDisk(note);
  });

  test("ticks a box by a click, and changes no other byte", async () => {
    await content(page).getByRole("checkbox").click();
    await onDisk(note.replace("[ ]", "[x]"));
    await expect(content(page).getByRole("checkbox")).toBeChecked();
  });

  test("lets markup step back, and copies the same text in both modes", async () => {
    await expect(line(page, "Leaders")).toHaveText("Leaders");
    await expect(line(page, "most")).not.toContainText("*most*");
    expect(await copied(page)).toBe(note);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+.");
    await expect(line(page, "Leaders")).toHaveText("## Leaders");
    expect(await copied(page)).toBe(note);
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+.");
    await expect(line(page, "Leaders")).toHaveText("Leaders");
  });

  test("finds with a count, and replaces", async () => {
    await content(page).focus();
    await page.keyboard.press("Control+f");
    const find = page.getByRole("textbox", { name: "Find" });
    await find.fill("LEADER");
    await expect(page.locator(".cm-find-count")).toHaveText("2");
    await page.keyboard.press("Enter");
    await expect(page.locator(".cm-find-count")).toHaveText("1 of 2");
    await page.getByRole("button", { name: "Match case" }).click();
    await expect(page.locator(".cm-find-count")).toHaveText("Nothing found");
    await page.getByRole("button", { name: "Match case" }).click();
    await find.press("Control+h");
    await page.getByRole("textbox", { name: "Replace with" }).fill("chair");
    await page.getByRole("button", { name: "Replace all matches" }).click();
    await onDisk(note.replace("Leaders", "chairs").replace("a leader", "a chair"));
    await page.keyboard.press("Escape");
    await expect(find).toBeHidden();
  });

  test("folds a section and opens it again", async () => {
    await line(page, "Leaders").click();
    await page.keyboard.press("Control+Shift+BracketLeft");
    await expect(page.getByRole("button", { name: "Unfold 4 lines" })).toBeVisible();
    await expect(line(page, "Elections")).toHaveCount(0);
    await page.getByRole("button", { name: "Unfold 4 lines" }).click();
    await expect(line(page, "Elections")).toHaveCount(1);
    await onDisk(note);
  });

  test("keeps an input method's text and what another program wrote meanwhile", async () => {
    await line(page, "and the log").click();
    await page.keyboard.press("End");
    const session = await page.context().newCDPSession(page);
    await session.send("Input.imeSetComposition", { text: "かな", selectionStart: 2, selectionEnd: 2 });
    await writeFile(file, note.replace("# Consensus", "# Consensus, twice"));
    await session.send("Input.imeSetComposition", { text: "かなか", selectionStart: 3, selectionEnd: 3 });
    await session.send("Input.insertText", { text: "仮名" });
    await onDisk(note.replace("# Consensus", "# Consensus, twice").replace("the log.", "the log.仮名"));
  });
});
