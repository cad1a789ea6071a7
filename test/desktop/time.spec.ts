import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./lectern.ts";

const note = `# Knots

## Beginner

1. Bowline - 30 min

2. Sheet bend - 20 min
`;
const minute = 60_000;
const logOf = (folder: string): string => join(folder, ".lectern", "time.jsonl");
const records = async (folder: string) =>
  (await readFile(logOf(folder), "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / minute;

const row = (page: Page, title: string): Locator =>
  page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { name: title, exact: false }).first();
const timer = (page: Page): Locator => page.getByRole("region", { name: "Timer" });
const question = (page: Page): Locator => page.getByRole("dialog", { name: /^Was that time on/u });

/** Runs a command of the palette by its title. */
const command = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press("Control+k");
  // What is typed before the palette has the keyboard goes into the note.
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
};
/** Types into the dialog that asks for one line, and sends it off. */
const answerWith = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("dialog").getByRole("textbox").fill(text);
  await page.keyboard.press("Enter");
};
/** Starts the timer on a module, so many minutes ago. */
const startAgo = async (page: Page, title: string, minutes: number): Promise<void> => {
  await row(page, title).click();
  await expect(page.locator(".module-title")).toHaveText(title);
  await command(page, "Start the timer some minutes ago");
  await answerWith(page, `${minutes}m`);
  await expect(timer(page)).toContainText(title);
};

test("a session can have begun some minutes ago, carries a note, and has a focus length", async ({ folder, start }) => {
  await writeFile(join(folder, "Rope.md"), note);
  const { page } = await start({ path: folder });
  await startAgo(page, "Bowline", 25);
  const [begun] = await records(folder);
  expect(minutesBetween(begun.start, begun.at)).toBeCloseTo(25, 0);

  // What cannot be is said where it was typed.
  await command(page, "Start the timer some minutes ago");
  await answerWith(page, "10");
  await expect(page.getByRole("alert")).toContainText("runs on this module already");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Note and focus length" }).click();
  await page.getByRole("menuitem", { name: "Note on the running session…" }).click();
  await answerWith(page, "with the left hand");
  await expect(page.locator(".session-note")).toHaveText("with the left hand");
  expect((await records(folder)).at(-1)).toMatchObject({ type: "set", id: begun.id, note: "with the left hand" });

  await page.getByRole("button", { name: "Note and focus length" }).click();
  await page.getByRole("menuitemradio", { name: "25 min" }).click();
  const focus = async () => {
    const started = await page.evaluate(() => window.lectern.getStart(undefined));
    return started.ok ? started.value.settings.focusMinutes : undefined;
  };
  await expect.poll(focus).toBe(25);
  await command(page, "Focus length");
  await answerWith(page, "1h10");
  await expect.poll(focus).toBe(70);
  await command(page, "Focus length");
  await answerWith(page, "off");
  await expect.poll(focus).toBe(null);
});

test("after a crash the time that nobody saw is asked about once, and can be left out", async ({
  folder,
  data,
  start,
}) => {
  await writeFile(join(folder, "Rope.md"), note);
  const first = await start({ path: folder });
  await startAgo(first.page, "Bowline", 30);
  const signs = async () => {
    // A kill may leave a temporary file beside it.
    const names = await readdir(join(data, "running")).catch(() => []);
    const name = names.find((each) => /^[0-9a-f]+\.json$/u.test(each));
    if (name === undefined) return { file: "", kept: { running: null } };
    const file = join(data, "running", name);
    return { file, kept: JSON.parse(await readFile(file, "utf8")) };
  };
  await expect.poll(async () => (await signs()).kept.running?.module.title).toBe("Bowline");
  await first.kill();

  // The last sign of life lies twenty minutes back.
  const { file, kept } = await signs();
  const lastSign = Date.now() - 20 * minute;
  kept.running = { ...kept.running, lastSign, reading: { wall: lastSign, mono: null } };
  await writeFile(file, JSON.stringify(kept));

  const second = await start({ path: folder });
  await expect(question(second.page)).toContainText("Lectern ended while the timer ran.");
  await question(second.page)
    .getByRole("button", { name: /^Leave out the 2\d min$/u })
    .click();
  await expect(question(second.page)).toHaveCount(0);
  await expect(timer(second.page)).toHaveCount(0);
  const [begun, ended, ...more] = await records(folder);
  expect(more).toEqual([]);
  expect(ended).toMatchObject({ type: "stop", id: begun.id });
  expect(Date.parse(ended.end)).toBe(lastSign);

  // It is not asked again.
  await second.close();
  const third = await start({ path: folder });
  await expect(row(third.page, "Bowline")).toBeVisible();
  await expect(question(third.page)).toHaveCount(0);
});

for (const [words, button, counted] of [
  ["left out", /^Leave out the/u, 10],
  ["kept", "Keep it all", 100],
] as const) {
  test(`after sleep the time is asked about once, and can be ${words}`, async ({ folder, start }) => {
    await writeFile(join(folder, "Rope.md"), note);
    const { page, electron } = await start({ path: folder });
    test.skip(electron === undefined, "a browser hears nothing of sleep");
    await startAgo(page, "Bowline", 10);
    await electron?.evaluate(({ powerMonitor }) => powerMonitor.emit("suspend"));
    // Ninety minutes pass while nothing runs.
    await electron?.evaluate(({ powerMonitor }) => {
      const Real = Date;
      const later = 90 * 60_000;
      globalThis.Date = class extends Real {
        constructor(...words: [] | [string | number]) {
          super(...((words.length === 0 ? [Real.now() + later] : words) as [number]));
        }
        static override now(): number {
          return Real.now() + later;
        }
      } as DateConstructor;
      powerMonitor.emit("resume");
    });
    await expect(question(page)).toContainText("The computer slept while the timer ran.");
    await question(page).getByRole("button", { name: button }).click();
    await expect(question(page)).toHaveCount(0);
    if (words === "kept") await page.getByRole("button", { name: "Stop the timer" }).click();
    await expect(timer(page)).toHaveCount(0);
    const [begun, ended, ...more] = await records(folder);
    expect(more).toEqual([]);
    expect(Math.round(minutesBetween(begun.start, ended.end))).toBe(counted);
  });
}

test("time goes out as CSV and timeclock, comes in once, and what came in is taken back", async ({ folder, start }) => {
  await writeFile(join(folder, "Rope.md"), note);
  await mkdir(join(folder, ".lectern"));
  const at = (clock: string) => `2026-03-02T${clock}:00.000+00:00`;
  const bowline = { note: "Rope.md", area: "Knots", level: "Beginner", title: "Bowline" };
  const lines = [
    { v: 1, type: "start", id: "s1", at: at("09:00"), module: bowline, start: at("09:00") },
    { v: 1, type: "stop", id: "s1", at: at("09:45"), end: at("09:45") },
  ];
  await writeFile(logOf(folder), lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const { page, choose } = await start({ path: folder });
  await page.getByRole("button", { name: "Time", exact: true }).click();
  await page.getByText("All", { exact: true }).click();
  const menu = async (button: string, item: string, file: string): Promise<void> => {
    await choose(file);
    await page.getByRole("button", { name: button, exact: true }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
  };

  const csv = join(folder, "out.csv");
  await menu("Export", "CSV", csv);
  await expect(page.getByText("The time was exported as out.csv")).toBeVisible();
  const [head, session, ...rest] = (await readFile(csv, "utf8")).trim().split(/\r?\n/u);
  expect(head).toBe("area,level,module,note,start,end,minutes,planned,text,id");
  expect(session).toMatch(/^Knots,Beginner,Bowline,Rope\.md,.*,45,30,,s1$/u);
  expect(rest).toEqual([]);

  const timeclock = join(folder, "out.timeclock");
  await menu("Export", "timeclock (hledger, ledger)", timeclock);
  await expect(page.getByText("The time was exported as out.timeclock")).toBeVisible();
  expect(await readFile(timeclock, "utf8")).toMatch(/^i [\d/]+ [\d:]+ Knots:Beginner:Bowline\no [\d/]+ [\d:]+\n$/u);

  // What is there already is shown as such, in either format, and nothing can be added.
  const preview = page.getByRole("dialog", { name: "Import sessions" });
  for (const [item, file] of [
    ["Lectern CSV", csv],
    ["timeclock (hledger, ledger)", timeclock],
  ] as const) {
    await menu("Import", item, file);
    await expect(preview).toContainText("is there already");
    await expect(preview.getByRole("button", { name: "Add 0 sessions" })).toBeDisabled();
    await page.keyboard.press("Escape");
    await expect(preview).toHaveCount(0);
  }

  // Another file adds its sessions, at their modules; one undo takes them all back.
  const other = join(folder, "other.timeclock");
  const entry = (from: string, to: string, name: string) =>
    `i 2026/03/03 ${from} Knots:Beginner:${name}\no 2026/03/03 ${to}\n`;
  await writeFile(other, entry("10:00:00", "10:20:00", "Bowline") + entry("11:00:00", "11:30:00", "Sheet bend"));
  await menu("Import", "timeclock (hledger, ledger)", other);
  await expect(preview).toContainText("2 new ones");
  await preview.getByRole("button", { name: "Add 2 sessions" }).click();
  const sessions = page.getByRole("grid", { name: "Sessions", exact: true });
  await expect(sessions.getByRole("row").filter({ hasText: "Sheet bend" })).toContainText("11:00–11:30");
  await expect(page.locator(".time-fact").first()).toContainText("1 h 35 min");
  await page.getByLabel("Messages").getByRole("button", { name: "Undo", exact: true }).click();
  await expect(sessions.getByRole("row").filter({ hasText: "Sheet bend" })).toHaveCount(0);
  await expect(page.locator(".time-fact").first()).toContainText("45 min");
});

test("what the terminal starts and stops is taken over by the open window", async ({ folder, start }) => {
  await writeFile(join(folder, "Rope.md"), note);
  const { page } = await start({ path: folder });
  await row(page, "Bowline").click();
  await page.keyboard.press("Control+Enter");
  await expect(timer(page)).toContainText("Bowline");
  const cli = fileURLToPath(new URL("../../out/cli/cli.cjs", import.meta.url));
  const lectern = (...words: string[]) => promisify(execFile)(process.execPath, [cli, ...words], { cwd: folder });

  // The log is looked at every two seconds.
  await lectern("start", "Rope.md", "Sheet bend");
  await expect(timer(page)).toContainText("Sheet bend", { timeout: 3_000 });
  await lectern("stop");
  await expect(timer(page)).toHaveCount(0, { timeout: 3_000 });
  const time = await page.evaluate(() => window.lectern.readTime(undefined));
  const sessions = time.ok ? time.value.sessions : [];
  expect(sessions.map(({ module, end }) => [module.title, end !== null])).toEqual([
    ["Bowline", true],
    ["Sheet bend", true],
  ]);
  expect(Date.parse(sessions[0]?.end ?? "")).toBeLessThanOrEqual(Date.parse(sessions[1]?.start ?? ""));
});
