import { type Choice, parseChoice } from "#core/outline/choice.ts";
import { type NotebookFolder, readNotations } from "./notations.ts";

/** How a notebook's person overruled the reading of its notes. */
export interface Choices {
  /** The choices that this program understands, by the note's path inside the notebook. */
  readonly byPath: ReadonlyMap<string, Choice>;
  /** Why there are none although the notebook has the file, as sentences; null else. */
  readonly problem: string | null;
}

/** Reads `.lectern/notation.json`. Where it can't be understood, notes are read as they stand, and `problem` says so. */
export const readChoices = async (notebook: NotebookFolder): Promise<Choices> => {
  const read = await readNotations(notebook);
  if (!read.ok) return { byPath: new Map(), problem: `${read.error.message} ${read.error.action}` };
  const understood = Object.entries(read.value).flatMap(([path, value]) => {
    const choice = parseChoice(value);
    return choice ? [[path, choice] as const] : [];
  });
  return { byPath: new Map(understood), problem: null };
};
