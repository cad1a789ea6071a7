import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openBackups, restoringOf } from "../../../electron/files/backup.ts";
import { openJsonStore } from "../../../electron/files/json-store.ts";
import { openVersions } from "../../../electron/files/versions.ts";
import { folderWith } from "./folder.ts";

describe("backups of unsaved text", () => {
  const backup = { path: "/notes/a.md", text: "unsaved ✓", base: "0".repeat(64), at: 5 };

  it("are found again as they were, by note and in a list, until forgotten", async () => {
    const folder = join(await folderWith(), "backups");
    const half = { path: "untitled:1", text: "half \ud83d", base: null, at: 3 };
    expect(await openBackups(folder).list()).toEqual({ ok: true, value: [] });
    await openBackups(folder).keep(backup);
    await openBackups(folder).keep(half);
    for (let twice = 0; twice < 2; twice++)
      expect(await openBackups(folder).list()).toEqual({ ok: true, value: [half, backup] });
    expect(await openBackups(folder).find(backup.path)).toEqual({ ok: true, value: backup });
    await openBackups(folder).forget(backup.path);
    await openBackups(folder).forget(backup.path);
    expect(await openBackups(folder).list()).toEqual({ ok: true, value: [half] });
  });

  it("keep the last of many texts, and nothing after they were forgotten", async () => {
    const backups = openBackups(await folderWith());
    const all = Array.from({ length: 50 }, (_, at) => backups.keep({ ...backup, text: `text ${at}` }));
    expect((await Promise.all(all)).every((done) => done.ok)).toBe(true);
    expect(await backups.find(backup.path)).toMatchObject({ value: { text: "text 49" } });
    const late = backups.keep(backup);
    await backups.forget(backup.path);
    await late;
    expect(await backups.find(backup.path)).toEqual({ ok: true, value: null });
  });

  it("never go over something newer", () => {
    expect(restoringOf(backup, { hash: backup.base, text: "as read" })).toBe("restore");
    expect(restoringOf(backup, { hash: "1".repeat(64), text: "newer" })).toBe("both");
    expect(restoringOf(backup, { hash: "1".repeat(64), text: backup.text })).toBe("nothing");
    expect(restoringOf(backup, null)).toBe("both");
    expect(restoringOf({ ...backup, base: null }, null)).toBe("restore");
  });

  it("that are damaged are set aside", async () => {
    const folder = await folderWith({ "x.backup": "no backup", "y.backup": "", "notes.txt": "" });
    await openBackups(folder).keep(backup);
    const [name = ""] = (await readdir(folder)).filter((each) => each.length > 20);
    const bytes = await readFile(join(folder, name));
    bytes[bytes.length - 1] = 0x21;
    await writeFile(join(folder, name), bytes);
    expect(await openBackups(folder).list()).toEqual({ ok: true, value: [] });
    expect((await readdir(folder)).sort()).toEqual([`${name}.bad`, "notes.txt", "x.backup.bad", "y.backup.bad"].sort());
  });
});

describe("earlier versions", () => {
  const minute = 60_000;
  const start = Date.UTC(2026, 10, 24, 9);

  it("are kept, listed from the newest and read back byte for byte", async () => {
    const versions = openVersions(await folderWith());
    for (let number = 0; number < 5; number++)
      expect(await versions.add("/n/a.md", Buffer.from(`text ${number}`), start + number * minute)).toMatchObject({
        ok: true,
      });
    await versions.add("/n/a.md", Buffer.from("text 4"), start + 6 * minute); // saved again, unchanged
    await versions.add("/n/b.md", Buffer.from("another note"), start);
    const list = await versions.list("/n/a.md");
    if (!list.ok) throw new Error(list.error.message);
    expect(list.value.map(({ at, bytes }) => [(at - start) / minute, bytes])).toEqual(
      [4, 3, 2, 1, 0].map((at) => [at, 6]),
    );
    const read = await versions.read("/n/a.md", list.value[1]?.version ?? "");
    expect(read.ok && Buffer.from(read.value).toString()).toBe("text 3");
    for (const name of ["../x", "no-such-version", "1-2-0123456789abcdef.gz"])
      expect(await versions.read("/n/a.md", name)).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("are thinned with age, and follow a renamed note", async () => {
    const folder = await folderWith();
    const versions = openVersions(folder);
    for (let number = 0; number < 20; number++)
      await versions.add("/n/a.md", Buffer.from(`text ${number}`), start + number * 10 * minute);
    const kept = await versions.list("/n/a.md");
    // Seven of the last hour; of those before, the last of each hour: 11:00, 10:50, 9:50
    expect(kept.ok && kept.value.map(({ at }) => (at - start) / minute)).toEqual([
      190, 180, 170, 160, 150, 140, 130, 120, 110, 50,
    ]);
    await versions.move("/n/a.md", "/n/w/b.md");
    expect(await versions.list("/n/a.md")).toEqual({ ok: true, value: [] });
    expect(await versions.list("/n/w/b.md")).toEqual(kept);
  });
});

describe("a store of one JSON file", () => {
  const parse = (value: unknown) => {
    if (typeof value !== "object" || value === null || !("count" in value) || typeof value.count !== "number")
      throw new Error("no count");
    return { count: value.count };
  };
  const initial = { count: 0 };

  it("is on disk when flushed, and in memory at once", async () => {
    const file = join(await folderWith(), "deep/settings.json");
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const store = await openJsonStore({ file, parse, initial, onError });
    expect(store.get()).toEqual(initial);
    for (let count = 1; count <= 30; count++) store.set({ count });
    expect(store.get()).toEqual({ count: 30 });
    await store.flush();
    expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ count: 30 });
    expect((await openJsonStore({ file, parse, initial, onError })).get()).toEqual({ count: 30 });
    expect(errors).toEqual([]);
  });

  it.each(["", "{", "null", '{"count":"many"}'])("sets %j aside and begins anew", async (text) => {
    const folder = await folderWith({ "settings.json": text });
    const errors: unknown[] = [];
    const file = join(folder, "settings.json");
    const now = () => new Date("2026-11-24T10:00:00Z");
    const store = await openJsonStore({ file, parse, initial, now, onError: (error) => errors.push(error) });
    expect(store.get()).toEqual(initial);
    expect(errors).toHaveLength(1);
    expect(await readFile(`${file}.2026-11-24T10-00-00-000Z.bad`, "utf8")).toBe(text);
  });

  it("tells of a file that cannot be written, and writes it the next time", async () => {
    const folder = await folderWith({ in_the_way: "" });
    const errors: unknown[] = [];
    const file = join(folder, "in_the_way/settings.json");
    const store = await openJsonStore({ file, parse, initial, onError: (error) => errors.push(error) });
    store.set({ count: 1 });
    await store.flush();
    expect(errors.length).toBeGreaterThan(0);
    expect(store.get()).toEqual({ count: 1 });
  });
});
