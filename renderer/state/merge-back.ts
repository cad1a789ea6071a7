import { readAddress } from "#core/draft/address.ts";
import { linkedAddress, mergeBack as mergedBack } from "#core/outline/shape/extract.ts";
import { bridge } from "../bridge.ts";
import { editor } from "./editor.ts";
import { trashNote } from "./note-actions.ts";
import { useNotebook } from "./notebook.ts";
import { notify, notifyFailure } from "./notices.ts";
import { saverOf } from "./saving.ts";
import { type OpenNote, readOpenNote, refAt } from "./shaping.ts";
import { openDialog } from "./ui.ts";

const tell = (message: string, advice: string): void => {
  notify({ kind: "problem", message, advice, buttons: [] });
};

/** The note of this notebook that an address in a note leads to. */
export function noteBehind(path: string, address: string) {
  const read = readAddress(path, address);
  if (read.kind !== "file") return undefined;
  const notes = useNotebook.getState().notes ?? [];
  return notes.find((each) => each.path === read.path) ?? notes.find((each) => each.path === `${read.path}.md`);
}

const nodeHere = (note: OpenNote | null) => note && refAt(note.outline, editor()?.place().head ?? 0);

/** Asks whether the note that the title at the cursor links to comes back beneath it, and its file goes to the trash. */
export async function mergeBack(): Promise<void> {
  const note = await readOpenNote();
  const ref = nodeHere(note);
  const address = note && ref && linkedAddress(note, ref);
  const other = note && address ? noteBehind(note.path, address) : undefined;
  if (!note || !other || other.id === note.id) {
    tell("The title at the cursor links to no other note of this notebook.", "Go to one that does, in the outline.");
    return;
  }
  openDialog({
    kind: "confirm",
    title: `Merge ${other.path} back into this note?`,
    words: "Its text goes beneath the title that links to it, and its file to the trash.",
    button: "Merge back",
    run: () => void merge(other.id),
  });
}

async function merge(id: string): Promise<void> {
  await saverOf(id)?.flush();
  const other = await bridge.readNote({ id });
  if (!other.ok) {
    notifyFailure(other.error);
    return;
  }
  if (other.value.backup !== null) {
    tell(`${other.value.path} has text that is not saved.`, "Open it and save it first.");
    return;
  }
  const note = await readOpenNote();
  const handle = editor();
  const ref = nodeHere(note);
  // What is at the cursor may be another title by now.
  const address = note && ref && linkedAddress(note, ref);
  if (!note || !handle || !ref || !address || noteBehind(note.path, address)?.id !== id) {
    tell("The title at the cursor links to that note no more, so nothing was changed.", "Go to it and try again.");
    return;
  }
  const merged = mergedBack(note, ref, other.value.text);
  if (!merged.ok) {
    notifyFailure(merged.error);
    return;
  }
  handle.applyChanges(merged.value, { addToHistory: true, userEvent: "input.merge" });
  // The other file goes when its text is on the disk in this one, not before.
  if (await saverOf(note.id)?.flush()) await trashNote(id);
  else
    tell(
      `${other.value.path} is still there, because this note could not be saved.`,
      "Save it, then move that one to the trash.",
    );
}
