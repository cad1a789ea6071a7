import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isStale } from "../../../electron/setup/build.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-build-"));
  mkdirSync(join(folder, "core", "outline"), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file, or the folder, with a time in seconds. */
const at = (seconds: number, ...path: string[]): void => {
  const file = join(folder, ...path);
  if (/\.\w+$/.test(file)) writeFileSync(file, "");
  utimesSync(file, seconds, seconds);
};

const product = () => ({
  name: "",
  command: [],
  results: [join(folder, "main.cjs"), join(folder, "index.html")],
  sources: [join(folder, "core")],
});

const foldersAt = (seconds: number): void => {
  at(seconds, "core", "outline");
  at(seconds, "core");
};

describe("a build", () => {
  it("is stale when a result is missing", () => {
    at(200, "main.cjs");
    expect(isStale(product())).toBe(true);
  });

  it("is not stale when every source is older", () => {
    at(100, "core", "outline", "tree.ts");
    foldersAt(100);
    at(200, "main.cjs");
    at(201, "index.html");
    expect(isStale(product())).toBe(false);
  });

  it("is stale when one source is newer than the oldest result", () => {
    at(201, "core", "outline", "tree.ts");
    foldersAt(100);
    at(200, "main.cjs");
    at(300, "index.html");
    expect(isStale(product())).toBe(true);
  });

  it("is stale when a source was removed", () => {
    foldersAt(250);
    at(200, "main.cjs");
    at(200, "index.html");
    expect(isStale(product())).toBe(true);
  });
});
