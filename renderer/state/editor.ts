import { create } from "zustand";
import type { EditorHandle } from "../editor/note-editor.tsx";

interface EditorState {
  /** Words of the note, and of what is selected. */
  readonly words: { readonly note: number; readonly selection: number } | null;
}

/** What the window shows of the editor. The text itself stays in the editor. */
export const useEditor = create<EditorState>(() => ({ words: null }));

let handle: EditorHandle | null = null;

/** The editor of the open note, once it can be typed into. */
export const editor = (): EditorHandle | null => handle;

/** Called by the editor's pane alone. */
export function setEditor(next: EditorHandle | null): void {
  handle = next;
}

const wordDelay = 300;
let wordTimer: ReturnType<typeof setTimeout> | undefined;

/** Counts the words when the typing rests for a moment. */
export function countWordsSoon(): void {
  clearTimeout(wordTimer);
  wordTimer = setTimeout(() => useEditor.setState({ words: handle?.wordCount() ?? null }), wordDelay);
}
