import { defineConfig } from "@playwright/test";

const results = process.env.LECTERN_TEST_RESULTS ?? "../test-results";

/**
 * Real windows: every spec of desktop/ in the real Electron, and again in Debian's Chromium with the real handlers behind
 * the bridge. `packaged` starts what `npm run dist` made; `screenshots` writes pictures and checks nothing.
 */
export default defineConfig({
  testDir: ".",
  outputDir: `${results}/desktop`,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  projects: [
    { name: "electron", testDir: "desktop", testIgnore: "**/packaged.spec.ts" },
    { name: "chromium", testDir: "desktop", testIgnore: "**/packaged.spec.ts" },
    { name: "packaged", testDir: "desktop", testMatch: "**/packaged.spec.ts" },
    { name: "screenshots", testDir: "screenshots", testMatch: "**/*.spec.ts" },
  ],
});
