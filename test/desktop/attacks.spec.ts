import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { attacks } from "../electron/draft/payloads.ts";
import { expect, test } from "./lectern.ts";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
test.beforeEach(({}, info) => {
  test.skip(info.project.name !== "electron", "these are Electron's own walls");
});
test.setTimeout(180_000);

const content = (page: Page) => page.locator(".cm-content");

/** Counts what an attack would do: every one of them calls `alert` when it runs, or goes somewhere. */
const watch = async (page: Page) => {
  const navigations: string[] = [];
  page.on("framenavigated", (frame) => navigations.push(frame.url()));
  await page.evaluate(() => {
    const kept = window as unknown as { canary: number; alert: () => void };
    kept.canary = 0;
    kept.alert = () => {
      kept.canary++;
    };
    // The policy would stop inline script: that it was tried at all is a hole too.
    document.addEventListener("securitypolicyviolation", (event) => {
      if (event.effectiveDirective.startsWith("script")) kept.canary++;
    });
  });
  return async () => ({
    scripts: await page.evaluate(() => (window as unknown as { canary: number }).canary),
    navigations: navigations.filter((url) => url !== "about:srcdoc"),
  });
};

test("no attack in a note, its titles, its front matter, its name or what is pasted runs", async ({
  folder,
  start,
}) => {
  const headings = attacks.map((attack) => `## ${attack.replaceAll(/\s*\n\s*/g, " ")} - 5 min`);
  const front = attacks.map((attack, at) => `key${at}: ${JSON.stringify(attack)}`);
  await writeFile(join(folder, "a.md"), `---\n${front.join("\n")}\n---\n\n${attacks.join("\n\n")}\n`);
  await writeFile(join(folder, "b titles.md"), `# All\n\n${headings.join("\n\ntext\n\n")}\n`);
  await mkdir(join(folder, "names"));
  for (const [at, attack] of attacks.entries())
    await writeFile(join(folder, "names", `${at} ${attack.replaceAll(/[/\0\n]/g, "_").slice(0, 50)}.md`), "# N\n");
  const { page, requests } = await start({ path: folder });
  await expect(content(page)).toBeVisible();
  const seen = await watch(page);

  for (const name of ["a", "b titles"]) {
    await page.getByRole("tree", { name: "Notes" }).getByRole("treeitem", { name, exact: true }).click();
    await content(page).focus();
    for (let presses = 0; presses < 25; presses++) await page.keyboard.press("PageDown");
  }
  await content(page).evaluate(
    (element, pasted) => {
      for (const html of pasted) {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      }
    },
    [...attacks],
  );
  await page.keyboard.press("Control+Shift+2");
  await expect(page.getByRole("heading", { name: "Plan" })).toBeVisible();
  await page.keyboard.press("Control+Shift+4");
  await page.getByRole("button", { name: /^All line 1/ }).click();
  await expect(page.frameLocator("iframe").locator("h1, h2").first()).toBeVisible({ timeout: 60_000 });

  expect(attacks.length).toBeGreaterThan(299);
  expect(await seen()).toEqual({ scripts: 0, navigations: [] });
  expect(await requests()).toEqual([]);
});

test("a page that crashes comes back, and the text that was not saved is offered", async ({ folder, start }) => {
  const file = join(folder, "a.md");
  await writeFile(file, "# A\n");
  const { page, electron, data } = await start({ path: folder });
  await content(page).click();
  await page.keyboard.press("Control+End");
  // From now on it can't be saved, so that nothing but the copy outside the notebook has the words.
  await chmod(file, 0o444);
  await page.keyboard.type("typed before the crash");
  const backups = join(data, "backups");
  const kept = async () => {
    const names = await readdir(backups).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(join(backups, name), "utf8").catch(() => "")));
    return texts.join("\n");
  };
  await expect.poll(kept).toContain("typed before the crash");
  await chmod(file, 0o644);
  await electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // A question to a page that is just being loaded again is never answered: then it is asked once more.
  const shown = () =>
    electron?.evaluate(({ BrowserWindow }) => {
      const text = "document.querySelector('.cm-content')?.textContent ?? ''";
      const asked = BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(text)
        .catch(() => "");
      return Promise.race([asked, new Promise((done) => setTimeout(done, 1_000, ""))]);
    });
  await expect.poll(shown, { timeout: 30_000 }).toContain("typed before the crash");
});
