import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBackups, restoringOf } from "../../electron/files/backup.ts";
import { mendTorn } from "../../electron/files/in-place.ts";
import { cleanStrays } from "../../electron/files/temp-file.ts";
import { readTimeLog } from "../../electron/files/time-log.ts";
import { folderWith } from "../electron/files/folder.ts";
import { report, times } from "./figures.ts";
import { numbered, numberOf } from "./numbered.ts";

const program = fileURLToPath(new URL("./saver.ts", import.meta.url));

// A program that is killed never gets to keep what it has compiled: one that ends by itself does it for all.
const cache = mkdtempSync(join(tmpdir(), "lectern-compiled-"));
const env = { ...process.env, NODE_COMPILE_CACHE: cache };
beforeAll(() => {
  execFileSync(process.execPath, ["--no-warnings", program], { env });
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** Starts the saver, kills it `after` milliseconds after its first acknowledgement, and gives the last one. */
async function killed(kind: string, folder: string, rescue: string, after: number): Promise<number> {
  const child = spawn(process.execPath, ["--no-warnings", program, kind, folder, rescue], { env });
  let told = "";
  let complaint = "";
  child.stderr.on("data", (bytes) => (complaint += bytes));
  child.stdout.on("data", (bytes) => {
    if (told === "") setTimeout(() => child.kill("SIGKILL"), after);
    told += bytes;
  });
  const signal = await new Promise((resolve) => child.on("close", (_code, by) => resolve(by)));
  expect(signal, complaint).toBe("SIGKILL");
  // The last line may have been cut off by the kill, together with its number.
  return Number(told.slice(0, told.lastIndexOf("\n")).split("\n").at(-1));
}

/** Runs `work` so many times, four at once. */
async function repeat(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const runner = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all([runner(), runner(), runner(), runner()]);
}

/** A folder with note 0, killed over and looked at after what Lectern does at its next start. */
async function afterKill(kind: string) {
  const folder = await folderWith({ "a.md": numbered(0) });
  const rescue = await folderWith();
  const acknowledged = await killed(kind, folder, rescue, Math.random() * 60);
  await mendTorn(rescue);
  await cleanStrays(folder, Date.now());
  await cleanStrays(rescue, Date.now());
  const names = [...(await readdir(folder)), ...(await readdir(rescue))];
  const strays = names.filter((name) => name.startsWith(".lectern-") || name.endsWith(".rescue"));
  return { folder, acknowledged, strays: strays.length };
}

describe("killed at a random moment", () => {
  const counts = { kills: 0, "acknowledged edits lost": 0, "torn files": 0, "strays after restart": 0 };

  it.each(["save", "in place"])("%s: the note is the last one acknowledged, or the next, and whole", async (kind) => {
    await repeat(times(15, 300), async () => {
      const { folder, acknowledged, strays } = await afterKill(kind);
      const number = numberOf(await readFile(join(folder, "a.md"), "utf8"));
      counts.kills++;
      counts["strays after restart"] += strays;
      if (number === null) counts["torn files"]++;
      else if (number < acknowledged) counts["acknowledged edits lost"]++;
    });
  });

  it("create: every note acknowledged is there, and every note there is whole", async () => {
    await repeat(times(10, 200), async () => {
      const { folder, acknowledged, strays } = await afterKill("create");
      counts.kills++;
      counts["strays after restart"] += strays;
      const there = new Set<number>();
      for (const name of await readdir(folder)) {
        const number = numberOf(await readFile(join(folder, name), "utf8"));
        if (number === null) counts["torn files"]++;
        else there.add(number);
      }
      for (let number = 1; number <= acknowledged; number++)
        if (!there.has(number)) counts["acknowledged edits lost"]++;
    });
  });

  it("time: every record acknowledged is in the log, and no line but the last is torn", async () => {
    await repeat(times(10, 200), async () => {
      const { folder, acknowledged } = await afterKill("time");
      counts.kills++;
      const log = await readTimeLog(folder);
      if (!log.ok) throw new Error(log.error.message);
      counts["torn files"] += log.value.quarantine.length;
      const ids = new Set(log.value.records.map((record) => record.id));
      for (let number = 1; number <= acknowledged; number++)
        if (!ids.has(String(number))) counts["acknowledged edits lost"]++;
    });
  });

  it("holds all of it", () => {
    report("kill", counts);
    expect(counts).toEqual({ ...counts, "acknowledged edits lost": 0, "torn files": 0, "strays after restart": 0 });
    expect(counts.kills).toBe(times(50, 1000));
  });

  it("would be seen to tear files, were they written without the recipe", async () => {
    let torn = 0;
    const until = async () => {
      for (let tries = 0; torn === 0 && tries < 100; tries++) {
        const { folder } = await afterKill("careless");
        if (numberOf(await readFile(join(folder, "a.md"), "utf8")) === null) torn++;
      }
    };
    await Promise.all([until(), until()]);
    expect(torn).toBeGreaterThan(0);
  });

  it("typing: at most a second of keys is lost, untitled notes come back, restoring twice changes nothing", async () => {
    const typed = { kills: 0, "most keys lost": 0, "untitled notes lost": 0, "changed by a second restore": 0 };
    await repeat(times(6, 200), async () => {
      const folder = await folderWith();
      const rescue = await folderWith();
      const keys = await killed("type", folder, rescue, 1_200 + Math.random() * 1_500);
      const first = await openBackups(rescue).list();
      const second = await openBackups(rescue).list();
      if (!first.ok || !second.ok) throw new Error("the backups could not be listed");
      typed.kills++;
      if (JSON.stringify(first) !== JSON.stringify(second)) typed["changed by a second restore"]++;
      const untitled = first.value.find((backup) => backup.path === "untitled:1");
      const note = first.value.find((backup) => backup.path === join(folder, "a.md"));
      if (!untitled) typed["untitled notes lost"]++;
      typed["most keys lost"] = Math.max(typed["most keys lost"], keys - (note?.text.length ?? 0));
      // The file that it was made from is another one by now: both are shown.
      if (note) expect(restoringOf(note, { hash: "1", text: "newer" })).toBe("both");
    });
    report("kill while typing", typed);
    expect(typed).toMatchObject({ "untitled notes lost": 0, "changed by a second restore": 0 });
    expect(typed["most keys lost"]).toBeLessThanOrEqual(200); // a key every 5 ms
  });
});
