import { randomUUID } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { applyChanges, mergeTexts } from "#core/note/merge.ts";
import type { FileSystem } from "../../electron/files/file-system.ts";
import { type Notebook, noteIdOf, openNotebook } from "../../electron/files/notebook.ts";
import { type NoteContent, readNote, saveNote } from "../../electron/files/notes.ts";
import { openVersions, type Versions } from "../../electron/files/versions.ts";
import { folderWith } from "../electron/files/folder.ts";
import { faultyFileSystem } from "./faulty-file-system.ts";
import { report, times } from "./figures.ts";

const id = noteIdOf("a.md");
const pick = (most: number) => Math.floor(Math.random() * most);

/** A line that nobody else writes, put at a random place. */
function withNewLine(text: string, written: string[]): string {
  const line = `${randomUUID().slice(0, 8)} by ${written.length}`;
  written.push(line);
  const lines = text.split("\n");
  lines.splice(pick(lines.length), 0, line);
  return lines.join("\n");
}

/** What a window does with one note: types, saves, merges what changed on disk, shows what cannot be merged. */
class Window {
  text = "";
  base: NoteContent | null = null;
  /** Texts of the other side, shown beside the editor. */
  readonly shown: string[] = [];
  readonly notebook: Notebook;
  readonly versions: Versions;

  constructor(notebook: Notebook, versions: Versions) {
    this.notebook = notebook;
    this.versions = versions;
  }

  async open(): Promise<void> {
    this.base = await this.read();
    this.text = this.base.text;
  }

  /** One try; where the note has changed on disk it merges, and the next try saves. */
  async save(): Promise<boolean> {
    if (!this.base) return false;
    const { text } = this;
    const saved = await saveNote(this.notebook, id, { text, form: this.base.form, base: this.base.hash });
    if (saved.ok) {
      await this.versions.add(saved.value.path, saved.value.bytes, Date.now());
      this.base = { ...this.base, text, hash: saved.value.hash };
      return this.text === text;
    }
    expect(["changed-on-disk", "not-found"]).toContain(saved.error.code);
    await this.merge();
    return false;
  }

  async merge(): Promise<void> {
    const disk = await this.read();
    const { changes, conflicts } = mergeTexts(this.base?.text ?? "", disk.text, this.text);
    for (const conflict of conflicts) this.shown.push(conflict.disk);
    // What the disk no longer has stays in the versions, and what the editor loses here in its undo history.
    this.text = applyChanges(this.text, changes);
    this.base = disk;
  }

  async read(): Promise<NoteContent> {
    const read = await readNote(this.notebook, id);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  }
}

/** Another program: puts a line into the file as it is at that moment, in place or by a rename. */
function writeOutside(file: string, written: string[]): void {
  const text = withNewLine(readFileSync(file, "utf8"), written);
  const inPlace = Math.random() < 0.5;
  writeFileSync(inPlace ? file : `${file}.other`, text);
  if (!inPlace) renameSync(`${file}.other`, file);
}

/**
 * Before every system call of a save but the last the other program may write. Between the last look at the file and
 * the rename that follows it there is a moment in which no program can notice another: docs/safety.md says so.
 */
function interrupted(outside: () => void, chance: number): FileSystem {
  return faultyFileSystem(({ name }) => {
    if (name !== "rename" && name !== "link" && Math.random() < chance) outside();
    return null;
  });
}

async function interleave(): Promise<{ written: string[]; lost: string[] }> {
  const folder = await folderWith({ "a.md": "first\nsecond\nthird\n" });
  const file = join(folder, "a.md");
  const versions = openVersions(await folderWith());
  const written: string[] = [];
  const outside = () => writeOutside(file, written);
  const windows: Window[] = [];
  for (let number = 0; number < 2; number++) {
    const fs = interrupted(outside, 0.03);
    const opened = await openNotebook(folder, { rescue: folder, trash: async () => {}, fs });
    if (!opened.ok) throw new Error(opened.error.message);
    await opened.value.list();
    const window = new Window(opened.value, versions);
    await window.open();
    windows.push(window);
  }
  const work = async (window: Window) => {
    for (let step = 0; step < 6; step++) {
      const what = pick(4);
      if (what < 2) window.text = withNewLine(window.text, written);
      else if (what === 2) await window.save();
      else outside();
    }
  };
  await Promise.all(windows.map(work));
  // The program stays open until everything is saved, as Lectern does.
  for (const window of windows) for (let tries = 0; tries < 50 && !(await window.save()); tries++);
  const last = windows.map((window) => window.text);
  const kept = await versions.list(file);
  const texts = [readFileSync(file, "utf8"), ...last, ...windows.flatMap((window) => window.shown)];
  for (const { version } of kept.ok ? kept.value : []) {
    const read = await versions.read(file, version);
    if (read.ok) texts.push(Buffer.from(read.value).toString());
  }
  return { written, lost: written.filter((line) => !texts.some((text) => text.includes(line))) };
}

describe("two windows and another program on one note", () => {
  it("leave every text recoverable: on disk, in a window, beside it, or among the versions", async () => {
    const interleavings = times(100, 1_000);
    let written = 0;
    const lost: string[] = [];
    for (let run = 0; run < interleavings; run++) {
      const result = await interleave();
      written += result.written.length;
      lost.push(...result.lost);
    }
    report("other writers", { interleavings, "texts written": written, "texts lost": lost.length });
    expect(lost).toEqual([]);
  });
});
