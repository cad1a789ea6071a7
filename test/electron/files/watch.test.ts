import { appendFile, link, mkdir, readFile, rename, rm, symlink, unlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { NoteChange } from "../../../electron/files/note-changes.ts";
import { noteIdOf } from "../../../electron/files/notebook.ts";
import { createNote, readNote, renameNote, saveNote } from "../../../electron/files/notes.ts";
import { watchNotebook } from "../../../electron/files/watch.ts";
import { folderWith, notebookOn } from "./folder.ts";

/** A watched notebook; `until` waits for the changes that it tells of, by event, never by the clock. */
async function watched(files: Record<string, string>) {
  const folder = await folderWith(files);
  const notebook = await notebookOn(folder);
  const changes: NoteChange[] = [];
  const errors: unknown[] = [];
  let wake = () => {};
  const watch = await watchNotebook(notebook, {
    onChanges(more) {
      changes.push(...more);
      wake();
    },
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => watch.close());
  const until = async (is: (changes: NoteChange[]) => boolean) => {
    while (!is(changes)) await new Promise<void>((resolve) => (wake = resolve));
    return changes;
  };
  const open = async (path: string) => {
    const read = await readNote(notebook, noteIdOf(path));
    if (!read.ok) throw new Error(read.error.message);
    watch.seen(path, read.value.hash);
    return read.value;
  };
  return { folder, notebook, changes, errors, watch, until, open };
}

const kinds = (changes: readonly NoteChange[]) =>
  changes.map((change) =>
    change.kind === "moved" ? `moved ${change.from} ${change.path}` : `${change.kind} ${change.path}`,
  );

describe("watching a notebook", () => {
  it("tells of notes added, changed and removed, also in new folders", async () => {
    const { folder, until, open } = await watched({ "a.md": "a", "b.md": "b", "w/c.md": "c" });
    await open("a.md");
    await writeFile(join(folder, "a.md"), "other");
    await until((all) => kinds(all).includes("changed a.md"));
    await mkdir(join(folder, "new/deep"), { recursive: true });
    await writeFile(join(folder, "new/deep/d.md"), "d");
    await until((all) => kinds(all).includes("added new/deep/d.md"));
    await appendFile(join(folder, "new/deep/d.md"), "more");
    await until((all) => kinds(all).includes("changed new/deep/d.md"));
    await unlink(join(folder, "b.md"));
    const all = await until((seen) => kinds(seen).includes("removed b.md"));
    expect(kinds(all)).toEqual(["changed a.md", "added new/deep/d.md", "changed new/deep/d.md", "removed b.md"]);
  });

  it("tells the hash of what an open note has become, and nothing of a file merely touched", async () => {
    const { folder, until, open, changes, watch } = await watched({ "a.md": "a" });
    const { hash } = await open("a.md");
    await utimes(join(folder, "a.md"), new Date(0), new Date(0));
    await watch.rescan();
    expect(changes).toEqual([]);
    await writeFile(join(folder, "a.md"), "b");
    const [change] = await until((all) => all.length > 0);
    expect(change).toMatchObject({ kind: "changed", path: "a.md" });
    expect(change).not.toMatchObject({ hash });
    expect(change).toMatchObject({ hash: (await open("a.md")).hash });
  });

  it("takes a move for a move: of a file, of a folder, and by its bytes where the file is another", async () => {
    const { folder, until, open } = await watched({
      "a.md": "one",
      "w/b.md": "two",
      "w/c.md": "three",
      "d.md": "four",
    });
    await rename(join(folder, "a.md"), join(folder, "w/renamed.md"));
    await until((all) => all.length >= 1);
    await rename(join(folder, "w"), join(folder, "v"));
    await until((all) => all.length >= 4);
    await open("d.md");
    await writeFile(join(folder, "copy.md"), await readFile(join(folder, "d.md")));
    await unlink(join(folder, "d.md"));
    const all = await until((seen) => seen.length >= 5);
    expect(kinds(all.slice(0, 1))).toEqual(["moved a.md w/renamed.md"]);
    expect(kinds(all.slice(1, 4)).sort()).toEqual([
      "moved w/b.md v/b.md",
      "moved w/c.md v/c.md",
      "moved w/renamed.md v/renamed.md",
    ]);
    expect(["moved d.md copy.md", "added copy.md"]).toContain(kinds(all)[4]);
  });

  it("does not take a new file for a removed one whose number it got", async () => {
    const { folder, until } = await watched({ "a.md": "one" });
    await unlink(join(folder, "a.md"));
    await writeFile(join(folder, "b.md"), "another");
    const all = await until((seen) => seen.length >= 2);
    expect(kinds(all).sort()).toEqual(["added b.md", "removed a.md"]);
  });

  it("sees one change where a program saves by removing and renaming", async () => {
    const { folder, until, open } = await watched({ "a.md": "one" });
    await open("a.md");
    await writeFile(join(folder, "a.md.tmp"), "two");
    await unlink(join(folder, "a.md"));
    await rename(join(folder, "a.md.tmp"), join(folder, "a.md"));
    expect(kinds(await until((all) => all.length > 0))).toEqual(["changed a.md"]);
  });

  it("does not tell of what the app itself saved or renamed", async () => {
    const { notebook, watch, open, changes, folder, until } = await watched({ "a.md": "0", "b.md": "b" });
    const { hash, form } = await open("a.md");
    let base = hash;
    for (let number = 1; number <= 50; number++) {
      const saved = await saveNote(notebook, noteIdOf("a.md"), { text: String(number), form, base });
      if (!saved.ok) throw new Error(saved.error.message);
      base = saved.value.hash;
    }
    await renameNote(notebook, noteIdOf("b.md"), "w/moved.md");
    await watch.settled();
    await watch.rescan();
    expect(changes).toEqual([]);
    await writeFile(join(folder, "a.md"), "7"); // what the app had saved once, but somebody else put back
    expect(kinds(await until((all) => all.length > 0))).toEqual(["changed a.md"]);
  });

  it("tells of a note that the app made, so that other windows list it", async () => {
    const { notebook, until } = await watched({});
    await createNote(notebook, "new.md", "text");
    expect(kinds(await until((all) => all.length > 0))).toEqual(["added new.md"]);
  });

  it("notices a note replaced by a folder, a link or nothing at all", async () => {
    const { folder, until, open } = await watched({ "a.md": "a", "b.md": "b", "c.md": "text" });
    for (const path of ["a.md", "b.md", "c.md"]) await open(path);
    await unlink(join(folder, "a.md"));
    await mkdir(join(folder, "a.md"));
    await until((all) => kinds(all).includes("removed a.md"));
    await unlink(join(folder, "b.md"));
    await symlink("/etc/hostname", join(folder, "b.md"));
    await until((all) => kinds(all).includes("changed b.md"));
    await writeFile(join(folder, "c.md"), "");
    await until((all) => kinds(all).includes("changed c.md"));
  });

  it("watches a single file and not its neighbours", async () => {
    const folder = await folderWith({ "a.md": "a", "b.md": "b" });
    const notebook = await notebookOn(join(folder, "a.md"));
    const seen: NoteChange[] = [];
    const watch = await watchNotebook(notebook, { onChanges: (more) => seen.push(...more), onError: () => {} });
    onTestFinished(() => watch.close());
    await writeFile(join(folder, "b.md"), "other");
    await link(join(folder, "b.md"), join(folder, "c.md"));
    await writeFile(join(folder, "a.md"), "other");
    await watch.rescan();
    expect(kinds(seen)).toEqual(["changed a.md"]);
  });

  it("says that a notebook is gone, and finds it again when it is back", async () => {
    const { folder, errors, until, watch } = await watched({ "a.md": "a" });
    await rm(folder, { recursive: true });
    await watch.rescan();
    expect(errors.length).toBeGreaterThan(0);
    await mkdir(folder);
    await writeFile(join(folder, "b.md"), "b");
    await watch.rescan();
    await watch.rescan();
    await until((all) => kinds(all).includes("added b.md"));
  });
});
