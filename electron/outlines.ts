import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { NoteEntry, NoteOutline } from "#core/api.ts";
import { type Choice, parseChoice } from "#core/outline/choice.ts";
import { recognise } from "#core/outline/recognise.ts";
import type { Outline } from "#core/outline/tree.ts";
import type { Log } from "./answer.ts";
import { hashOf } from "./files/hash.ts";
import type { Notebook } from "./files/notebook.ts";
import { readNote } from "./files/notes.ts";
import { saveFile } from "./files/save.ts";

import type { Notations } from "./notations.ts";

/** To be raised when the recogniser reads notes in another way: what older ones made of them is then forgotten. */
const recogniserVersion = 1;

interface Cached {
  readonly bytes: number;
  readonly modified: number;
  readonly outline: Outline;
}

/** The outlines of a notebook's notes, read in the background and kept for the next time. */
export interface Outlines {
  /**
   * The outlines of these notes, in their order; notes that can't be read are left out. `choices` are how the person
   * overruled the reading, by path. `progress` counts notes.
   */
  readonly of: (
    notes: readonly NoteEntry[],
    choices: Notations,
    progress: (done: number) => void,
  ) => Promise<NoteOutline[]>;
}

/** How the outlines of one notebook are read and kept. */
export interface OutlineOptions {
  /** Folder in the app's own data for what was recognised. */
  readonly cacheFolder: string;
  /** Names the notebook. */
  readonly key: string;
  readonly log: Log;
}

/** So many notes are read from the disk at a time; each is recognised in one go, in well under a frame. */
const atOnce = 8;

/** Reads what was kept of earlier times at the first use. */
export const readOutlines = (notebook: Notebook, options: OutlineOptions): Outlines => {
  const file = join(options.cacheFolder, `${hashOf(options.key).slice(0, 20)}.json`);
  let kept: Promise<Map<string, Cached>> | null = null;

  const load = async (): Promise<Map<string, Cached>> => {
    try {
      const value = JSON.parse(await readFile(file, "utf8")) as { version: number; notes: [string, Cached][] };
      return new Map(value.version === recogniserVersion ? value.notes : []);
    } catch (error) {
      // It is only a cache: whatever is wrong with it, the notes themselves say it all.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") options.log(error, "the kept outlines");
      return new Map();
    }
  };

  const keep = async (known: ReadonlyMap<string, Cached>) => {
    await mkdir(dirname(file), { recursive: true });
    const bytes = Buffer.from(JSON.stringify({ version: recogniserVersion, notes: [...known] }));
    const saved = await saveFile(file, bytes, { base: "any" });
    if (!saved.ok) options.log(new Error(saved.error.message), "keeping the outlines");
  };

  const outlineOf = async (entry: NoteEntry, choice: Choice | null, known: Map<string, Cached>) => {
    const before = known.get(entry.path);
    if (choice === null && before?.bytes === entry.bytes && before.modified === entry.modified) return before.outline;
    const read = await readNote(notebook, entry.id);
    if (!read.ok) return null;
    const outline = recognise(read.value.text, choice ?? undefined);
    if (choice === null) known.set(entry.path, { bytes: entry.bytes, modified: entry.modified, outline });
    return outline;
  };

  return {
    of: async (notes, choices, progress) => {
      kept ??= load();
      const known = await kept;
      const before = known.size;
      const outlines: (Outline | null)[] = [];
      let next = 0;
      let done = 0;
      let fresh = false;
      const reader = async () => {
        for (let at = next++; at < notes.length; at = next++) {
          const entry = notes[at];
          if (!entry || entry.outside) continue;
          const had = known.get(entry.path);
          outlines[at] = await outlineOf(entry, parseChoice(choices[entry.path]), known);
          if (known.get(entry.path) !== had) {
            fresh = true;
            // Other work of the main process goes first.
            await new Promise(setImmediate);
          }
          progress(++done);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, reader));
      const paths = new Set(notes.map((entry) => entry.path));
      for (const path of known.keys()) if (!paths.has(path)) known.delete(path);
      if (fresh || known.size !== before) await keep(known);
      return notes.flatMap((entry, at) => {
        const outline = outlines[at];
        return outline ? [{ id: entry.id, path: entry.path, outline }] : [];
      });
    },
  };
};
