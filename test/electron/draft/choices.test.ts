import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { DraftForm } from "#core/api.ts";
import { previewDraft } from "../../../electron/drafts.ts";
import { noteIdOf } from "../../../electron/files/notebook.ts";
import { readOutlines } from "../../../electron/terminal/notebook.ts";
import { outlineCommand } from "../../../electron/terminal/outline.ts";
import { folderWith, notebookOn } from "../files/folder.ts";
import { lecternDraft } from "./notebook.ts";

const note = `# Rigging

## Beginner

### Ropes 45 mins

- Bowline
- Reef knot

### Splices 30 mins

- Eye
- Back
`;
const bullets = { version: 1, modules: { form: "bullet", depth: null }, lines: [] };
const notation = (choice: unknown) => JSON.stringify({ version: 1, notes: { "deep/Rigging.md": choice } });
const chosen = () => folderWith({ "deep/Rigging.md": note, ".lectern/notation.json": notation(bullets) });
const now = new Date("2026-11-24T10:00:00Z");

const outline = async (cwd: string) => {
  let stdout = "";
  let stderr = "";
  const code = await outlineCommand(["deep/Rigging.md"], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    cwd,
    now: () => now,
  });
  return { code, stdout, stderr };
};

test("the terminal reads a note as the person chose to have it read", async () => {
  const folder = await chosen();
  expect((await outline(folder)).stdout).toContain("Reef knot");
  expect(await lecternDraft(folder, ["deep/Rigging.md", "--section", "Reef knot"])).toMatchObject({ code: 0 });
  const { notes } = await readOutlines({ root: folder, single: null });
  expect(JSON.stringify(notes)).toContain('"title":"Reef knot"');
  const alone = await readOutlines({ root: join(folder, "deep"), single: "Rigging.md" });
  expect(JSON.stringify(alone.notes)).toContain('"title":"Reef knot"');

  await rm(join(folder, ".lectern"), { recursive: true });
  expect((await outline(folder)).stdout).not.toContain("Reef knot");
  expect(await lecternDraft(folder, ["deep/Rigging.md", "--section", "Reef knot"])).toMatchObject({ code: 2 });
});

test("a draft finds the sections of a note as the person chose to have it read", async () => {
  const folder = await chosen();
  const form: DraftForm = {
    parts: [{ id: noteIdOf("deep/Rigging.md"), section: ["Rigging", "Beginner", "Splices 30 mins", "Back"], line: 13 }],
    target: "markdown",
    fields: {},
    off: [],
  };
  const made = await previewDraft(await notebookOn(folder), form, now);
  expect(made).toMatchObject({ ok: true, value: { title: "Back", lost: [] } });
  await rm(join(folder, ".lectern"), { recursive: true });
  const without = await previewDraft(await notebookOn(folder), form, now);
  expect(without.ok && without.value.lost).toHaveLength(1);
});

test("choices that can't be understood are said, and the note is read as it stands", async () => {
  const folder = await chosen();
  await writeFile(join(folder, ".lectern", "notation.json"), "{");
  const { code, stdout, stderr } = await outline(folder);
  expect(code).toBe(0);
  expect(stdout).toContain("Splices");
  expect(stderr).toContain("notation.json could not be understood");
  const draft = await lecternDraft(folder, ["deep/Rigging.md", "--section", "Ropes"]);
  expect(draft.code).toBe(0);
  expect(draft.stderr).toContain("notation.json could not be understood");
});
