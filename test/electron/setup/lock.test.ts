import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withLock } from "../../../electron/setup/lock.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const module = new URL("../../../electron/setup/lock.mjs", import.meta.url).href;

describe("the lock between processes", () => {
  it("lets one process work at a time", async () => {
    const log = join(folder, "log");
    const script = `
      import { appendFileSync } from "node:fs";
      import { withLock } from ${JSON.stringify(module)};
      await withLock(${JSON.stringify(join(folder, "lock"))}, async () => {
        appendFileSync(${JSON.stringify(log)}, "in ");
        await new Promise((done) => setTimeout(done, 30));
        appendFileSync(${JSON.stringify(log)}, "out ");
      });`;
    const ended = Array.from({ length: 4 }, () => {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
      return new Promise((done) => child.on("close", done));
    });
    expect(await Promise.all(ended)).toEqual([0, 0, 0, 0]);
    expect(readFileSync(log, "utf8")).toBe("in out ".repeat(4));
  });

  it("is given back when the work fails", async () => {
    const lock = join(folder, "lock");
    await expect(withLock(lock, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(existsSync(lock)).toBe(false);
  });

  it("is taken over from a process that has ended", async () => {
    const lock = join(folder, "lock");
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(lock, String(pid));
    expect(await withLock(lock, async () => "done")).toBe("done");
  });
});
