import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { moveNotation, readNotations, writeNotation } from "../../electron/notations.ts";
import { folderWith, notebookOn } from "./files/folder.ts";

const choice = { version: 1, modules: { form: "bullet", depth: null }, lines: [] };

test("a choice is kept beside the notes, follows its note, and is forgotten on request", async () => {
  const folder = await folderWith({ "a.md": "# A\n" });
  const notebook = await notebookOn(folder);
  expect(await readNotations(notebook)).toEqual({ ok: true, value: {} });
  expect(await writeNotation(notebook, "b.md", choice)).toMatchObject({ ok: true });
  expect(await writeNotation(notebook, "a.md", choice)).toMatchObject({ ok: true });
  const file = join(folder, ".lectern", "notation.json");
  expect(JSON.parse(await readFile(file, "utf8"))).toEqual({ version: 1, notes: { "a.md": choice, "b.md": choice } });
  await moveNotation(notebook, "a.md", "deep/c.md");
  expect(await readNotations(notebook)).toEqual({ ok: true, value: { "b.md": choice, "deep/c.md": choice } });
  await writeNotation(notebook, "b.md", null);
  await writeNotation(notebook, "deep/c.md", null);
  expect(await readNotations(notebook)).toEqual({ ok: true, value: {} });
});

test("a note without a choice moves without a file being made", async () => {
  const notebook = await notebookOn(await folderWith({ "a.md": "# A\n" }));
  expect(await moveNotation(notebook, "a.md", "b.md")).toEqual({ ok: true, value: {} });
  await expect(readFile(join(notebook.root, ".lectern", "notation.json"))).rejects.toThrow("ENOENT");
});

test("a file that can't be understood is said and never written over", async () => {
  const folder = await folderWith({ "a.md": "# A\n", ".lectern/notation.json": "{ torn" });
  const notebook = await notebookOn(folder);
  for (const result of [
    await readNotations(notebook),
    await writeNotation(notebook, "a.md", choice),
    await moveNotation(notebook, "a.md", "b.md"),
  ])
    expect(result).toMatchObject({ ok: false, error: { code: "bad-input", file: ".lectern/notation.json" } });
  const file = join(folder, ".lectern", "notation.json");
  expect(await readFile(file, "utf8")).toBe("{ torn");
  await writeFile(file, "");
  expect(await readNotations(notebook)).toMatchObject({ ok: false });
});
