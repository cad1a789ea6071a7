import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../electron/setup/build.mjs";
import { ensureRuntime } from "../../electron/setup/runtime.mjs";
import { evaluate, type Started, startWindow, until } from "./cdp.ts";

const windowApp = fileURLToPath(new URL("window-app", import.meta.url));
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Starts the windows that are measured, all on the same runtime, each with a profile of its own that is new. */
export async function windows(folder: string) {
  const { executable } = await ensureRuntime(() => {});
  const profile = async () => `--user-data-dir=${await mkdtemp(join(folder, "profile-"))}`;
  return {
    /** Lectern, on a file or a folder. */
    lectern: async (path: string): Promise<Started> =>
      startWindow(executable, [...asRoot, await profile(), root, "--", path]),
    /** A window with one page. */
    page: async (page: string, width: number, height: number): Promise<Started> =>
      startWindow(executable, [...asRoot, await profile(), windowApp, "--", page, String(width), String(height)]),
  };
}

/** When the page first painted, in ms since its process was started. */
export async function firstPaint(window: Started): Promise<number> {
  await until(window, "performance.getEntriesByName('first-paint').length");
  const at = await evaluate<number>(
    window,
    "performance.timeOrigin + performance.getEntriesByName('first-paint')[0].startTime",
  );
  return at - window.startedAt;
}

/** When a note could be typed into, in ms since the process was started. */
export async function editorReady(window: Started): Promise<number> {
  await until(window, "performance.getEntriesByName('editor-ready').length");
  const at = await evaluate<number>(
    window,
    "performance.timeOrigin + performance.getEntriesByName('editor-ready')[0].startTime",
  );
  return at - window.startedAt;
}
