import { readdirSync } from "node:fs";
import { join } from "node:path";
import { noteIdOf } from "../../electron/files/notebook.ts";
import { windowOn } from "./window.ts";

// A program of its own, so that it can be watched from outside: does with a notebook what a person would.
const [, , folder = "", data = ""] = process.argv;
const window = await windowOn(folder, data);
const id = noteIdOf("a.md");
const draft = { parts: [{ id, section: null, line: null }], target: "hugo", fields: {}, off: [] };
const listed = await window.ask("listNotes", undefined);
const read = await window.ask("readNote", { id });
if (!listed.ok || !read.ok) throw new Error("The notebook could not be opened.");
const { hash } = read.value as { hash: string };
const answers = [
  await window.ask("readOutlines", undefined),
  await window.ask("listDrafts", undefined),
  await window.ask("readNotations", undefined),
  await window.ask("readTime", undefined),
  await window.ask("previewDraft", { draft }),
  await window.ask("noteImage", { id, href: "pipe.png" }),
  await window.ask("saveNote", { id, sent: { revision: 1, text: "# A\n\nchanged\n" }, base: hash }),
  await window.ask("createNote", { path: "new.md", text: "x" }),
  await window.ask("saveDraft", { name: "mine", draft }),
  await window.ask("trashDraft", { name: "out" }),
  await window.ask("saveDraft", { name: "pipe", draft }),
];
for (const name of readdirSync(folder))
  if (name.endsWith(".md")) answers.push(await window.ask("readNote", { id: noteIdOf(name) }));
await window.close();
process.stdout.write(JSON.stringify({ listed, answers, trashed: window.trashed, data: join(data, "errors.log") }));
