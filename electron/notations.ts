import { join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import { readFileAt } from "./files/bytes.ts";
import { Refusal } from "./files/failure.ts";
import { codeOf, nodeFileSystem } from "./files/file-system.ts";
import { makeFolders } from "./files/folders.ts";
import type { Notebook } from "./files/notebook.ts";
import { saveFile } from "./files/save.ts";

/** Where a notebook keeps how the person overruled the reading of its notes. */
const path = ".lectern/notation.json";

/** Larger files of choices, in bytes, are not read. */
const largest = 50_000_000;

const fileSchema = z.object({ version: z.literal(1), notes: z.record(z.string(), z.unknown()) });

/** Path of a note → the person's choice (core/outline/choice.ts). */
export type Notations = Readonly<Record<string, unknown>>;

/** What of a notebook is needed to read in it: the real path of its folder, and the files. */
export interface NotebookFolder {
  readonly root: string;
  readonly services: Pick<Notebook["services"], "fs">;
}

/** Reads the choices of a notebook; one without the file has none. Fails where the file can't be understood. */
export const readNotations = async (notebook: NotebookFolder): Promise<Result<Notations>> => {
  let text: string;
  try {
    const within = await nodeFileSystem.realpath(notebook.root);
    const { bytes } = await readFileAt(nodeFileSystem, join(within, path), path, { limit: largest, within });
    text = Buffer.from(bytes).toString();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return ok({});
    if (error instanceof Refusal) return { ok: false, error: error.failure };
    return fail("io", `${path} could not be read.`, "Look at its permissions.", { file: path });
  }
  try {
    return ok(fileSchema.parse(JSON.parse(text)).notes);
  } catch {
    return fail(
      "bad-input",
      `${path} could not be understood, so notes are read as they stand.`,
      "Mend or remove it.",
      {
        file: path,
      },
    );
  }
};

/** A note was renamed or moved: its choice follows. */
export const moveNotation = async (notebook: Notebook, from: string, to: string): Promise<Result<Notations>> => {
  const read = await readNotations(notebook);
  if (!read.ok || read.value[from] === undefined) return read;
  const { [from]: choice, ...others } = read.value;
  return write(notebook, { ...others, [to]: choice });
};

/** Writes one note's choice; `undefined` or `null` forgets it. Refuses to write over a file that it can't understand. */
export const writeNotation = async (notebook: Notebook, note: string, choice: unknown): Promise<Result<Notations>> => {
  const read = await readNotations(notebook);
  if (!read.ok) return read;
  const { [note]: _old, ...others } = read.value;
  return write(notebook, choice === undefined || choice === null ? others : { ...others, [note]: choice });
};

const write = async (notebook: Notebook, choices: Notations): Promise<Result<Notations>> => {
  const notes = Object.fromEntries(Object.entries(choices).sort(([a], [b]) => (a < b ? -1 : 1)));
  await makeFolders(notebook.services.fs, notebook.root, path);
  const bytes = Buffer.from(`${JSON.stringify({ version: 1, notes }, null, 2)}\n`);
  const saved = await saveFile(join(notebook.root, path), bytes, { base: "any", label: path, within: notebook.root });
  return saved.ok ? ok(notes) : saved;
};
