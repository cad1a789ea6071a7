import { existsSync, statSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { decode } from "#core/note/text.ts";
import type { Choice } from "#core/outline/choice.ts";
import { recognise } from "#core/outline/recognise.ts";
import type { NoteOutline } from "#core/time/places.ts";
import { type Choices, readChoices } from "../choices.ts";
import { failureOf } from "../files/failure.ts";
import { nodeFileSystem } from "../files/file-system.ts";
import { scanFolder } from "../files/scan.ts";

/** A reason to end a command: the exit code and one sentence. */
export class Ending extends Error {
  readonly code: 1 | 2 | 3;
  constructor(code: 1 | 2 | 3, message: string) {
    super(message);
    this.code = code;
  }
}

/** A notebook as the terminal names it. */
export interface TerminalNotebook {
  /** Absolute path of its folder. */
  readonly root: string;
  /** Path of the only note that counts, inside the notebook with `/`; null for all. */
  readonly single: string | null;
}

/**
 * The notebook that a path means: a folder itself; for a file the nearest folder above it that has a time log, else the
 * folder that it lies in. Throws an Ending where nothing is there.
 */
export const notebookAt = (cwd: string, path: string): TerminalNotebook => {
  const full = resolve(cwd, path);
  let isFile: boolean;
  try {
    isFile = statSync(full).isFile();
  } catch (error) {
    throw new Ending(3, failureOf(error, "opened", path).message);
  }
  if (!isFile) return { root: full, single: null };
  const root = withLog(dirname(full)) ?? dirname(full);
  return { root, single: relative(root, full).split(sep).join("/") };
};

/** The nearest folder from `folder` upwards that has a time log; null where none has. */
export const withLog = (folder: string): string | null => above(folder, "time.jsonl");

const above = (folder: string, name: string): string | null => {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".lectern", name))) return at;
    if (dirname(at) === at) return null;
  }
};

/** The choices of the notebook in a folder (absolute path). */
const choicesOf = async (root: string): Promise<Choices> =>
  readChoices({ root: await realpath(root), services: { fs: nodeFileSystem } });

/** How the person overruled the reading of a file (absolute path), and why that is not known where it can't be read. */
export const readChoice = async (file: string): Promise<{ choice: Choice | undefined; problem: string | null }> => {
  const root = above(dirname(file), "notation.json");
  if (root === null) return { choice: undefined, problem: null };
  const { byPath, problem } = await choicesOf(root);
  return { choice: byPath.get(relative(root, file).split(sep).join("/")), problem };
};

/** The outline of one note, as the person chose to have it read. Throws an Ending where the note cannot be read. */
export const readOutline = async (root: string, note: string): Promise<NoteOutline> =>
  outlineOf(root, note, (await readChoice(join(root, note))).choice);

const outlineOf = async (root: string, note: string, choice: Choice | undefined): Promise<NoteOutline> => {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(join(root, note));
  } catch (error) {
    throw new Ending(3, failureOf(error, "read", note).message);
  }
  const decoded = decode(bytes, note);
  if (decoded.kind !== "text") throw new Ending(3, `${decoded.error.message} ${decoded.error.action}`);
  return { note, outline: recognise(decoded.text, choice) };
};

/** The outlines of a notebook's notes, by path. What cannot be read is left out and said in `skipped`. */
export const readOutlines = async ({
  root,
  single,
}: TerminalNotebook): Promise<{ notes: NoteOutline[]; skipped: string[] }> => {
  if (single !== null) {
    const { choice, problem } = await readChoice(join(root, single));
    return { notes: [await outlineOf(root, single, choice)], skipped: problem === null ? [] : [problem] };
  }
  const scan = await scanFolder(nodeFileSystem, root).catch((error: unknown) => {
    throw new Ending(3, failureOf(error, "listed", root).message);
  });
  const notes: NoteOutline[] = [];
  const { byPath, problem } = await choicesOf(root);
  const skipped = [...(problem === null ? [] : [problem]), ...scan.skipped.map(({ why }) => why)];
  for (const { path, outside } of scan.notes) {
    if (outside) continue;
    try {
      notes.push(await outlineOf(root, path, byPath.get(path)));
    } catch (error) {
      if (!(error instanceof Ending)) throw error;
      skipped.push(error.message);
    }
  }
  return { notes, skipped };
};
