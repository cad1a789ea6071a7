import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import * as node from "node:fs/promises";
import { appendFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { TimeRecord } from "#core/time/record.ts";
import type { FileSystem } from "../../electron/files/file-system.ts";
import { appendToTimeLog, readTimeLog, timeLogPath } from "../../electron/files/time-log.ts";

let notebook = "";
beforeEach(async () => {
  notebook = await mkdtemp(join(tmpdir(), "lectern-time-"));
});
afterEach(() => rm(notebook, { recursive: true, force: true }));

const record = (id: string): TimeRecord => ({ v: 1, type: "drop", id, at: "2026-11-23T09:00:00+01:00" });
const ids = async (): Promise<string[]> => {
  const log = await readTimeLog(notebook);
  if (!log.ok) throw new Error(log.error.message);
  return log.value.records.map(({ id }) => id);
};

describe("the time log on disk", () => {
  it("is empty before the first record", async () => {
    expect(await readTimeLog(notebook)).toEqual({ ok: true, value: { records: [], quarantine: [], torn: null } });
  });

  it("only grows, and tells Git to keep both sides of a merge", async () => {
    expect(await appendToTimeLog(notebook, [record("one")])).toEqual({ ok: true, value: null });
    const before = await readFile(timeLogPath(notebook), "utf8");
    await appendToTimeLog(notebook, [record("two"), record("three")]);
    const after = await readFile(timeLogPath(notebook), "utf8");
    expect(after.startsWith(before)).toBe(true);
    expect(await ids()).toEqual(["one", "two", "three"]);
    expect(await readFile(join(notebook, ".lectern/.gitattributes"), "utf8")).toMatch(/^time\.jsonl merge=union/);
  });

  it("keeps a torn line apart from the next record, without rewriting it", async () => {
    await appendToTimeLog(notebook, [record("one")]);
    await appendFile(timeLogPath(notebook), '{"v":1,"type":"sta');
    const torn = await readTimeLog(notebook);
    expect(torn.ok && torn.value.torn?.text).toBe('{"v":1,"type":"sta');
    await appendToTimeLog(notebook, [record("two")]);
    expect(await ids()).toEqual(["one", "two"]);
    const log = await readTimeLog(notebook);
    expect(log.ok && log.value.quarantine.map(({ line }) => line)).toEqual([2]);
  });

  it("is not followed out of the notebook by a link, nor opened where it is no file", async () => {
    const outside = join(notebook, "outside");
    await writeFile(outside, "private\n");
    await mkdir(join(notebook, ".lectern"));
    await symlink(outside, timeLogPath(notebook));
    for (const result of [await appendToTimeLog(notebook, [record("one")]), await readTimeLog(notebook)])
      expect(result).toMatchObject({ ok: false, error: { code: "not-allowed", file: ".lectern/time.jsonl" } });
    expect(await readFile(outside, "utf8")).toBe("private\n");
    await rm(join(notebook, ".lectern"), { recursive: true });
    await symlink(tmpdir(), join(notebook, ".lectern"));
    expect(await appendToTimeLog(notebook, [record("one")])).toMatchObject({ ok: false });
  });

  it("says so where it may not be written", async () => {
    const denied: FileSystem = { ...node, open: () => Promise.reject(Object.assign(new Error(), { code: "EACCES" })) };
    expect(await appendToTimeLog(notebook, [record("one")], denied)).toMatchObject({
      ok: false,
      error: { code: "not-allowed", file: ".lectern/time.jsonl" },
    });
  });

  it("takes records from several writers at once", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, n) => appendToTimeLog(notebook, [record(`r${n}`)])));
    expect(new Set(await ids()).size).toBe(40);
  });
});

describe("a failing disk", () => {
  /** Node's file system, whose file handles fail one call with a code. */
  const failing = (call: "write" | "sync", code: string): FileSystem => ({
    ...node,
    open: async (...input: Parameters<typeof node.open>) => {
      const handle = await node.open(...input);
      handle[call] = () => Promise.reject(Object.assign(new Error(code), { code }));
      return handle;
    },
  });

  it.each([
    ["write", "ENOSPC", "disk-full"],
    ["write", "EIO", "io"],
    ["sync", "EIO", "io"],
    ["sync", "ENOSPC", "disk-full"],
  ] as const)("is never acknowledged: %s %s", async (call, code, expected) => {
    await appendToTimeLog(notebook, [record("one")]);
    const result = await appendToTimeLog(notebook, [record("two")], failing(call, code));
    expect(result).toMatchObject({ ok: false, error: { code: expected, file: ".lectern/time.jsonl" } });
    expect(await appendToTimeLog(notebook, [record("two")])).toMatchObject({ ok: true });
    expect(new Set(await ids())).toEqual(new Set(["one", "two"]));
  });

  it("that takes a few bytes at a time gets all of them", async () => {
    const slow: FileSystem = {
      ...node,
      open: async (...input: Parameters<typeof node.open>) => {
        const handle = await node.open(...input);
        const write = handle.write.bind(handle) as unknown as (...args: unknown[]) => Promise<never>;
        handle.write = ((bytes: Uint8Array, offset: number, length: number, position: null) =>
          write(bytes, offset, Math.min(length, 7), position)) as unknown as typeof handle.write;
        return handle;
      },
    };
    expect(await appendToTimeLog(notebook, [record("one")], slow)).toMatchObject({ ok: true });
    expect(await ids()).toEqual(["one"]);
  });
});

describe("kill -9", () => {
  const writer = fileURLToPath(new URL("time-log-writer.ts", import.meta.url));
  let built = "";
  // 200 processes are started: one bundled file starts several times as fast as the sources.
  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), "lectern-writer-"));
    const output = { entryFileNames: "writer.mjs" };
    await build({
      configFile: false,
      logLevel: "error",
      build: { ssr: writer, outDir: built, emptyOutDir: false, rollupOptions: { output } },
    });
  });
  afterAll(() => rm(built, { recursive: true, force: true }));

  /** Runs the writer and kills it `after` acknowledgements and a random moment; gives what it acknowledged. */
  const killOnce = async (name: string, after: number): Promise<string[]> => {
    const child = spawn(process.execPath, [join(built, "writer.mjs"), notebook, name], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (said.split("\n").length > after) setTimeout(() => child.kill("SIGKILL"), randomInt(3));
    });
    await once(child, "close");
    return said.split("\n").slice(0, -1);
  };

  it("at 200 random points of start, stop and edit loses no acknowledged record", async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < 200; round += 4)
      for (const said of await Promise.all([0, 1, 2, 3].map((n) => killOnce(`w${round + n}`, randomInt(1, 12)))))
        acknowledged.push(...said);
    const log = await readTimeLog(notebook);
    if (!log.ok) throw new Error(log.error.message);
    const kept = new Set(log.value.records.map(({ id, type }) => `${id} ${type}`));
    expect(acknowledged.length).toBeGreaterThan(200);
    expect(acknowledged.filter((one) => !kept.has(one))).toEqual([]);
    // Two hundred processes start and die here, on whatever else the machine has to do.
  }, 300_000);
});
