import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { decode, encode } from "#core/note/text.ts";
import { noteIdOf } from "../../electron/files/notebook.ts";
import { readNote, readNoteAs, saveNote } from "../../electron/files/notes.ts";
import { folderWith, notebookOn } from "../electron/files/folder.ts";
import { report, times } from "./figures.ts";
import { binary, nastyTexts, undecodable } from "./nasty-set.ts";

const counts = { "nasty files": 0, "byte-identical": 0, "random byte strings": 0, "of them text": 0 };
afterAll(() => report("bytes", counts));

const id = noteIdOf("a.md");

async function noteWith(bytes: Uint8Array) {
  const folder = await folderWith({ "a.md": bytes });
  const notebook = await notebookOn(folder);
  const open = async () => {
    const read = await readNote(notebook, id);
    if (!read.ok) throw new Error(read.error.message);
    return read.value;
  };
  const save = async (text: string) => {
    const { form, hash: base } = await open();
    return saveNote(notebook, id, { text, form, base });
  };
  return { notebook, open, save, disk: () => readFile(join(folder, "a.md")) };
}

describe("the nasty set", () => {
  it.each(Object.entries(nastyTexts))("%s: opened and saved it is the same, to the last byte", async (_, bytes) => {
    const { open, save, disk } = await noteWith(bytes);
    const { text, readOnly } = await open();
    expect(readOnly).toBeNull();
    counts["nasty files"]++;
    expect(await save(text)).toMatchObject({ ok: true });
    expect(Buffer.compare(await disk(), bytes)).toBe(0);
    // One character typed in the middle, between two characters, and taken back.
    const middle = Math.floor(text.length / 2);
    const at = /[\udc00-\udfff]/.test(text[middle] ?? "") ? middle + 1 : middle;
    expect(await save(`${text.slice(0, at)}x${text.slice(at)}`)).toMatchObject({ ok: true });
    const typed = await open();
    expect(typed.text.slice(0, at) + typed.text.slice(at + 1) === text).toBe(true);
    expect((await disk()).length - bytes.length).toBe(typed.form.encoding === "utf-8" ? 1 : 2);
    expect(await save(text)).toMatchObject({ ok: true });
    expect(Buffer.compare(await disk(), bytes)).toBe(0);
    counts["byte-identical"]++;
  });

  it.each(Object.entries(undecodable))("%s: shown for reading only, until an encoding is chosen", async (_, bytes) => {
    const { open, notebook, disk } = await noteWith(bytes);
    const read = await open();
    expect(read.readOnly).toMatchObject({ code: "not-text" });
    const chosen = await readNoteAs(notebook, id, "windows-1252");
    if (chosen.ok) {
      const { text, form, hash: base, readOnly } = chosen.value;
      expect(readOnly).toBeNull();
      expect(await saveNote(notebook, id, { text, form, base })).toMatchObject({ ok: true });
    } else expect(chosen.error.code).toBe("not-text");
    expect(Buffer.compare(await disk(), bytes)).toBe(0);
  });

  it.each(Object.entries(binary))("%s: refused with a sentence", async (_, bytes) => {
    const { notebook } = await noteWith(bytes);
    expect(await readNote(notebook, id)).toMatchObject({
      ok: false,
      error: { code: "not-text", message: "a.md is not a text file." },
    });
  });
});

describe("random bytes", () => {
  /** Any bytes, or pieces of text in which a few bytes were broken. */
  const random = (): Uint8Array => {
    const bytes = randomBytes(Math.floor(Math.random() * 60));
    if (Math.random() < 0.3) return bytes;
    const pieces = ["a", "é", "日本", "😀", "\r\n", "\n", "\r", "\ufeff", "\u2028", "- 45 min"];
    const text = Array.from(bytes, (byte) => pieces[byte % pieces.length]).join("");
    const result = Buffer.from(text, Math.random() < 0.3 ? "utf16le" : "utf8");
    if (Math.random() < 0.3 && result.length > 0) result[(bytes[0] ?? 0) % result.length] = 0xff;
    return Math.random() < 0.2 ? Buffer.concat([Buffer.from([0xff, 0xfe]), result]) : result;
  };

  it("what is taken for text comes back the same; what is not is never written", () => {
    for (let count = times(10_000, 100_000); count > 0; count--) {
      const bytes = random();
      counts["random byte strings"]++;
      const read = decode(bytes, "a.md");
      if (read.kind !== "text") continue;
      counts["of them text"]++;
      const back = encode(read.text, read.form, "a.md");
      if (!back.ok || Buffer.compare(back.value, bytes) !== 0)
        expect.fail(`not the same: ${Buffer.from(bytes).toString("hex")}`);
    }
    expect(counts["of them text"]).toBeGreaterThan(counts["random byte strings"] / 4);
  });

  it("on disk as well", async () => {
    const folder = await folderWith({ "a.md": "" });
    const notebook = await notebookOn(folder);
    for (let count = times(200, 10_000); count > 0; count--) {
      const bytes = random();
      await writeFile(join(folder, "a.md"), bytes);
      const read = await readNote(notebook, id);
      if (!read.ok || read.value.readOnly) continue;
      const { text, form, hash: base } = read.value;
      expect(await saveNote(notebook, id, { text, form, base })).toMatchObject({ ok: true });
      expect(Buffer.compare(await readFile(join(folder, "a.md")), bytes)).toBe(0);
    }
  });
});
