import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import type { ElectronApplication } from "playwright";
import type {} from "../../renderer/bridge.ts";
import { startBrowser } from "./in-browser.ts";
import { startElectron } from "./in-electron.ts";

/** A running Lectern, in Electron or in a browser with the same handlers. */
export interface Running {
  readonly page: Page;
  /** The app's own data. */
  readonly data: string;
  /** Electron itself; not there in a browser. */
  readonly electron?: ElectronApplication;
  /** Closes the window as a person would: everything is saved first. */
  readonly close: () => Promise<void>;
  /** Ends the process at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** What the next file dialog answers. */
  readonly choose: (path: string) => Promise<void>;
  /** Addresses that the window asked for and that are not its own. */
  readonly requests: () => Promise<readonly string[]>;
  /** Addresses that Lectern opened outside. */
  readonly openedOutside: () => Promise<readonly string[]>;
}

/** How a test starts Lectern. */
export interface Start {
  /** Folder or file to open; none: the welcome. */
  readonly path?: string;
}

interface Fixtures {
  /** A new empty folder for the notes of one test. */
  folder: string;
  /** The folder of the app's own data. */
  data: string;
  /** Starts Lectern; started again it keeps what the app remembers. */
  start: (options?: Start) => Promise<Running>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "lectern-notes-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  data: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), "lectern-data-"));
    await use(data);
    // The processes of a killed window write there a moment longer.
    await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  },
  start: async ({ data }, use, info) => {
    const running: Running[] = [];
    const startIn = info.project.name === "chromium" ? startBrowser : startElectron;
    await use(async (options = {}) => {
      const started = await startIn({ ...options, data });
      running.push(started);
      return started;
    });
    for (const one of running) await one.kill();
  },
});

export { expect };
