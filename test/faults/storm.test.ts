import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { NoteChange } from "../../electron/files/note-changes.ts";
import { noteIdOf } from "../../electron/files/notebook.ts";
import { readNote, saveNote } from "../../electron/files/notes.ts";
import { watchNotebook } from "../../electron/files/watch.ts";
import { folderWith, notebookOn } from "../electron/files/folder.ts";
import { report, times } from "./figures.ts";

describe("a storm of changes", () => {
  it("is caught up with within 5 seconds, and no save of ours looks like another program's", async () => {
    const count = times(1_000, 20_000);
    const folder = await folderWith({ "own.md": "0" });
    const pathOf = (number: number) => `d${number % 50}/${number}.md`;
    for (let number = 0; number < 50; number++) mkdirSync(join(folder, `d${number}`));
    for (let number = 0; number < count; number++) writeFileSync(join(folder, pathOf(number)), `# ${number}\n`);
    const notebook = await notebookOn(folder);
    // What the changes make of the list.
    const told = new Set(notebook.entries().map((entry) => entry.path));
    const changes: NoteChange[] = [];
    let wake = () => {};
    const watch = await watchNotebook(notebook, {
      onChanges: (more) => {
        changes.push(...more);
        for (const change of more) {
          if (change.kind === "moved") told.delete(change.from);
          if (change.kind === "removed") told.delete(change.path);
          else told.add(change.path);
        }
        wake();
      },
      onError: (error) => {
        throw error;
      },
    });

    let own = await readNote(notebook, noteIdOf("own.md"));
    if (!own.ok) throw new Error(own.error.message);
    watch.seen("own.md", own.value.hash);
    let saves = 0;
    const saveOwn = async () => {
      if (!own.ok) throw new Error(own.error.message);
      const { hash: base, form } = own.value;
      const saved = await saveNote(notebook, noteIdOf("own.md"), { text: String(++saves), form, base });
      if (!saved.ok) throw new Error(saved.error.message);
      own = { ok: true, value: { ...own.value, hash: saved.value.hash } };
    };

    const expected = new Set(told);
    for (let number = 0; number < count; number++) {
      const path = pathOf(number);
      expected.delete(path);
      if (number % 7 === 0) rmSync(join(folder, path));
      else if (number % 3 === 0) {
        renameSync(join(folder, path), join(folder, `d${(number + 1) % 50}/moved ${number}.md`));
        expected.add(`d${(number + 1) % 50}/moved ${number}.md`);
      } else {
        writeFileSync(join(folder, path), `# changed ${number}\n`);
        expected.add(path);
      }
      if (number % 500 === 0) await saveOwn();
    }
    renameSync(join(folder, "d0"), join(folder, "whole folder"));
    for (const path of [...expected].filter((each) => each.startsWith("d0/"))) {
      expected.delete(path);
      expected.add(path.replace("d0/", "whole folder/"));
    }
    const end = performance.now();
    await saveOwn();

    const isCaughtUp = () => told.size === expected.size && [...expected].every((path) => told.has(path));
    while (!isCaughtUp()) await new Promise<void>((resolve) => (wake = resolve));
    const seconds = (performance.now() - end) / 1000;
    await watch.settled();
    await watch.close();
    const prompts = changes.filter((change) => change.path === "own.md").length;
    const moved = changes.filter((change) => change.kind === "moved").length;
    report("storm", { files: count, "seconds to catch up": seconds.toFixed(1), "own saves": saves, prompts, moved });
    expect(seconds).toBeLessThan(5);
    expect(prompts).toBe(0);
    expect(notebook.entries().map((entry) => entry.path)).toEqual([...expected].sort());
  });
});
