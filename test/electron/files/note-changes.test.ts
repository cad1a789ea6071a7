import type { BigIntStats } from "node:fs";
import { stat, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addedFiles, isSameFile } from "../../../electron/files/note-changes.ts";
import { folderWith } from "./folder.ts";

/** The stats of a real file with some of them changed. */
async function statsOf(text = "text"): Promise<(other?: Partial<BigIntStats>) => BigIntStats> {
  const folder = await folderWith({ "a.md": text });
  const stats = await stat(join(folder, "a.md"), { bigint: true });
  return (other = {}) => Object.assign(Object.create(Object.getPrototypeOf(stats)), stats, other);
}

describe("telling a moved note from another", () => {
  it("knows a file by its number together with its bytes' time and size, or its birth", async () => {
    const stats = await statsOf();
    const before = stats();
    expect(isSameFile(before, stats({ ctimeNs: 1n }))).toBe(true);
    expect(isSameFile(before, stats({ mtimeNs: 1n, size: 9n }))).toBe(true); // edited on the way
    expect(isSameFile(before, stats({ mtimeNs: 1n, birthtimeNs: 1n }))).toBe(false); // a new file with an old number
    expect(isSameFile(before, stats({ ino: before.ino + 1n }))).toBe(false);
    const unborn = { birthtimeNs: 0n };
    expect(isSameFile(stats(unborn), stats({ ...unborn, mtimeNs: 1n }))).toBe(false);
  });

  it("knows it by its bytes where they had been read and it is another file", async () => {
    const stats = await statsOf();
    const added = new Map([["b.md", stats({ ino: 1n })]]);
    const hashes = new Map([["b.md", "hash"]]);
    expect(addedFiles(added, hashes).find({ stats: stats(), hash: "hash" })).toBe("b.md");
    expect(addedFiles(added, hashes).find({ stats: stats(), hash: "other" })).toBeNull();
    expect(addedFiles(added, hashes).find({ stats: stats(), hash: null })).toBeNull();
    expect(addedFiles(added, hashes).find({ stats: stats({ size: 0n }), hash: "hash" })).toBeNull();
  });

  it("takes no file of this disk for one that was removed before it was made", async () => {
    const folder = await folderWith({}, tmpdir()); // memory never gives a number twice, disks do at once
    for (let tries = 0; tries < 20; tries++) {
      await writeFile(join(folder, "a.md"), "one");
      const before = await stat(join(folder, "a.md"), { bigint: true });
      await unlink(join(folder, "a.md"));
      await writeFile(join(folder, "b.md"), "another");
      expect(isSameFile(before, await stat(join(folder, "b.md"), { bigint: true }))).toBe(false);
      await unlink(join(folder, "b.md"));
    }
  });
});
