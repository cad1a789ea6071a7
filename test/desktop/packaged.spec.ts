import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { chromium, expect, test } from "@playwright/test";

// What `npm run dist -- --linux dir` made. Its fuses keep Playwright's own way into Electron shut, so that its windows are
// looked at through Chromium's debugging port.
const unpacked = fileURLToPath(new URL("../../dist/linux-unpacked", import.meta.url));
const executable = join(unpacked, "lectern");
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

const on = 0x31;
const off = 0x30;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lectern-packaged-"));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the packaged app to its end. */
const run = (words: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(executable, [...asRoot, ...words], {
    encoding: "utf8",
    env: { ...process.env, ...env },
    timeout: 30_000,
  });

/** A profile of the test's own. */
const profile = () => `--user-data-dir=${join(folder, "data")}`;

/** The address of the debugging port, as Chromium prints it. */
const debuggingAddress = (app: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = "";
    app.stderr?.on("data", (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    app.once("exit", (code) => reject(new Error(`The app ended with code ${code}:\n${said}`)));
  });

test("opens a note in a window", async () => {
  const note = join(folder, "Raft.md");
  await writeFile(note, "# Raft\n\n## Reading\n\n1. The paper - 45 min\n");
  const words = [...asRoot, profile(), "--remote-debugging-port=0", note];
  const app = spawn(executable, words, { stdio: ["ignore", "ignore", "pipe"] });
  const gone = once(app, "exit");
  try {
    // Electron has no download behaviour to set, which Playwright would do by default.
    const browser = await chromium.connectOverCDP(await debuggingAddress(app), { noDefaults: true });
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent("page"));
    if (!page) throw new Error("no window");
    await expect(page.locator(".cm-content")).toContainText("The paper");
    await page.waitForFunction(() => performance.getEntriesByName("editor-ready").length > 0);
    expect(page.url()).toMatch(/^app:/);
    await browser.close();
  } finally {
    app.kill("SIGKILL");
    await gone;
  }
});

test("says what it does not understand, and ends with 2", () => {
  const { status, stderr } = run([profile(), "--no-such-thing"]);
  expect(stderr).toContain('"--no-such-thing"');
  expect(status).toBe(2);
});

test("answers the terminal's words without a display", async () => {
  const note = join(folder, "Raft.md");
  await writeFile(note, "# Raft\n\n## Reading\n\n1. The paper - 45 min\n");
  const { stdout, status } = run(["outline", note, "--json"], { DISPLAY: "", WAYLAND_DISPLAY: "" });
  expect(JSON.parse(stdout).areas[0].levels[0].modules[0].title).toBe("The paper");
  expect(status).toBe(0);
  const wrong = run(["outline", join(folder, "none.md")], { DISPLAY: "", WAYLAND_DISPLAY: "" });
  expect(wrong.stderr).toContain("none.md");
  expect(wrong.status).toBe(3);
});

test("has every fuse as it should be", async () => {
  const wire = await getCurrentFuseWire(executable);
  expect(wire[FuseV1Options.RunAsNode]).toBe(off);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(off);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(off);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(on);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(on);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(on);
  const version = await readFile(join(unpacked, "version"), "utf8");
  // The stand-by runtime, Electron 25, has no such fuse yet.
  if (Number.parseInt(version.replace("v", ""), 10) >= 29) {
    expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(off);
  }
});

test("is no Node for others to run", async () => {
  const script = join(folder, "script.cjs");
  await writeFile(script, `require("node:fs").writeFileSync(${JSON.stringify(join(folder, "ran"))}, "")`);
  run([profile(), "--no-such-thing", script], { ELECTRON_RUN_AS_NODE: "1" });
  spawnSync(executable, [script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" }, timeout: 30_000 });
  run([profile(), "--no-such-thing"], { NODE_OPTIONS: `--require ${script}` });
  expect(existsSync(join(folder, "ran"))).toBe(false);
});

test("carries its code in app.asar alone, without node_modules", async () => {
  expect(existsSync(join(unpacked, "resources", "app"))).toBe(false);
  const archive = await readFile(join(unpacked, "resources", "app.asar"));
  // The header of an asar archive: its length at byte 12, then JSON.
  const header = JSON.parse(archive.subarray(16, 16 + archive.readUInt32LE(12)).toString("utf8"));
  expect(Object.keys(header.files).sort()).toEqual(["out", "package.json"]);
  expect(Object.keys(header.files.out.files).sort()).toEqual(["cli", "main", "preload", "renderer"]);
});
