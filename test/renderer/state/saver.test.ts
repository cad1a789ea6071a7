import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { applyChanges, mergeTexts } from "#core/note/merge.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { autosaveDelay, createSaver, retryDelay, type SaveStatus } from "../../../renderer/state/saver.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** A note in a real file, an editor that is a string, and a saver between them. */
function desk(text: string, backup: { text: string; stale: boolean } | null = null) {
  const file = join(folder, "note.md");
  writeFileSync(file, text);
  const desk = {
    file,
    text: backup?.text ?? text,
    backup: null as string | null,
    saves: 0,
    /** What the next saves answer instead of writing. */
    failing: null as Result<never> | null,
    /** Lets a save wait until the test goes on. */
    gate: Promise.resolve() as Promise<unknown>,
    statuses: [] as SaveStatus[],
  };
  const disk = () => readFileSync(file, "utf8");
  const saver = createSaver(
    {
      text: () => desk.text,
      length: () => desk.text.length,
      apply: (changes) => {
        desk.text = applyChanges(desk.text, changes);
        saver.changed();
      },
      save: async (newText, base) => {
        desk.saves++;
        await desk.gate;
        if (desk.failing) return desk.failing;
        if (hashOf(disk()) !== base) return fail("changed-on-disk", "It changed.", "Look.");
        writeFileSync(file, newText);
        return ok({ hash: hashOf(newText), at: desk.saves });
      },
      keep: async () => {
        desk.backup = desk.text;
        return ok(undefined);
      },
      forget: async () => {
        desk.backup = null;
        return ok(undefined);
      },
      read: async () => ok({ text: disk(), hash: hashOf(disk()) }),
      onStatus: (status) => desk.statuses.push(status),
    },
    "note.md",
    { text, hash: hashOf(text) },
    backup?.stale ?? false,
  );
  const type = (newText: string) => {
    desk.text = newText;
    saver.changed();
  };
  const outside = (newText: string) => {
    writeFileSync(file, newText);
    return saver.changedOnDisk({ text: newText, hash: hashOf(newText) });
  };
  return Object.assign(desk, { saver, disk, type, outside });
}

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lectern-saver-"));
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true });
});

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe("saving by itself", () => {
  it("waits until a second after the last key", async () => {
    const { type, disk, saver } = desk("one\n");
    type("one two\n");
    await pass(autosaveDelay - 100);
    type("one two three\n");
    await pass(autosaveDelay - 100);
    expect(disk()).toBe("one\n");
    expect(saver.status().phase).toBe("unsaved");
    await pass(100);
    expect(disk()).toBe("one two three\n");
    expect(saver.status().phase).toBe("saved");
  });

  it("writes nothing when the text comes back to what the disk has", async () => {
    const note = desk("one\n");
    note.type("one two\n");
    note.type("one\n");
    await pass(autosaveDelay * 3);
    expect(note.saves).toBe(0);
    expect(note.saver.status().phase).toBe("saved");
  });

  it("doesn't say saved when something was typed while the disk was busy", async () => {
    const note = desk("one\n");
    let open = () => {};
    note.gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    note.type("two\n");
    await pass(autosaveDelay);
    expect(note.saver.status().phase).toBe("saving");
    note.type("three\n");
    open();
    await pass(0);
    expect(note.disk()).toBe("two\n");
    expect(note.saver.status().phase).toBe("unsaved");
    await pass(autosaveDelay);
    expect(note.disk()).toBe("three\n");
    expect(note.saver.status().phase).toBe("saved");
  });
});

describe("a save that fails", () => {
  it("stays shown, keeps the text in the backup, and is tried again until it succeeds", async () => {
    const note = desk("one\n");
    note.failing = fail("disk-full", "The disk is full.", "Free some space.");
    note.type("two\n");
    await pass(autosaveDelay * 2);
    expect(note.saver.status()).toMatchObject({ phase: "unsaved", failure: { code: "disk-full" } });
    expect(note.backup).toBe("two\n");
    await pass(retryDelay);
    expect(note.saves).toBe(2);
    expect(note.statuses.at(-1)?.failure?.code).toBe("disk-full");
    note.failing = null;
    await pass(retryDelay);
    expect(note.disk()).toBe("two\n");
    expect(note.saver.status()).toMatchObject({ phase: "saved", failure: null });
    expect(note.backup).toBeNull();
  });
});

describe("a change by another program", () => {
  it("comes into a clean editor as it is", async () => {
    const note = desk("one\ntwo\n");
    await note.outside("one\ntwo\nthree\n");
    expect(note.text).toBe("one\ntwo\nthree\n");
    expect(note.saver.status().phase).toBe("saved");
    expect(note.saves).toBe(0);
  });

  it("joins what was typed elsewhere in the note, and is saved with it", async () => {
    const note = desk("one\ntwo\nthree\n");
    note.type("one!\ntwo\nthree\n");
    await note.outside("one\ntwo\nthree\nfour\n");
    expect(note.text).toBe("one!\ntwo\nthree\nfour\n");
    await pass(autosaveDelay);
    expect(note.disk()).toBe("one!\ntwo\nthree\nfour\n");
  });

  it("that is found by the save itself is merged too", async () => {
    const note = desk("one\ntwo\nthree\n");
    note.type("one!\ntwo\nthree\n");
    writeFileSync(note.file, "one\ntwo\nthree\nfour\n");
    await pass(autosaveDelay * 2);
    expect(note.disk()).toBe("one!\ntwo\nthree\nfour\n");
    expect(note.saver.status().phase).toBe("saved");
  });

  it("to the same lines leaves both texts as they are until the person has chosen", async () => {
    const note = desk("one\n");
    note.type("mine\n");
    await note.outside("theirs\n");
    await pass(60_000);
    expect(note.saver.status()).toMatchObject({ phase: "unsaved", conflict: { text: "theirs\n" } });
    expect([note.text, note.disk(), note.backup]).toEqual(["mine\n", "theirs\n", "mine\n"]);
    expect(await note.saver.resolve("mine\ntheirs\n")).toBe(true);
    expect([note.text, note.disk()]).toEqual(["mine\ntheirs\n", "mine\ntheirs\n"]);
    expect(note.saver.status()).toMatchObject({ phase: "saved", conflict: null });
  });

  it("that takes the file away keeps the text, unsaved and said so", async () => {
    const note = desk("one\n");
    await note.saver.changedOnDisk(null);
    expect(note.text).toBe("one\n");
    expect(note.saver.status()).toMatchObject({ phase: "unsaved", failure: { code: "not-found" } });
  });
});

describe("a backup", () => {
  it("is saved when the disk is as it was", async () => {
    const note = desk("one\n", { text: "one and more\n", stale: false });
    expect(note.saver.status().phase).toBe("unsaved");
    await pass(autosaveDelay);
    expect(note.disk()).toBe("one and more\n");
  });

  it("is never written over something newer", async () => {
    const note = desk("newer\n", { text: "one and more\n", stale: true });
    await pass(60_000);
    expect(note.disk()).toBe("newer\n");
    expect(note.saver.status().conflict?.text).toBe("newer\n");
  });
});

it("loses no line that either side wrote, whatever the order of keys, saves and outside writers", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("type" as const), line: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant("outside" as const), line: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant("unseen" as const), line: fc.integer({ min: 0, max: 4 }) }),
    fc.record({ kind: fc.constant("wait" as const), line: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const note = desk("a\n\nb\n\nc\n\nd\n\ne\n");
      const written: string[] = [];
      const edit = (text: string, line: number, word: string) => {
        const lines = text.split("\n");
        lines[line * 2] = `${lines[line * 2]} ${word}`;
        written.push(word);
        return lines.join("\n");
      };
      for (const [index, { kind, line }] of steps.entries()) {
        if (note.saver.status().conflict !== null) break;
        if (kind === "type") note.type(edit(note.text, line, `mine${index}`));
        if (kind === "outside") await note.outside(edit(note.disk(), line, `theirs${index}`));
        if (kind === "unseen") writeFileSync(note.file, edit(note.disk(), line, `theirs${index}`));
        if (kind === "wait") await pass(autosaveDelay);
      }
      // What no save met, the watcher tells in the end.
      await note.saver.changedOnDisk({ text: note.disk(), hash: hashOf(note.disk()) });
      await pass(autosaveDelay * 3);
      const { conflict } = note.saver.status();
      const everything = conflict === null ? note.disk() : note.text + note.disk();
      for (const word of written) expect(everything).toContain(word);
      if (conflict === null) expect(note.disk()).toBe(note.text);
      else expect(mergeTexts(note.saver.base().text, note.disk(), note.text).conflicts).not.toEqual([]);
      note.saver.close();
    }),
    { numRuns: 150 },
  );
});
