import { create } from "zustand";
import { type Choice, isEmpty, parseChoice } from "#core/outline/choice.ts";
import { bridge } from "../bridge.ts";
import { notify, notifyFailure } from "./notices.ts";
import { outlinesChanged } from "./outlines.ts";
import { openDialog } from "./ui.ts";

interface NotationsState {
  /** How the person overruled the reading of notes, by the note's path. */
  readonly choices: Readonly<Record<string, Choice>>;
}

/** The choices of `.lectern/notation.json` that this program understands. */
export const useNotations = create<NotationsState>(() => ({ choices: {} }));

/** Reads the choices again. Where they can't be read, that is said, and notes are read as they stand. */
export async function readNotations(): Promise<void> {
  const result = await bridge.readNotations(undefined);
  if (!result.ok) {
    notifyFailure(result.error);
    useNotations.setState({ choices: {} });
    return;
  }
  const choices: Record<string, Choice> = {};
  for (const [path, value] of Object.entries(result.value)) {
    const choice = parseChoice(value);
    if (choice) choices[path] = choice;
  }
  useNotations.setState({ choices });
}

/** How the person overruled the reading of a note; null where they didn't. */
export const choiceFor = (path: string): Choice | null => useNotations.getState().choices[path] ?? null;

/** Keeps a choice for a note; one that changes nothing is forgotten. False, and said, where it could not be written. */
export async function writeNotation(path: string, choice: Choice): Promise<boolean> {
  const result = await bridge.writeNotation({ note: path, choice: isEmpty(choice) ? null : choice });
  if (!result.ok) {
    notifyFailure(result.error);
    return false;
  }
  const { [path]: _old, ...others } = useNotations.getState().choices;
  useNotations.setState({ choices: isEmpty(choice) ? others : { ...others, [path]: choice } });
  outlinesChanged();
  return true;
}

const said = new Set<string>();

/** Tells what the person should know of their choice for a note, each sentence once. */
export function tellOfReading(path: string, sentences: readonly string[]): void {
  for (const message of sentences) {
    const key = `${path}\n${message}`;
    if (said.has(key)) continue;
    said.add(key);
    notify({
      kind: "news",
      message: `${path}: ${message}`,
      advice: null,
      buttons: [{ label: "How it was read", run: () => openDialog({ kind: "notation" }) }],
    });
  }
}
