import { chmod, link, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Failure, Result } from "#core/result.ts";
import type { FileSystem } from "../../electron/files/file-system.ts";
import { hashOf } from "../../electron/files/hash.ts";
import { mendTorn } from "../../electron/files/in-place.ts";
import { noteIdOf, openNotebook } from "../../electron/files/notebook.ts";
import { createNote, renameNote } from "../../electron/files/notes.ts";
import { saveFile } from "../../electron/files/save.ts";
import { cleanStrays } from "../../electron/files/temp-file.ts";
import { folderWith } from "../electron/files/folder.ts";
import { type Fault, faultyFileSystem, type SystemCall } from "./faulty-file-system.ts";
import { isFull, report } from "./figures.ts";

const old = "old text\n".repeat(40);
const next = "the new text, a little longer\n".repeat(40);
const usual: Fault[] = ["ENOSPC", "EIO", "EACCES", "EROFS", "short", "lying"];
const faults: Fault[] = isFull ? [...usual, "EDQUOT", "EPERM", "ENOENT", "EMFILE", "EBUSY", "EINVAL"] : usual;

const counts = { injected: 0, "succeeded all the same": 0, failures: 0, "messages shown": 0, "bytes lost": 0 };
afterAll(() => report("system calls", counts));

interface Scene {
  /** Where the note is to be afterwards. */
  readonly target: string;
  /** All places where the text may be when the work failed half-way. */
  readonly places: readonly string[];
  /** Undefined: there was no note before. */
  readonly before: string | undefined;
  readonly after: string;
  readonly folders: readonly string[];
  readonly rescue: string;
  readonly isInPlace?: true;
  work(fs: FileSystem): Promise<Result<unknown>>;
}

const scenes: Record<string, () => Promise<Scene>> = {
  async "a save"() {
    const folder = await folderWith({ "a.md": old });
    const target = join(folder, "a.md");
    const work = (fs: FileSystem) => saveFile(target, Buffer.from(next), { base: hashOf(old), within: folder, fs });
    return { target, places: [target], before: old, after: next, folders: [folder], rescue: folder, work };
  },
  async "a new file"() {
    const folder = await folderWith();
    const target = join(folder, "a.md");
    const work = (fs: FileSystem) => saveFile(target, Buffer.from(next), { base: null, within: folder, fs });
    return { target, places: [target], before: undefined, after: next, folders: [folder], rescue: folder, work };
  },
  async "a save in place"() {
    const folder = await folderWith({ "a.md": old });
    const rescue = await folderWith();
    const target = join(folder, "a.md");
    await link(target, join(folder, "same.md"));
    const options = { base: hashOf(old), within: folder, rescue };
    const work = (fs: FileSystem) => saveFile(target, Buffer.from(next), { ...options, fs });
    return {
      target,
      places: [target],
      before: old,
      after: next,
      folders: [folder, rescue],
      rescue,
      isInPlace: true,
      work,
    };
  },
  async "a note made in a new folder"() {
    const folder = await folderWith();
    const target = join(folder, "new/deep/a.md");
    const work = async (fs: FileSystem) => {
      const notebook = await openNotebook(folder, { rescue: folder, trash: async () => {}, fs });
      return notebook.ok ? createNote(notebook.value, "new/deep/a.md", next) : notebook;
    };
    return { target, places: [target], before: undefined, after: next, folders: [folder], rescue: folder, work };
  },
  async "a rename"() {
    const folder = await folderWith({ "a.md": old });
    const target = join(folder, "w/b.md");
    const work = async (fs: FileSystem): Promise<Result<unknown>> => {
      const notebook = await openNotebook(folder, { rescue: folder, trash: async () => {}, fs });
      if (!notebook.ok) return notebook;
      const listed = await notebook.value.list();
      if (!listed.ok) return listed;
      const done = await renameNote(notebook.value, noteIdOf("a.md"), "w/b.md");
      // A first try may have got as far as the new name.
      return !done.ok && notebook.value.entry(noteIdOf("w/b.md")) ? { ok: true, value: null } : done;
    };
    const places = [join(folder, "a.md"), target];
    return { target, places, before: old, after: old, folders: [folder], rescue: folder, work };
  },
};

const read = (path: string) => readFile(path, "utf8").catch(() => undefined);

/** Every call of the undisturbed work, in order. */
async function callsOf(make: () => Promise<Scene>): Promise<SystemCall[]> {
  const calls: SystemCall[] = [];
  const scene = await make();
  const recording = faultyFileSystem((call) => {
    calls.push(call);
    return null;
  });
  const done = await scene.work(recording);
  expect(done.ok).toBe(true);
  expect(await read(scene.target)).toBe(scene.after);
  return calls;
}

const shownTo = ({ message, action }: Failure) => message.length > 10 && /[.!]$/.test(message) && action.length > 5;

/** Lets one call fail, once or from then on, and looks at what is left. */
async function tryWith(make: () => Promise<Scene>, at: SystemCall, fault: Fault, onwards: boolean): Promise<void> {
  const scene = await make();
  const fails = ({ index, name }: SystemCall) => {
    if (index < at.index || (index > at.index && !onwards)) return null;
    return fault === "short" || fault === "lying" ? (name === "handle.write" ? fault : null) : fault;
  };
  const done = await scene.work(faultyFileSystem(fails));
  counts.injected++;
  const texts = await Promise.all(scene.places.map(read));
  const label = `${fault} at ${at.name} (call ${at.index}${onwards ? " and on" : ""})`;
  if (done.ok) {
    counts["succeeded all the same"]++;
    expect(texts.at(-1), label).toBe(scene.after);
  } else {
    counts.failures++;
    if (shownTo(done.error)) counts["messages shown"]++;
    expect(shownTo(done.error), `${label}: ${done.error.message}`).toBe(true);
    const whole = texts.filter((text) => text !== undefined);
    if (scene.before !== undefined && whole.length === 0) counts["bytes lost"]++;
    if (scene.before !== undefined) expect(whole.length, label).toBeGreaterThan(0);
    // What is torn where nothing works any more, not even taking it back, is mended by the next try.
    if (!(scene.isInPlace && onwards))
      for (const text of whole) expect([scene.before, scene.after], label).toContain(text);
    const again = await scene.work(faultyFileSystem(() => null));
    expect(again, `retry after ${label}`).toMatchObject({ ok: true });
    expect(await read(scene.target), label).toBe(scene.after);
    expect(
      (await mendTorn(scene.rescue)).filter(({ outcome }) => outcome !== "whole"),
      label,
    ).toEqual([]);
  }
  for (const folder of scene.folders) {
    await cleanStrays(folder, Date.now());
    expect(
      (await readdir(folder)).filter((name) => name.startsWith(".lectern-")),
      label,
    ).toEqual([]);
  }
}

describe("when a system call fails", () => {
  for (const [name, make] of Object.entries(scenes))
    it(`${name} keeps the old bytes, says why and can be tried again`, async () => {
      const calls = await callsOf(make);
      for (const call of calls)
        for (const fault of faults) {
          const writes = fault === "short" || fault === "lying";
          if (writes && call.name !== "handle.write") continue;
          for (const onwards of [false, true]) await tryWith(make, call, fault, onwards);
        }
    });

  it("says which file, why and what to do", async () => {
    const folder = await folderWith({ "a.md": old });
    const saveWith = async (fault: string, call: string) => {
      const fs = faultyFileSystem(({ name }) => (name === call ? fault : null));
      const done = await saveFile(join(folder, "a.md"), Buffer.from(next), { base: hashOf(old), fs });
      return done.ok ? "saved" : `${done.error.code}: ${done.error.message} ${done.error.action}`;
    };
    expect(await saveWith("ENOSPC", "handle.write")).toBe(
      "disk-full: a.md could not be saved: the disk is full. Free some space, then try again.",
    );
    expect(await saveWith("EIO", "handle.sync")).toMatch(/^io: a.md could not be saved: the disk reported an error\./);
    expect(await saveWith("EROFS", "rename")).toMatch(/^read-only: a.md could not be saved: the disk is read-only\./);
    expect(await saveWith("ESTRANGE", "rename")).toMatch(/^io: a.md could not be saved: ESTRANGE/);
    expect(await read(join(folder, "a.md"))).toBe(old);
  });

  it("waits for a program that holds the file, on Windows", async () => {
    const folder = await folderWith({ "a.md": old });
    let held = 4;
    const fs = faultyFileSystem(({ name }) => (name === "rename" && held-- > 0 ? "EBUSY" : null));
    const options = { base: hashOf(old), fs, platform: "win32" } as const;
    expect(await saveFile(join(folder, "a.md"), Buffer.from(next), options)).toMatchObject({ ok: true });
    expect(await read(join(folder, "a.md"))).toBe(next);
  });

  it("writes in place where the folder takes no new file, and only with a safety copy", async () => {
    const folder = await folderWith({ "a.md": old });
    const rescue = join(await folderWith(), "rescue");
    const target = join(folder, "a.md");
    const isTemp = ({ name, path }: SystemCall) => name === "open" && path.includes(".tmp") && !path.includes("rescue");
    const locked = (more: (call: SystemCall) => Fault = () => null) =>
      faultyFileSystem((call) =>
        isTemp(call) && !call.path.includes(rescue) && inFolder(call) ? "EACCES" : more(call),
      );
    // Through the open folder the path says nothing of where it is: the first temporary file is the note's.
    let temps = 0;
    const inFolder = (_call: SystemCall) => temps++ === 0;
    const base = hashOf(old);
    expect(await saveFile(target, Buffer.from(next), { base, fs: locked() })).toMatchObject({
      ok: false,
      error: { code: "not-allowed" },
    });
    expect(await read(target)).toBe(old);
    temps = 0;
    expect(await saveFile(target, Buffer.from(next), { base, rescue, fs: locked() })).toMatchObject({ ok: true });
    expect(await read(target)).toBe(next);
    expect(await readdir(rescue)).toEqual([]);
    await mkdir(rescue, { recursive: true });
    await chmod(target, 0o444);
    expect(await saveFile(target, Buffer.from(old), { base: hashOf(next), rescue })).toMatchObject({
      ok: false,
      error: { code: "read-only" },
    });
    await writeFile(join(rescue, "noise.rescue"), "no rescue at all");
    expect(await mendTorn(rescue)).toEqual([]);
  });
});
