import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { type Running, test } from "../desktop/lectern.ts";

const sample = fileURLToPath(new URL("../../resources/sample", import.meta.url));
const pictures = fileURLToPath(new URL("../../test-results/screenshots", import.meta.url));

const day = 86_400_000;
const modules = [
  { area: "Sorting", level: "Beginner", title: "Video: Why sorting matters" },
  { area: "Sorting", level: "Beginner", title: "Insertion sort by hand" },
  { area: "Sorting", level: "Intermediate", title: "Merge sort" },
  { area: "Graphs", level: "Beginner", title: "Breadth first" },
];

/** Five weeks of evenings, before today. */
const log = (today: number): string =>
  Array.from({ length: 24 }, (_, n) => {
    const start = new Date(today - (33.2 - n * 1.4) * day);
    start.setHours(6 + (n % 3), (n * 17) % 60, 0, 0);
    const end = new Date(start.getTime() + (4 + ((n * 13) % 11)) * 60_000);
    const module = { note: "Algorithms.md", ...modules[n % modules.length] };
    const id = `sample-${n}`;
    return [
      { v: 1, type: "start", id, at: start.toISOString(), module, start: start.toISOString() },
      { v: 1, type: "stop", id, at: end.toISOString(), end: end.toISOString() },
    ];
  })
    .flat()
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");

/** A picture in each theme, once the fonts are there. */
const picture = async (page: Page, name: string) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(pictures, `${name}-${colorScheme}.png`) });
  }
};

const resize = async ({ electron }: Running, width: number, height: number) => {
  await electron?.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [
    width,
    height,
  ] as const);
};

test("every view, in both themes and at two sizes", async ({ folder, start }) => {
  test.setTimeout(300_000);
  const notebook = join(folder, "Evening course");
  await cp(sample, notebook, { recursive: true });
  await mkdir(join(notebook, ".lectern"));
  await writeFile(join(notebook, ".lectern", "time.jsonl"), log(Date.now()));
  const welcome = await start();
  await welcome.page.getByRole("button", { name: "Open folder" }).first().waitFor();
  await picture(welcome.page, "welcome");
  await welcome.close();

  const running = await start({ path: notebook });
  const { page } = running;
  await page.getByRole("treeitem", { name: "Algorithms" }).click();
  const merge = page.getByRole("tree", { name: "Outline" }).getByRole("treeitem", { name: "Merge sort" });
  await merge.first().click();
  await page.locator(".module-title", { hasText: "Merge sort" }).waitFor();
  await picture(page, "notes");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").waitFor();
  await picture(page, "palette");
  await page.keyboard.press("Escape");
  for (const [key, view, ready] of [
    ["Control+Shift+2", "plan", "Plan"],
    ["Control+Shift+3", "time", "Time"],
    ["Control+Shift+4", "draft", "Draft"],
  ] as const) {
    await page.keyboard.press(key);
    await page.getByRole("heading", { name: ready }).first().waitFor();
    await picture(page, view);
    await resize(running, 900, 600);
    await picture(page, `${view}-small`);
    await resize(running, 1280, 800);
  }
  await page.keyboard.press("Control+Shift+1");
  await resize(running, 760, 560);
  await picture(page, "notes-small");
});
