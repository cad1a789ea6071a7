import { link, mkdir, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hashOf } from "../../electron/files/hash.ts";
import { mendTorn } from "../../electron/files/in-place.ts";
import { openNotebook } from "../../electron/files/notebook.ts";
import { createNote } from "../../electron/files/notes.ts";
import { saveFile } from "../../electron/files/save.ts";
import { appendToTimeLog, readTimeLog } from "../../electron/files/time-log.ts";
import { folderWith } from "../electron/files/folder.ts";
import { report, times } from "./figures.ts";
import { numbered } from "./numbered.ts";
import { afterPowerCut, type Disk } from "./power-cut.ts";
import { record } from "./recording-file-system.ts";

/** One save: the operations from `began` on belong to it; from `acknowledged` on its text must be there. */
interface Save {
  readonly path: string;
  readonly text: string;
  readonly began: number;
  readonly acknowledged: number;
}

/** Works through saves, new notes, saves in place and time records, and remembers what was acknowledged when. */
async function history(forgetsFolders: boolean) {
  const folder = await folderWith({ "a.md": numbered(0), "hard.md": numbered(0), "once.md": "one two" });
  const rescue = await folderWith();
  for (const name of ["hard.md", "once.md"]) await link(join(folder, name), join(folder, `linked ${name}`));
  const recording = record(forgetsFolders);
  const { fs, operations } = recording;
  const first = { "a.md": numbered(0), "hard.md": numbered(0), "once.md": "one two" };
  const entries = Object.keys(first).map((name) => [name, recording.known(join(folder, name))] as const);
  const texts = Object.values(first).map((text) => Buffer.from(text));
  const start: Disk = {
    files: new Map(entries.map(([, file], at) => [file, texts[at] ?? Buffer.alloc(0)])),
    folders: new Map([
      [folder, new Map(entries)],
      [rescue, new Map()],
    ]),
  };
  const saves: Save[] = Object.entries(first).map(([path, text]) => ({ path, text, began: 0, acknowledged: 0 }));
  const records: { id: string; acknowledged: number }[] = [];
  const notebook = await openNotebook(folder, { rescue, trash: async () => {}, fs });
  if (!notebook.ok) throw new Error(notebook.error.message);

  const save = async (path: string, text: string, work: (text: string) => Promise<{ ok: boolean }>) => {
    const began = operations.length;
    expect(await work(text)).toMatchObject({ ok: true });
    saves.push({ path, text, began, acknowledged: operations.length });
  };
  // A safety copy that came back would take the second text of these, which has a bit of both, for a torn one.
  const once = (base: string) => (text: string) =>
    saveFile(join(folder, "once.md"), Buffer.from(text), { base: hashOf(base), rescue, fs });
  await save("once.md", "ONE TWO", once("one two"));
  await unlink(join(folder, "linked once.md"));
  await save("once.md", "one TWO", once("ONE TWO"));
  for (let round = 1; round <= 4; round++) {
    for (const path of ["a.md", "hard.md"])
      await save(path, numbered(round), (text) =>
        saveFile(join(folder, path), Buffer.from(text), { base: hashOf(numbered(round - 1)), rescue, fs }),
      );
    await save(`new/${round}.md`, numbered(round), (text) => createNote(notebook.value, `new/${round}.md`, text));
    const at = "2026-11-24T09:00:00+00:00";
    const added = await appendToTimeLog(folder, [{ v: 1, type: "stop", id: String(round), at, end: at }], fs);
    expect(added.ok).toBe(true);
    records.push({ id: String(round), acknowledged: operations.length });
  }
  return { folder, rescue, operations, start, saves, records };
}

/** Makes the folders be what the power cut left. */
async function put({ files, folders }: Disk, roots: readonly string[]): Promise<void> {
  for (const root of roots) await rm(root, { recursive: true, force: true });
  for (const root of roots) await mkdir(root);
  const reachable = [...folders].filter(([folder]) => isReachable(folder, folders, roots));
  for (const [folder, names] of reachable.sort(([a], [b]) => a.length - b.length)) {
    await mkdir(folder, { recursive: true });
    for (const [name, file] of names)
      if (file !== null) await writeFile(join(folder, name), files.get(file) ?? new Uint8Array());
  }
}

/** A folder whose own entry was lost is lost with all that is in it. */
function isReachable(folder: string, folders: Disk["folders"], roots: readonly string[]): boolean {
  if (roots.includes(folder)) return true;
  const cut = folder.lastIndexOf("/");
  const parent = folder.slice(0, cut);
  return (
    parent.length > 0 &&
    (folders.get(parent)?.has(folder.slice(cut + 1)) ?? false) &&
    isReachable(parent, folders, roots)
  );
}

/** Cuts the power so many times at random; the number of acknowledged texts and records that were not there after it. */
async function lostIn(states: number, forgetsFolders: boolean): Promise<number> {
  const { folder, rescue, operations, start, saves, records } = await history(forgetsFolders);
  let lost = 0;
  for (let state = 0; state < states; state++) {
    const cut = Math.floor(Math.random() * (operations.length + 1));
    await put(afterPowerCut(start, operations, cut, Math.random), [folder, rescue]);
    await mendTorn(rescue);
    for (const path of new Set(saves.map((save) => save.path))) {
      const own = saves.filter((save) => save.path === path && save.began <= cut);
      const last = own.findLastIndex((save) => save.acknowledged <= cut);
      if (last < 0) continue;
      const text = await readFile(join(folder, path), "utf8").catch(() => null);
      if (!own.slice(last).some((save) => save.text === text)) lost++;
    }
    const log = await readTimeLog(folder);
    const ids = new Set(log.ok ? log.value.records.map(({ id }) => id) : []);
    lost += records.filter(({ id, acknowledged }) => acknowledged <= cut && !ids.has(id)).length;
  }
  return lost;
}

describe("after a power cut", () => {
  it("every acknowledged save is there", async () => {
    const states = times(1_000, 5_000);
    const lost = await lostIn(states, false);
    report("power cut", { states, "saves lost": lost });
    expect(lost).toBe(0);
  });

  it("they would be seen to be lost, were folders not synced", async () => {
    expect(await lostIn(40, true)).toBeGreaterThan(0);
  });
});
