import { bridge } from "../bridge.ts";
import { editor } from "./editor.ts";
import { useNote } from "./note.ts";
import { listNotes, noteEntry } from "./notebook.ts";
import { notify, notifyFailure } from "./notices.ts";
import { closeNote, noteMoved, openNote } from "./opening.ts";
import { forget, heldText, saverOf } from "./saving.ts";

/** Asks where to put a copy of the note's text as it is in the window, and puts it there. */
export async function saveCopy(id: string): Promise<void> {
  const shown = useNote.getState().note?.id === id ? editor()?.getText() : null;
  const text = heldText(id) ?? shown ?? null;
  if (text === null) return;
  const result = await bridge.saveNoteCopy({ id, text });
  if (!result.ok) notifyFailure(result.error);
  else notify({ kind: "news", message: `A copy was saved as ${result.value.path}.`, advice: null, buttons: [] });
}

/** Gives up the text of a note whose file is gone. */
export async function giveUp(id: string): Promise<void> {
  const base = saverOf(id)?.base().hash;
  forget(id);
  if (useNote.getState().note?.id === id) closeNote();
  if (base !== undefined) await bridge.backupNote({ id, sent: null, base });
}

/** Adds the ending that makes a file a note. */
export const withEnding = (path: string): string => (/\.(?:md|markdown)$/i.test(path) ? path : `${path}.md`);

/** Makes a note and opens it. Returns the sentence that says why not, or null. */
export async function createNote(path: string): Promise<string | null> {
  const title =
    path
      .split("/")
      .at(-1)
      ?.replace(/\.(?:md|markdown)$/i, "") ?? path;
  const result = await bridge.createNote({ path: withEnding(path), text: `# ${title}\n\n` });
  if (!result.ok) return `${result.error.message} ${result.error.action}`;
  await listNotes();
  await openNote(result.value.id, title.length + 4);
  return null;
}

/** Renames or moves a note. Returns the sentence that says why not, or null. */
export async function renameNote(id: string, path: string): Promise<string | null> {
  await saverOf(id)?.flush();
  const result = await bridge.renameNote({ id, path: withEnding(path) });
  if (!result.ok) return `${result.error.message} ${result.error.action}`;
  noteMoved(id, result.value);
  await listNotes();
  return null;
}

/** Moves a note to the system's trash. */
export async function trashNote(id: string): Promise<void> {
  const name = noteEntry(id)?.path ?? "The note";
  await saverOf(id)?.flush();
  const result = await bridge.trashNote({ id });
  if (!result.ok) {
    notifyFailure(result.error);
    return;
  }
  forget(id);
  if (useNote.getState().note?.id === id) closeNote();
  notify({ kind: "news", message: `${name} is in the trash.`, advice: null, buttons: [] });
  await listNotes();
}
