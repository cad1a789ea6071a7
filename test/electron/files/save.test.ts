import { execFileSync, spawn } from "node:child_process";
import { watch } from "node:fs";
import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  unlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../../electron/files/hash.ts";
import { mendTorn } from "../../../electron/files/in-place.ts";
import { saveFile } from "../../../electron/files/save.ts";
import { cleanStrays } from "../../../electron/files/temp-file.ts";
import { report } from "../../faults/figures.ts";
import { folderWith } from "./folder.ts";

const save = (path: string, text: string, base: string | null, more: { rescue?: string; within?: string } = {}) =>
  saveFile(path, Buffer.from(text), { base: base === null || base === "any" ? base : hashOf(base), ...more });

describe("saving a file", () => {
  it("acknowledges with the hash, size and time of what is on disk, and leaves nothing else behind", async () => {
    const folder = await folderWith({ "a.md": "old" });
    const saved = await save(join(folder, "a.md"), "new", "old");
    const { mtimeMs } = await stat(join(folder, "a.md"));
    expect(saved).toMatchObject({
      ok: true,
      value: {
        hash: hashOf("new"),
        path: join(folder, "a.md"),
        bytes: 3,
        modified: mtimeMs,
        replaced: { hash: hashOf("old") },
      },
    });
    expect(await readdir(folder)).toEqual(["a.md"]);
  });

  it("keeps mode and symlink, and writes what the link leads to", async () => {
    const folder = await folderWith({ "real/a.md": "old" });
    await chmod(join(folder, "real/a.md"), 0o640);
    await symlink("real/a.md", join(folder, "link.md"));
    expect(await save(join(folder, "link.md"), "new", "old")).toMatchObject({ ok: true });
    expect(await readlink(join(folder, "link.md"))).toBe("real/a.md");
    expect(await readFile(join(folder, "real/a.md"), "utf8")).toBe("new");
    expect((await stat(join(folder, "real/a.md"))).mode & 0o777).toBe(0o640);
  });

  it("keeps hard links together, and leaves no safety copy", async () => {
    const folder = await folderWith({ "a.md": "a longer old text" });
    const rescue = join(await folderWith(), "rescue");
    await link(join(folder, "a.md"), join(folder, "b.md"));
    expect(await save(join(folder, "a.md"), "new", "a longer old text", { rescue })).toMatchObject({ ok: true });
    expect(await readFile(join(folder, "b.md"), "utf8")).toBe("new");
    expect((await stat(join(folder, "a.md"))).nlink).toBe(2);
    expect(await readdir(rescue)).toEqual([]);
  });

  it("finishes at the next start what a kill cut short in place, but not over somebody else's text", async () => {
    const folder = await folderWith({ "a.md": "new hal old text", "b.md": "somebody else was here" });
    const rescue = await folderWith();
    const keep = async (name: string, old: string, next: string) => {
      const path = join(folder, name);
      const header = JSON.stringify({ version: 1, path, old: old.length, next: next.length });
      await writeFile(join(rescue, `${name}.rescue`), `${header}\n${old}${next}`);
    };
    await keep("a.md", "a longer old text", "new half of it");
    await keep("b.md", "an old text in here!!!", "new");
    await writeFile(join(folder, "a.md"), "new half old text");
    expect((await mendTorn(rescue)).map(({ outcome }) => outcome)).toEqual(["mended", "foreign"]);
    expect(await readFile(join(folder, "a.md"), "utf8")).toBe("new half of it");
    expect(await readFile(join(folder, "b.md"), "utf8")).toBe("somebody else was here");
    expect(await readdir(rescue)).toEqual(["b.md.kept"]);
    expect(await mendTorn(rescue)).toEqual([]);
  });

  it("refuses a file that is not the one the text was made from", async () => {
    const folder = await folderWith({ "a.md": "somebody else's" });
    const path = join(folder, "a.md");
    expect(await save(path, "mine", "old")).toMatchObject({ ok: false, error: { code: "changed-on-disk" } });
    expect(await save(path, "mine", null)).toMatchObject({ ok: false, error: { code: "exists" } });
    expect(await readFile(path, "utf8")).toBe("somebody else's");
    await unlink(path);
    expect(await save(path, "mine", "old")).toMatchObject({ ok: false, error: { code: "not-found" } });
    expect(await save(path, "mine", null)).toMatchObject({ ok: true });
    expect(await save(path, "whatever was there", "any")).toMatchObject({ ok: true });
  });

  it("lets saves of one file wait for each other, by whatever name they come", async () => {
    const folder = await folderWith({ "a.md": "0" });
    await symlink("a.md", join(folder, "link.md"));
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        save(join(folder, at % 2 ? "a.md" : "link.md"), String(at + 1), String(at)),
      ),
    );
    expect(done.every((each) => each.ok)).toBe(true);
    expect(await readFile(join(folder, "a.md"), "utf8")).toBe("20");
  });

  it("refuses folders, FIFOs, dangling links and read-only files with a sentence, and does not hang", async () => {
    const folder = await folderWith({ "read-only.md": "old" });
    await mkdir(join(folder, "folder.md"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    await symlink("nowhere.md", join(folder, "dangling.md"));
    await chmod(join(folder, "read-only.md"), 0o444);
    const codes: Record<string, string> = {};
    for (const name of ["folder.md", "pipe.md", "dangling.md", "read-only.md", "no/such/folder.md"]) {
      const done = await save(join(folder, name), "new", "old");
      codes[name] = done.ok ? "saved" : done.error.code;
    }
    expect(codes).toEqual({
      "folder.md": "bad-input",
      "pipe.md": "bad-input",
      "dangling.md": "not-found",
      "read-only.md": "read-only",
      "no/such/folder.md": "not-found",
    });
    expect((await lstat(join(folder, "dangling.md"))).isSymbolicLink()).toBe(true);
  });

  it("takes the longest names there are", async () => {
    const folder = await folderWith();
    const name = `${"n".repeat(252)}.md`;
    expect(await save(join(folder, name), "text", null)).toMatchObject({ ok: true });
    expect(await save(join(folder, name), "more", "text")).toMatchObject({ ok: true });
  });

  it("stays inside its folder, even where a folder is swapped for a link a thousand times meanwhile", async () => {
    const outside = await folderWith({ "a.md": "outside" });
    const folder = await folderWith({ "w/a.md": "inside" });
    const swapper = `
      const fs = require("node:fs"), [, folder, outside] = process.argv;
      process.stdout.write("ready");
      for (;;) {
        fs.renameSync(folder + "/w", folder + "/real");
        fs.symlinkSync(outside, folder + "/w");
        fs.unlinkSync(folder + "/w");
        fs.renameSync(folder + "/real", folder + "/w");
      }`;
    const child = spawn(process.execPath, ["-e", swapper, folder, outside]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    const codes = new Map<string, number>();
    for (let tries = 0; tries < 1_000; tries++) {
      const done = await save(join(folder, "w/a.md"), `text ${tries}`, "any", { within: folder });
      const code = done.ok ? "saved" : done.error.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    const ended = new Promise((resolve) => child.once("close", resolve));
    child.kill("SIGKILL");
    await ended;
    const inside =
      (await readdir(outside)).join() === "a.md" && (await readFile(join(outside, "a.md"), "utf8")) === "outside";
    report("swapped folders", { ...Object.fromEntries(codes), escapes: Number(!inside) });
    expect(inside).toBe(true);
    expect([...codes.keys()]).toContain("saved");
  });
});

describe("temporary files", () => {
  it("of a killed run are removed, those of a running one are not", async () => {
    const folder = await folderWith({ "a.md": "a" });
    const own = /^\.lectern-([0-9a-f]{6})-/;
    const seen = new Set<string>();
    const watcher = watch(folder, (_event, name) => seen.add(String(name)));
    await save(join(folder, "a.md"), "b", "a");
    watcher.close();
    const host = [...seen].map((name) => own.exec(name)?.[1]).find((each) => each !== undefined) ?? "";
    const nameOf = (machine: string, pid: number) => `.lectern-${machine}-${pid}-0123456789ab.tmp`;
    const gone = nameOf(host, 4_194_304); // no process has this number
    const running = nameOf(host, process.ppid);
    const elsewhere = nameOf("ffffff", 1);
    for (const name of [gone, running, elsewhere, ".lectern-notes.tmp"]) await writeFile(join(folder, name), "x");
    expect(await cleanStrays(folder, Date.now())).toEqual([join(folder, gone)]);
    const tomorrow = Date.now() + 25 * 3_600_000;
    expect((await cleanStrays(folder, tomorrow)).sort()).toEqual(
      [join(folder, running), join(folder, elsewhere)].sort(),
    );
    expect((await readdir(folder)).sort()).toEqual([".lectern-notes.tmp", "a.md"]);
  });
});
