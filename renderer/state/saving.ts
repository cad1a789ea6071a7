import type { Text } from "@codemirror/state";
import { create } from "zustand";
import type { Note } from "#core/api.ts";
import { applyChanges, type TextChange } from "#core/note/merge.ts";
import { bridge } from "../bridge.ts";
import type { EditorHandle } from "../editor/note-editor.tsx";
import { useNote } from "./note.ts";
import { createSaver, type Saver, type SaverPort, type SaveStatus } from "./saver.ts";
import { createTextSender, plainText } from "./text-sender.ts";

/** A note's text, wherever it is: in the editor, or still on its way there. */
interface Sheet {
  text: string;
  handle: EditorHandle | null;
  /** The editor's document that was last made a string of, and that string. */
  read: { readonly doc: Text; readonly text: string } | null;
}

interface Held {
  readonly key: string;
  readonly path: string;
  readonly form: Note["form"];
  readonly sheet: Sheet;
  readonly saver: Saver;
}

interface SavingState {
  /** By note id: the open note, and those that were left and are not saved yet. */
  readonly notes: Readonly<Record<string, { readonly path: string; readonly status: SaveStatus }>>;
}

/** How it stands with saving. */
export const useSaving = create<SavingState>(() => ({ notes: {} }));

const held = new Map<string, Held>();

const show = (id: string, path: string, status: SaveStatus): void =>
  useSaving.setState(({ notes }) => ({ notes: { ...notes, [id]: { path, status } } }));

/** Begins to save a note that was just read, under the editor's key for it. Returns the text that the editor has to show. */
export function holdNote(note: Note, key: string): string {
  const { id, path, form, hash } = note;
  const known = held.get(id);
  if (known && known.saver.status().phase !== "saved" && known.key === key) {
    void known.saver.changedOnDisk({ text: note.text, hash });
    return textOf(known.sheet);
  }
  known?.saver.close();
  const sheet: Sheet = { text: note.backup?.text ?? note.text, handle: null, read: null };
  const saver = createSaver(portFor(id, path, sheet), path, { text: note.text, hash }, note.backup?.stale ?? false);
  held.set(id, { key, path, form, sheet, saver });
  return sheet.text;
}

function portFor(id: string, path: string, sheet: Sheet): SaverPort {
  const sender = createTextSender();
  return {
    text: () => textOf(sheet),
    length: () => sheet.handle?.length() ?? sheet.text.length,
    apply: (changes) => applyTo(sheet, changes),
    save: (text, base) => sender.send(docFor(sheet, text), (sent) => bridge.saveNote({ id, sent, base })),
    keep: (base) => sender.send(docOf(sheet), (sent) => bridge.backupNote({ id, sent, base })),
    forget: (base) => bridge.backupNote({ id, sent: null, base }),
    read: () => bridge.readNote({ id }),
    onStatus: (status) => show(id, path, status),
  };
}

/** A note has another id and path now. Its text, saved or not, stays where it is. */
export function holdAs(from: string, id: string, path: string): void {
  const note = held.get(from);
  if (!note) return;
  const { key, form, sheet, saver: before } = note;
  forget(from);
  held.set(id, { key, path, form, sheet, saver: createSaver(portFor(id, path, sheet), path, before.base()) });
}

function textOf(sheet: Sheet): string {
  const doc = sheet.handle?.doc();
  if (doc === undefined) return sheet.text;
  if (sheet.read?.doc !== doc) sheet.read = { doc, text: doc.sliceString(0, doc.length, "\n") };
  return sheet.read.text;
}

const docOf = (sheet: Sheet): Text => sheet.handle?.doc() ?? plainText(sheet.text);

/** The document with just this text: the one that it was read from, or one of its own. */
const docFor = ({ read }: Sheet, text: string): Text => (read?.text === text ? read.doc : plainText(text));

function applyTo(sheet: Sheet, changes: readonly TextChange[]): void {
  if (sheet.handle) sheet.handle.applyChanges(changes, { addToHistory: false, userEvent: "reload" });
  else sheet.text = applyChanges(sheet.text, changes);
}

/** The editor shows this note now: its text is there from here on. */
export function editorHolds(handle: EditorHandle): void {
  for (const { key, sheet } of held.values()) {
    if (key !== handle.noteKey) continue;
    const waiting = sheet.handle === null && sheet.text !== handle.getText() ? sheet.text : null;
    sheet.handle = handle;
    // What the disk said between reading the note and showing it.
    if (waiting !== null) applyTo(sheet, [{ from: 0, to: handle.length(), insert: waiting }]);
    sheet.text = "";
  }
}

/** The saver of a note, if it has one. */
export const saverOf = (id: string): Saver | null => held.get(id)?.saver ?? null;

/** The text of a note as the person sees it, if it is held. */
export const heldText = (id: string): string | null => {
  const note = held.get(id);
  return note ? textOf(note.sheet) : null;
};

/** A note whose text is not on the disk, with all that it takes to show it when its file can't be read; or null. */
export function unsavedNote(id: string): (Pick<Held, "key" | "path" | "form"> & { readonly text: string }) | null {
  const note = held.get(id);
  if (!note || note.saver.status().phase === "saved") return null;
  return { key: note.key, path: note.path, form: note.form, text: textOf(note.sheet) };
}

/** Saves a note that is being left; what can't be saved stays held, and shown as unsaved. */
export async function letGo(id: string): Promise<void> {
  const note = held.get(id);
  const saved = await note?.saver.flush();
  const isBack = useNote.getState().note?.id === id;
  if (saved && !isBack && held.get(id) === note) forget(id);
}

/** Stops saving a note: it was moved to the trash, or its text was kept elsewhere. */
export function forget(id: string): void {
  held.get(id)?.saver.close();
  held.delete(id);
  useSaving.setState(({ notes: { [id]: _gone, ...rest } }) => ({ notes: rest }));
}

/** Saves everything. Returns the paths of what could not be saved. */
export async function flushAll(): Promise<string[]> {
  const saved = await Promise.all(
    [...held.values()].map(async (note) => ((await note.saver.flush()) ? [] : [note.path])),
  );
  return saved.flat();
}
