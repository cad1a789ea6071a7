import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const vitest = fileURLToPath(new URL("../../../node_modules/vitest/vitest.mjs", import.meta.url));

/** What depends on the zone of the machine. The rest of the suite brings its own zones. */
const suites = ["instant", "report", "rows", "entry", "correction", "formats"].map(
  (name) => `test/core/time/${name}.test.ts`,
);

describe("time in two zones", () => {
  it.each(["UTC", "America/Los_Angeles"])(
    "holds on a machine in %s",
    async (TZ) => {
      const args = [
        vitest,
        "run",
        "--config",
        "test/vitest.config.ts",
        ...suites,
        "test/electron/time-command.test.ts",
      ];
      const env = { ...process.env, TZ, VITEST: undefined };
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
      expect(stdout).toMatch(/Tests.* passed/);
      expect(stdout).not.toMatch(/failed/);
    },
    240_000,
  );
});
