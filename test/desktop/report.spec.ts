import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./lectern.ts";

// Each test looks at a view with axe, which takes its time.
test.slow();

const note = `# Knots

## Beginner

1. Bowline - 30 min

   Made in a hurry, but it holds.

2. Sheet bend - 20 min

3. Splice - 45 min

   - TODO the second tuck
`;

const day = "2026-03-02";
const module = (title: string) => ({ note: "Rope.md", area: "Knots", level: "Beginner", title });
let ids = 0;
/** The two lines that the log has for a session, in local time. */
const logged = (title: string, from: string, to: string): string => {
  const id = `s${++ids}`;
  const at = (clock: string) => new Date(`${day}T${clock}`).toISOString().replace("Z", "+00:00");
  const [start, end] = [at(from), at(to)];
  return [
    { v: 1, type: "start", id, at: start, module: module(title), start },
    { v: 1, type: "stop", id, at: end, end },
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");
};

const notebook = async (folder: string, log: string): Promise<string> => {
  await writeFile(join(folder, "Rope.md"), note);
  await mkdir(join(folder, ".lectern"));
  const file = join(folder, ".lectern", "time.jsonl");
  await writeFile(file, log);
  return file;
};

const view = (page: Page, name: "Plan" | "Time") => page.getByRole("button", { name, exact: true }).click();
const grid = (page: Page, name: string) => page.getByRole("grid", { name, exact: true });
const cellsOf = (page: Page, name: string, row: string) =>
  grid(page, name).getByRole("row").filter({ hasText: row }).getByRole("gridcell").allInnerTexts();
const legible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
};

test("the plan lists every module, filters, sorts, starts the timer and leads into the note", async ({
  folder,
  start,
}) => {
  const log = await notebook(folder, logged("Bowline", "09:00", "09:45"));
  const { page } = await start({ path: folder });
  await view(page, "Plan");
  const plan = grid(page, "Modules");
  await expect(plan.getByRole("row").filter({ hasText: "Bowline" })).toBeVisible();
  const bowline = await cellsOf(page, "Modules", "Bowline");
  expect(bowline.slice(1, 8)).toEqual(["Bowline", "Beginner", "Knots", "Rope", "30m", "–", "45m"]);
  await legible(page);

  await page.getByRole("button", { name: "todo", exact: true }).click();
  await expect(plan.getByRole("row").filter({ hasText: "Bowline" })).toHaveCount(0);
  await expect(plan.getByRole("row").filter({ hasText: "Splice" })).toHaveCount(1);
  await page.getByRole("button", { name: "todo", exact: true }).click();

  await page.getByRole("combobox", { name: "Group modules" }).selectOption("none");
  await page.getByRole("button", { name: "Planned" }).click();
  await expect(plan.getByRole("columnheader", { name: "Planned" })).toHaveAttribute("aria-sort", "descending");
  await expect(plan.getByRole("row").nth(1)).toContainText("Splice");

  await plan.focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Stop the timer on Splice" })).toBeVisible();
  await expect.poll(async () => (await readFile(log, "utf8")).split("\n").length).toBe(4);
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Start the timer on Splice" })).toBeVisible();

  await page.keyboard.press("Enter");
  await expect(page.locator(".module-title")).toHaveText("Splice");
});

test("time is reported, corrected, mended and taken back", async ({ folder, start }) => {
  const bad = '{"v":1,"type":"start","id":\n';
  const sessions = [
    logged("Bowline", "09:00", "09:45:30"),
    logged("Sheet bend", "09:45:30", "10:30"),
    logged("Splice", "10:20", "11:00"),
  ];
  const log = await notebook(folder, sessions.join("") + bad + logged("A knot of another name", "12:00", "12:10"));
  const { page } = await start({ path: folder });
  await view(page, "Time");
  await page.getByText("All", { exact: true }).click();
  await expect(page.locator(".time-fact").first()).toContainText("2 h 20 min");
  await expect(page.getByText("both cover 10 min")).toBeVisible();
  await expect(
    page.getByText("“A knot of another name” in Rope › Knots › Beginner: 10 min in 1 session"),
  ).toBeVisible();
  await expect(page.getByText("1 line of the time log could not be read")).toBeVisible();
  await legible(page);

  // The overlap is mended on request.
  await page.getByRole("button", { name: "Begin the second where the first ends" }).click();
  await expect(page.getByText("both cover 10 min")).toHaveCount(0);

  // A session is corrected as one types; the end that was left alone keeps its seconds.
  const list = grid(page, "Sessions");
  await list.getByRole("gridcell", { name: "Bowline", exact: true }).dblclick();
  const when = page.getByRole("textbox", { name: "When, and how long" });
  await expect(when).toHaveValue(`${day} 09:00-09:45`);
  await when.fill(`${day} 08:50-09:45`);
  await expect(page.getByText("08:50–09:45: 55 min")).toBeVisible();
  await legible(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(await cellsOf(page, "Sessions", "Bowline")).toContain("08:50–09:45");
  const last = JSON.parse((await readFile(log, "utf8")).trim().split("\n").at(-1) ?? "");
  expect([last.type, new Date(last.end).getSeconds()]).toEqual(["set", 30]);

  // It is taken back, and what would overlap is refused with the reason.
  await page.getByRole("button", { name: "Undo last correction" }).click();
  await expect(list.getByRole("row").filter({ hasText: "Bowline" })).toContainText("09:00–09:45");
  await list.getByRole("gridcell", { name: "Bowline", exact: true }).dblclick();
  await when.fill(`${day} 09:00-09:50`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("overlaps “Sheet bend”");
  await page.keyboard.press("Escape");

  // The same numbers as a table.
  await page.getByText("Module", { exact: true }).first().click();
  await page.getByText("Table", { exact: true }).click();
  expect((await cellsOf(page, "Planned and spent time", "Bowline")).slice(0, 5)).toEqual([
    "Bowline",
    "Rope › Knots › Beginner",
    "30m",
    "–",
    "46m",
  ]);
});
