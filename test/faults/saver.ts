import { writeSync } from "node:fs";
import { link, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBackups } from "../../electron/files/backup.ts";
import { hashOf } from "../../electron/files/hash.ts";
import { saveFile } from "../../electron/files/save.ts";
import { appendToTimeLog } from "../../electron/files/time-log.ts";
import { numbered } from "./numbered.ts";

// A program of its own, to be killed at any moment: works without end and tells what has been acknowledged.
const [, , kind = "", folder = "", rescue = ""] = process.argv;
const acknowledge = (number: number) => writeSync(1, `${number}\n`);

const save = async (path: string, number: number, base: string | null) => {
  const bytes = Buffer.from(numbered(number));
  const saved = await saveFile(path, bytes, { base, rescue });
  if (!saved.ok) throw new Error(saved.error.message);
  acknowledge(number);
  return saved.value.hash;
};

const works: Record<string, () => Promise<void>> = {
  async save() {
    let base = hashOf(await readFile(join(folder, "a.md")));
    for (let number = 1; ; number++) base = await save(join(folder, "a.md"), number, base);
  },
  async "in place"() {
    await link(join(folder, "a.md"), join(folder, "same.md"));
    await works.save?.();
  },
  async create() {
    for (let number = 1; ; number++) await save(join(folder, `${number}.md`), number, null);
  },
  // What every editor does that has no recipe: the test must be able to see the difference.
  async careless() {
    for (let number = 1; ; number++) {
      await writeFile(join(folder, "a.md"), numbered(number));
      acknowledge(number);
    }
  },
  async time() {
    const at = "2026-11-24T09:00:00+00:00";
    for (let number = 1; ; number++) {
      const done = await appendToTimeLog(folder, [{ v: 1, type: "stop", id: String(number), at, end: at }]);
      if (!done.ok) throw new Error(done.error.message);
      acknowledge(number);
    }
  },
  /** A key every 5 ms; once a second all of it is kept. Tells of every key. */
  async type() {
    const backups = openBackups(rescue);
    let text = "";
    let pace: Promise<unknown> = Promise.resolve();
    setInterval(() => {
      text += "x";
      acknowledge(text.length);
    }, 5);
    setInterval(() => {
      for (const path of [join(folder, "a.md"), "untitled:1"])
        pace = pace.then(() => backups.keep({ path, text, base: path.startsWith("untitled") ? null : "0", at: 1 }));
    }, 900);
  },
};

await works[kind]?.();
