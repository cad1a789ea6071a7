import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/{core,electron,renderer,faults,security}/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    // Both cores of a small machine; by default one stays free for a person who watches.
    maxWorkers: "100%",
    // No test changes what another reads in the same process; a new one for each file would cost a quarter of the time.
    isolate: false,
  },
});
