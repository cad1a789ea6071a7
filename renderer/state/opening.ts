import type { Note, NoteEntry } from "#core/api.ts";
import type { Result } from "#core/result.ts";
import { bridge } from "../bridge.ts";
import type { EditorHandle } from "../editor/note-editor.tsx";
import { countWordsSoon, editor, setEditor } from "./editor.ts";
import { choiceFor, readNotations } from "./notation.ts";
import { beginningOf, layReady, useNote } from "./note.ts";
import { notify } from "./notices.ts";
import { clearOutline, readOutline } from "./outline.ts";
import { editorHolds, holdAs, holdNote, letGo, unsavedNote } from "./saving.ts";

/** Where to go once the note is in the editor. */
let destination: number | null = null;
let asked = 0;

/** Shows a note, at an offset or where the person left it. Asking for another one before it is there wins. */
export async function openNote(id: string, offset: number | null = null): Promise<void> {
  const { note } = useNote.getState();
  if (note?.id === id) {
    asked++;
    useNote.setState({ opening: null, failure: null });
    if (offset !== null) editor()?.goTo(offset);
    else editor()?.focus();
    return;
  }
  const turn = ++asked;
  useNote.setState({ opening: id });
  const result = await read(bridge.readNote({ id }));
  if (turn === asked) show(id, result, id, offset);
}

/** Reads a note again that is open for reading only, or could not be opened, and has changed on disk. */
export async function readAgain(id: string): Promise<void> {
  const turn = ++asked;
  const result = await read(bridge.readNote({ id }));
  if (turn === asked) show(id, result, id, null);
}

/** Reads the open note again in the encoding that the person chose. */
export async function openNoteAs(id: string, encoding: string): Promise<void> {
  const turn = ++asked;
  const result = await read(bridge.readNoteAs({ id, encoding }));
  if (turn === asked) show(id, result, `${id} ${encoding}`, null);
}

/** A note, with the choices known by which its outline is read. */
async function read(note: Promise<Result<Note>>): Promise<Result<Note>> {
  const [result] = await Promise.all([note, readNotations()]);
  return result;
}

function show(id: string, result: Result<Note>, key: string, offset: number | null): void {
  leaveNote();
  if (!result.ok) {
    const kept = unsavedNote(id);
    if (kept === null) closeNote({ ...result.error, id });
    else {
      const { text, ...note } = kept;
      layReady(kept.key, { text, place: null, readOnly: false });
      destination = offset;
      readOutline(kept.key, text, 0, choiceFor(kept.path));
      useNote.setState({ note: { id, readOnly: null, ...note }, opening: null, failure: null });
    }
    return;
  }
  const { path, form, readOnly, place, backup } = result.value;
  const text = readOnly === null ? holdNote(result.value, key) : result.value.text;
  layReady(key, { text, place, readOnly: readOnly !== null });
  destination = offset;
  if (backup !== null && !backup.stale) tellOfBackup(path, backup.at);
  readOutline(key, text, place?.head ?? 0, choiceFor(path));
  useNote.setState({ note: { id, key, path, form, readOnly }, opening: null, failure: null });
}

/** Shows no note, and why the one that was asked for is not shown. */
export function closeNote(failure: ReturnType<typeof useNote.getState>["failure"] = null): void {
  setEditor(null);
  clearOutline();
  useNote.setState({ note: null, opening: null, failure });
}

function tellOfBackup(path: string, at: number): void {
  const when = new Date(at).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
  notify({
    kind: "news",
    message: `Text of ${path} that had not been saved was brought back.`,
    advice: `It is from ${when}.`,
    buttons: [],
  });
}

/** A note was renamed or moved. The open one stays as it is, under its new name. */
export function noteMoved(from: string, to: NoteEntry): void {
  holdAs(from, to.id, to.path);
  // How it is read moved along with it.
  void readNotations();
  const { note, failure } = useNote.getState();
  if (note?.id === from) useNote.setState({ note: { ...note, id: to.id, path: to.path } });
  else if (failure?.id === from) void openNote(to.id);
}

/** The editor shows the note now. */
export function editorReady(handle: EditorHandle): void {
  setEditor(handle);
  editorHolds(handle);
  if (destination !== null) handle.goTo(destination);
  else handle.focus();
  destination = null;
  countWordsSoon();
}

/** What the editor begins with for the open note. */
export const beginning = beginningOf;

const placeDelay = 1_000;
let placeTimer: ReturnType<typeof setTimeout> | undefined;

/** Keeps the place once the person rests there. */
export function rememberPlaceSoon(): void {
  clearTimeout(placeTimer);
  placeTimer = setTimeout(rememberPlace, placeDelay);
}

/** Keeps the place in the open note and saves it; what can't be saved stays held. */
export function leaveNote(): void {
  const { note } = useNote.getState();
  if (note === null) return;
  rememberPlace();
  void letGo(note.id);
}

/** Keeps where the person is in the open note. */
export function rememberPlace(): void {
  clearTimeout(placeTimer);
  const { note } = useNote.getState();
  const place = editor()?.noteKey === note?.key ? editor()?.place() : undefined;
  if (note !== null && place !== undefined) void bridge.rememberPlace({ id: note.id, place });
}
