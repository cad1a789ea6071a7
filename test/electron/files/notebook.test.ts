import { execFileSync } from "node:child_process";
import { chmod, link, mkdir, readdir, readFile, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cleanNotebook, noteIdOf, openNotebook } from "../../../electron/files/notebook.ts";
import {
  createNote,
  duplicateNote,
  largestNote,
  readNote,
  renameNote,
  saveNote,
  trashNote,
} from "../../../electron/files/notes.ts";
import { folderWith, notebookOn } from "./folder.ts";

const listed = async (folder: string) => {
  const list = await (await notebookOn(folder)).list();
  if (!list.ok) throw new Error(list.error.message);
  return list.value;
};

describe("listing a notebook", () => {
  it("finds notes in all folders, by path, and leaves others' folders alone", async () => {
    const folder = await folderWith({
      "b.md": "b",
      "a.markdown": "aa",
      "w/c.MD": "c",
      "w/deep/er/d.md": "d",
      "picture.png": "",
      ".git/x.md": "",
      "node_modules/y/README.md": "",
      ".lectern/z.md": "",
      "-e.md": "",
      "f\ng.md": "",
    });
    const { notes, skipped } = await listed(folder);
    expect(notes.map((note) => note.path)).toEqual([
      "-e.md",
      "a.markdown",
      "b.md",
      "f\ng.md",
      "w/c.MD",
      "w/deep/er/d.md",
    ]);
    expect(notes[1]).toMatchObject({ id: noteIdOf("a.markdown"), name: "a", bytes: 2, outside: false });
    expect(skipped).toEqual([]);
  });

  it("knows the path of a note that is gone, so that its text can still be kept", async () => {
    const folder = await folderWith({ "a.md": "a" });
    const notebook = await notebookOn(folder);
    await notebook.list();
    await unlink(join(folder, "a.md"));
    await notebook.list();
    expect(notebook.entry(noteIdOf("a.md"))).toBeNull();
    expect(notebook.pathOf(noteIdOf("a.md"))).toBe("a.md");
    expect(notebook.pathOf(noteIdOf("never.md"))).toBeNull();
  });

  it("shows links that lead out and follows none of them; loops, FIFOs and broken links do no harm", async () => {
    const outside = await folderWith({ "secret.md": "secret" });
    const folder = await folderWith({ "a.md": "a" });
    await symlink(join(outside, "secret.md"), join(folder, "out.md"));
    await symlink(outside, join(folder, "out"));
    await symlink(folder, join(folder, "loop"));
    await symlink("self.md", join(folder, "self.md"));
    await symlink("nothing.md", join(folder, "broken.md"));
    await symlink("a.md", join(folder, "inside.md"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    await mkdir(join(folder, "folder.md"));
    const { notes, skipped } = await listed(folder);
    expect(notes.map(({ path, outside: leadsOut }) => [path, leadsOut])).toEqual([
      ["a.md", false],
      ["inside.md", false],
      ["out.md", true],
    ]);
    expect(skipped.map(({ path }) => path).sort()).toEqual(["broken.md", "pipe.md", "self.md"]);
    const notebook = await notebookOn(folder);
    expect(await readNote(notebook, noteIdOf("out.md"))).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    expect(await readNote(notebook, noteIdOf("inside.md"))).toMatchObject({ ok: true, value: { text: "a" } });
  });

  it("lists 10,000 notes without ado", async () => {
    const folder = await folderWith();
    for (let group = 0; group < 100; group++) {
      await mkdir(join(folder, `${group}`));
      await Promise.all(Array.from({ length: 100 }, (_, at) => writeFile(join(folder, `${group}/${at}.md`), "#")));
    }
    const notebook = await notebookOn(folder);
    const before = process.cpuUsage();
    const list = await notebook.list();
    const { user, system } = process.cpuUsage(before);
    expect(list.ok && list.value.notes.length).toBe(10_000);
    // Time of the processor, so that what else runs does not count. Some 400 ms; half of it the system's.
    expect((user + system) / 1000).toBeLessThan(4_000);
  });

  it("opens a single file alone, and refuses what is no note", async () => {
    const folder = await folderWith({ "a.md": "a", "b.md": "b", "c.png": "" });
    const single = await notebookOn(join(folder, "a.md"));
    expect(single).toMatchObject({ root: folder, single: "a.md", name: "a" });
    expect(single.entries().map((note) => note.path)).toEqual(["a.md"]);
    const services = { rescue: folder, trash: async () => {} };
    expect(await openNotebook(join(folder, "c.png"), services)).toMatchObject({
      ok: false,
      error: { code: "not-text" },
    });
    expect(await openNotebook(join(folder, "no"), services)).toMatchObject({ ok: false, error: { code: "not-found" } });
  });
});

describe("the notes of a notebook", () => {
  it("are read, saved, made, copied, renamed and trashed", async () => {
    const folder = await folderWith({ "a.md": "\ufeffone\r\ntwo\r\n" });
    const notebook = await notebookOn(folder);
    const read = await readNote(notebook, noteIdOf("a.md"));
    if (!read.ok) throw new Error(read.error.message);
    const { text, form, hash: base } = read.value;
    const saved = await saveNote(notebook, noteIdOf("a.md"), { text: `${text}three\n`, form, base });
    expect(saved).toMatchObject({ ok: true, value: { entry: { bytes: 20 } } });
    expect(await readFile(join(folder, "a.md"), "utf8")).toBe("\ufeffone\r\ntwo\r\nthree\r\n");
    expect(await duplicateNote(notebook, noteIdOf("a.md"))).toMatchObject({ ok: true, value: { path: "a copy.md" } });
    expect(await readFile(join(folder, "a copy.md"))).toEqual(await readFile(join(folder, "a.md")));
    expect(await createNote(notebook, "new/b", "text")).toMatchObject({ ok: true, value: { path: "new/b.md" } });
    expect(await renameNote(notebook, noteIdOf("new/b.md"), "c.md")).toMatchObject({ ok: true, value: { name: "c" } });
    expect(await renameNote(notebook, noteIdOf("c.md"), "C.md")).toMatchObject({ ok: true, value: { name: "C" } });
    expect(await trashNote(notebook, noteIdOf("a.md"))).toMatchObject({ ok: true });
    expect((await readdir(folder)).sort()).toEqual(["C.md", "a copy.md", "new"]);
    expect(await readNote(notebook, noteIdOf("a.md"))).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("are never written over by a new, copied or renamed one", async () => {
    const folder = await folderWith({ "a.md": "a", "b.md": "b", "é.md": "é" });
    const notebook = await notebookOn(folder);
    const exists = { ok: false, error: { code: "exists" } };
    expect(await createNote(notebook, "a.md", "other")).toMatchObject(exists);
    expect(await createNote(notebook, "A.md", "other")).toMatchObject(exists);
    expect(await createNote(notebook, "e\u0301.md", "other")).toMatchObject(exists);
    expect(await renameNote(notebook, noteIdOf("a.md"), "b.md")).toMatchObject(exists);
    expect(await renameNote(notebook, noteIdOf("a.md"), "B.md")).toMatchObject(exists);
    expect((await readdir(folder)).sort()).toEqual(["a.md", "b.md", "é.md"]);
    expect(await readFile(join(folder, "b.md"), "utf8")).toBe("b");
  });

  it("cannot be put or found outside", async () => {
    const outside = await folderWith({ "x.md": "x" });
    const folder = await folderWith({ "a.md": "a", ".git/config.md": "c" });
    await symlink(outside, join(folder, "out"));
    await symlink(".git/config.md", join(folder, "git.md"));
    const notebook = await notebookOn(folder);
    for (const path of ["../x.md", "out/x.md", "out/new.md", "out/deep/new.md", "/tmp/x.md"]) {
      expect(await createNote(notebook, path, "no")).toMatchObject({ ok: false });
      expect(await renameNote(notebook, noteIdOf("a.md"), path)).toMatchObject({ ok: false });
    }
    expect(await readdir(outside)).toEqual(["x.md"]);
    expect(await readNote(notebook, noteIdOf("git.md"))).toMatchObject({ ok: false, error: { code: "not-allowed" } });
    for (const id of ["../x.md", noteIdOf("never seen.md"), "", "__proto__"])
      expect(await readNote(notebook, id)).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("are refused with a sentence where they vanished, grew too large or became something else", async () => {
    const folder = await folderWith({
      "gone.md": "",
      "large.md": "",
      "folder.md": "",
      "pipe.md": "",
      "locked.md": "x",
    });
    const notebook = await notebookOn(folder);
    await unlink(join(folder, "gone.md"));
    await writeFile(join(folder, "large.md"), Buffer.alloc(largestNote + 1, "a"));
    await unlink(join(folder, "folder.md"));
    await mkdir(join(folder, "folder.md"));
    await unlink(join(folder, "pipe.md"));
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    const codes: Record<string, string> = {};
    for (const path of ["gone.md", "large.md", "folder.md", "pipe.md"]) {
      const read = await readNote(notebook, noteIdOf(path));
      codes[path] = read.ok ? "read" : read.error.code;
      if (!read.ok) expect(read.error.message).toContain(path);
    }
    expect(codes).toEqual({
      "gone.md": "not-found",
      "large.md": "too-large",
      "folder.md": "bad-input",
      "pipe.md": "bad-input",
    });
    await chmod(join(folder, "locked.md"), 0o444);
    expect(await readNote(notebook, noteIdOf("locked.md"))).toMatchObject({
      ok: true,
      value: { text: "x", readOnly: { code: "read-only" } },
    });
    await rm(folder, { recursive: true });
    expect(await notebook.list()).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  it("are cleaned of what a killed run left", async () => {
    const folder = await folderWith({ "a.md": "a" });
    await mkdir(join(folder, "w"));
    await writeFile(join(folder, "w/.lectern-ffffff-1-0123456789ab.tmp"), "half");
    const notebook = await notebookOn(folder);
    await cleanNotebook(notebook, Date.now() + 25 * 3_600_000);
    expect(await readdir(join(folder, "w"))).toEqual([]);
  });

  it("with hard links keep them when saved", async () => {
    const folder = await folderWith({ "a.md": "a" });
    await link(join(folder, "a.md"), join(folder, "b.md"));
    const notebook = await notebookOn(folder);
    const read = await readNote(notebook, noteIdOf("a.md"));
    if (!read.ok) throw new Error(read.error.message);
    await saveNote(notebook, noteIdOf("a.md"), { text: "both", form: read.value.form, base: read.value.hash });
    expect(await readFile(join(folder, "b.md"), "utf8")).toBe("both");
  });
});
