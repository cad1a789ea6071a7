import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./lectern.ts";

const note = `# Knots and boats

## Area 1: Rope
### Beginner
1. Bowline - 30 min
   - made in a hurry
2. Sheet bend - 20 min
   - joins two ropes
3. Splice
   - TODO the second tuck

### Advanced
1. Eye splice - 45 min
   - three tucks

## Area 2: Boats
### Beginner
1. Rafts - 15 min
`;

const row = (page: Page, title: string) =>
  page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { name: title, exact: false }).first();
const saved = (page: Page) => expect(page.locator(".save-state")).toHaveText("saved");
const legible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};
const titles = (page: Page) => page.locator(".tree-space .outline-title").allInnerTexts();

/** Opens a notebook with one note, and the module `title` of it. */
const opened = async (
  folder: string,
  start: (options: { path: string }) => Promise<{ page: Page }>,
  title: string,
): Promise<{ page: Page; file: string; onDisk: (text: string) => Promise<void> }> => {
  const file = join(folder, "Rope.md");
  await writeFile(file, note);
  const { page } = await start({ path: folder });
  await row(page, title).click();
  await expect(page.locator(".module-title")).toHaveText(title);
  const onDisk = (text: string) => expect.poll(() => readFile(file, "utf8")).toBe(text);
  return { page, file, onDisk };
};

/** Runs a command by its title, as from the palette. */
const command = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(`>${title}`);
  await page.getByRole("option", { name: title }).first().click();
};
const answer = async (page: Page, text: string, button: string): Promise<void> => {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(text);
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
};
const log = async (folder: string): Promise<Record<string, unknown>[]> =>
  (await readFile(join(folder, ".lectern", "time.jsonl"), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("a module moves down with its notes by keys, and undo gives the bytes back", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Bowline");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await onDisk(
    note.replace(
      "1. Bowline - 30 min\n   - made in a hurry\n2. Sheet bend - 20 min\n   - joins two ropes\n",
      "1. Sheet bend - 20 min\n   - joins two ropes\n2. Bowline - 30 min\n   - made in a hurry\n",
    ),
  );
  await expect
    .poll(() => titles(page))
    .toEqual([
      "Rope",
      "Beginner",
      "Sheet bend",
      "Bowline",
      "Splice",
      "Advanced",
      "Eye splice",
      "Boats",
      "Beginner",
      "Rafts",
    ]);
  await page.keyboard.press("Control+z");
  await onDisk(note);
  await saved(page);
});

test("a renamed module keeps its time", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Bowline");
  await command(page, "Add a session");
  await answer(page, "45m yesterday 14:00", "Add");
  const spent = page.locator(".fact", { hasText: "spent" });
  await expect(spent).toContainText("45 min");
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Shift+F2");
  await answer(page, "Bowline on a bight", "Rename");
  await onDisk(note.replace("Bowline", "Bowline on a bight"));
  await expect(page.locator(".module-title")).toHaveText("Bowline on a bight");
  await expect(spent).toContainText("45 min");
  const place = { note: "Rope.md", area: "Rope", level: "Beginner" };
  expect((await log(folder)).at(-1)).toMatchObject({
    type: "move",
    from: { ...place, title: "Bowline" },
    to: { ...place, title: "Bowline on a bight" },
  });
});

test("modules are inserted, marked done, timed and taken out into a note of their own", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Sheet bend");
  await command(page, "Insert module below");
  await answer(page, "Reef knot", "Insert");
  let text = note.replace("   - joins two ropes\n3. Splice", "   - joins two ropes\n3. Reef knot\n4. Splice");
  await onDisk(text);

  await command(page, "Set written time");
  await answer(page, "half an hour", "Set");
  text = text.replace("Reef knot", "Reef knot - 30 min");
  await onDisk(text);

  await command(page, "Mark done");
  text = text.replace("Reef knot - 30 min", "Reef knot - 30 min (done)");
  await onDisk(text);
  await expect(page.locator(".fact", { hasText: "state" })).toContainText("done");

  await row(page, "Eye splice").click();
  await command(page, "Extract into a new note");
  await answer(page, "Eye splice", "Extract");
  await expect.poll(() => readFile(join(folder, "Eye splice.md"), "utf8").catch(() => "")).toContain("three tucks");
  await expect.poll(() => readFile(join(folder, "Rope.md"), "utf8")).not.toContain("three tucks");
  expect(await readFile(join(folder, "Rope.md"), "utf8")).toContain("Eye%20splice.md");
});

test("a line is read as the person says, and the choice is kept beside the notes", async ({ folder, start }) => {
  const { page } = await opened(folder, start, "Bowline");
  await page.locator(".status-notation").click();
  const dialog = page.getByRole("dialog", { name: "How this note was read" });
  const role = dialog.getByRole("combobox", { name: "Role of line 9", exact: true });
  await expect(role).toContainText("as read: module");
  await legible(page);
  await role.selectOption("notes");
  await expect.poll(() => titles(page)).not.toContain("Splice");
  const kept = async () => JSON.parse(await readFile(join(folder, ".lectern", "notation.json"), "utf8"));
  expect(await kept()).toMatchObject({
    version: 1,
    notes: { "Rope.md": { version: 1, modules: null, lines: [{ text: "3. Splice", role: "note" }] } },
  });
  await dialog.getByRole("combobox", { name: "Modules are written as" }).selectOption("bullets");
  await expect.poll(() => titles(page)).toContain("made in a hurry");
  await dialog.getByRole("button", { name: "Read it as inferred" }).click();
  await expect.poll(() => titles(page)).toContain("Splice");
  expect((await kept()).notes).toEqual({});
});

test("a choice is there again after a restart, and is said once where it fits no more", async ({ folder, start }) => {
  const file = join(folder, "Rope.md");
  await writeFile(file, note);
  const first = await start({ path: folder });
  await expect(row(first.page, "Splice")).toBeVisible();
  const line = { text: "3. Splice", before: "- joins two ropes", after: "- TODO the second tuck", role: "note" };
  const written = await first.page.evaluate((choice) => window.lectern.writeNotation({ note: "Rope.md", choice }), {
    version: 1,
    modules: { form: "quote", depth: null },
    lines: [line],
  });
  expect(written.ok).toBe(true);
  await first.close();
  const { page } = await start({ path: folder });
  await expect.poll(() => titles(page)).not.toContain("Splice");
  await expect.poll(() => titles(page)).toContain("Bowline");
  await expect(page.getByText(/fits it no more/)).toHaveCount(1);
});

test("an earlier version is compared and restored, and undo takes that back", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Rafts");
  await page.keyboard.press("End");
  await page.keyboard.type(" and more");
  const changed = note.replace("Rafts - 15 min", "Rafts - 15 min and more");
  await onDisk(changed);
  await saved(page);
  await command(page, "Earlier versions");
  const dialog = page.getByRole("dialog", { name: "Earlier versions" });
  const versions = dialog.getByRole("list", { name: "Versions" }).getByRole("button");
  await versions.last().click();
  await expect(dialog.getByLabel("Text now")).toContainText("and more");
  await legible(page);
  await dialog.getByRole("button", { name: "Restore this version" }).click();
  await onDisk(note);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await onDisk(changed);
});

test("spent time goes into the note, counts once, and the time table follows", async ({ folder, start }) => {
  const { page, file, onDisk } = await opened(folder, start, "Bowline");
  await command(page, "Add a session");
  await answer(page, "50m yesterday 14:00", "Add");
  await page.locator(".cm-content").focus();
  await command(page, "Write spent time into the note");
  const written = note.replace("Bowline - 30 min", "Bowline - 30 min (took 50 min)");
  await onDisk(written);
  const spent = page.locator(".fact", { hasText: "spent" });
  await expect(spent).toContainText("50 min");
  expect((await log(folder)).at(-1)).toMatchObject({ type: "written", minutes: 50 });

  await row(page, "Rafts").click();
  await command(page, "Insert or refresh the time table");
  await expect.poll(() => readFile(file, "utf8")).toMatch(/\| Rope \| Beginner \| Bowline \| 30 min \| 50 min \|/);
  await page.keyboard.press("Control+z");
  await onDisk(written);
});

test("rows of the outline are dragged before others and into levels, as one undo", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Rafts");
  const [bowline, splice] = [row(page, "Bowline"), row(page, "Splice").first()];
  await splice.dragTo(bowline, { targetPosition: { x: 60, y: 4 } });
  const moved = note
    .replace("3. Splice\n   - TODO the second tuck\n", "")
    .replace("1. Bowline", "1. Splice\n   - TODO the second tuck\n2. Bowline")
    .replace("2. Sheet bend", "3. Sheet bend");
  await onDisk(moved);
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+z");
  await onDisk(note);

  await row(page, "Rafts").dragTo(row(page, "Advanced"), { targetPosition: { x: 60, y: 14 } });
  const inside = note
    .replace("\n1. Rafts - 15 min", "")
    .replace("   - three tucks\n", "   - three tucks\n2. Rafts - 15 min\n");
  await onDisk(inside);
  // An area goes into nothing: it stays where it is.
  await row(page, "Boats").dragTo(row(page, "Advanced"), { targetPosition: { x: 60, y: 14 } });
  await saved(page);
  await onDisk(inside);
});

test("a row's menu acts on that row", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Rafts");
  await row(page, "Bowline").click({ button: "right" });
  await expect(page.getByRole("menuitem", { name: "Mark done" })).toBeVisible();
  await legible(page);
  await page.getByRole("menuitem", { name: "Mark done" }).click();
  await onDisk(note.replace("1. Bowline - 30 min", "1. Bowline - 30 min (done)"));
  await expect(page.getByRole("menu")).toHaveCount(0);

  // By keys: the menu of the active row.
  await page.locator("#outline-tree").focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await answer(page, "Running bowline", "Rename");
  await onDisk(note.replace("1. Bowline - 30 min", "1. Running bowline - 30 min (done)"));
});

test("a note taken out comes back to the same bytes, and its file goes to the trash", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Sheet bend");
  await command(page, "Extract into a new note");
  await answer(page, "Sheet bend", "Extract");
  const out = join(folder, "Sheet bend.md");
  await expect.poll(() => readFile(out, "utf8").catch(() => "")).toContain("joins two ropes");
  await onDisk(note.replace("Sheet bend - 20 min\n   - joins two ropes", "[Sheet bend](Sheet%20bend.md) - 20 min"));

  await command(page, "Merge note back");
  const dialog = page.getByRole("dialog", { name: "Merge Sheet bend.md back into this note?" });
  await legible(page);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  expect(await readFile(out, "utf8")).toContain("joins two ropes");
  await command(page, "Merge note back");
  await dialog.getByRole("button", { name: "Merge back" }).click();
  await onDisk(note);
  await expect.poll(() => readFile(out, "utf8").catch(() => "gone")).toBe("gone");

  await row(page, "Rafts").click();
  await command(page, "Merge note back");
  await expect(page.getByText(/links to no other note/)).toBeVisible();
});

test("a row is copied as a Markdown list of links", async ({ folder, start }) => {
  const { page } = await opened(folder, start, "Bowline");
  await page.evaluate(() => {
    navigator.clipboard.writeText = async (text) => {
      document.body.dataset.copied = text;
    };
  });
  await row(page, "Rope").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy as a Markdown list of links" }).click();
  await expect(page.getByText("7 links are on the clipboard.")).toBeVisible();
  expect(await page.evaluate(() => document.body.dataset.copied)).toContain(
    "- [Rope](Rope.md#area-1-rope)\n  - [Beginner](Rope.md#beginner)\n    - [Bowline](Rope.md)\n",
  );
});

test("several rows are chosen, moved and marked as one undo each", async ({ folder, start }) => {
  const { page, onDisk } = await opened(folder, start, "Bowline");
  const tree = page.getByRole("tree", { name: "Outline" });
  await expect(tree).toHaveAttribute("aria-multiselectable", "true");
  await row(page, "Sheet bend").click({ modifiers: ["Control"] });
  const chosen = tree.getByRole("treeitem", { selected: true });
  await expect(chosen).toHaveCount(2);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await onDisk(
    note
      .replace("3. Splice\n   - TODO the second tuck\n", "")
      .replace("1. Bowline", "1. Splice\n   - TODO the second tuck\n2. Bowline")
      .replace("2. Sheet bend", "3. Sheet bend"),
  );
  await expect(chosen).toHaveText([/Bowline/, /Sheet bend/]);
  await page.keyboard.press("Control+z");
  await onDisk(note);

  await row(page, "Bowline").click();
  await row(page, "Splice").click({ modifiers: ["Shift"] });
  await expect(chosen).toHaveCount(3);
  await tree.focus();
  await page.keyboard.press("Shift+ArrowUp");
  await expect(chosen).toHaveText([/Bowline/, /Sheet bend/]);
  await legible(page);
  await row(page, "Sheet bend").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Mark done" }).click();
  await onDisk(note.replace("30 min", "30 min (done)").replace("20 min", "20 min (done)"));
  await page.keyboard.press("Control+z");
  await onDisk(note);

  // In the text, commands are about the cursor again.
  await page.locator(".cm-content").click();
  await expect(chosen).toHaveCount(1);
});
