import { redo, undo } from "@codemirror/commands";
import { foldedRanges, unfoldAll, unfoldEffect } from "@codemirror/language";
import { EditorSelection, type EditorState, type StateEffect, type Text } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import type { ChangeQueue } from "./change-queue.ts";
import type { ApplyOptions, TextChange } from "./deferred-changes.ts";
import { foldSections } from "./folding/commands.ts";
import type { OpenNote, Place } from "./open-notes.ts";
import { openSearch } from "./search/panel.ts";
import { noteWords, selectedWords } from "./word-count.ts";

/** Where a place is scrolled to: the top, a third down the window, or wherever it is seen with the least scrolling. */
export type Align = "top" | "third" | "nearest";

export interface GoToOptions {
  /** Whether the keyboard goes to the editor; default true. */
  readonly focus?: boolean;
  /** What to select; default: the cursor stands at the offset. */
  readonly select?: { readonly from: number; readonly to: number };
  /** Default "third". */
  readonly align?: Exclude<Align, "top">;
}

/**
 * What the window can do with one note's editor. It stays good for its note when another note is shown: text and
 * changes are always those of `noteKey`. Offsets are UTF-16 code units; lines end with "\n".
 */
export interface EditorHandle {
  readonly noteKey: string;
  getText(): string;
  /** The same text as `getText()`, without making a string of it. */
  doc(): Text;
  length(): number;
  /** Makes changes, all in offsets of `getText()`. While an input method composes they wait; `getText()` has them at once. */
  applyChanges(changes: readonly TextChange[], options?: ApplyOptions): void;
  goTo(offset: number, options?: GoToOptions): void;
  place(): Place;
  focus(): void;
  undo(): void;
  redo(): void;
  /** Opens the search panel, with the field for the replacement if `replace`. */
  openFind(replace?: boolean): void;
  foldAll(): void;
  unfoldAll(): void;
  /** Words in the note and in the selection. Cheap while typing: only what changed is counted again. */
  wordCount(): { readonly note: number; readonly selection: number };
  readonly view: EditorView;
}

/** Opens the folds that hide an offset. */
function unfolding(state: EditorState, from: number, to: number): StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(from, to, (foldFrom, foldTo) => {
    if (foldFrom < to || foldTo > from) effects.push(unfoldEffect.of({ from: foldFrom, to: foldTo }));
  });
  return effects;
}

/** Scrolls so that an offset is where `align` says. */
export function scrollEffect(view: EditorView, offset: number, align: Align): StateEffect<unknown> {
  const height = view.scrollDOM.clientHeight;
  switch (align) {
    case "top":
      return EditorView.scrollIntoView(offset, { y: "start", yMargin: 0 });
    case "third":
      return EditorView.scrollIntoView(offset, { y: "start", yMargin: Math.floor(height / 3) });
    case "nearest":
      return EditorView.scrollIntoView(offset, { y: "nearest", yMargin: Math.min(48, Math.floor(height / 4)) });
  }
}

/** The handle of one note in the one editor. */
export function editorHandle(note: OpenNote, queue: ChangeQueue, view: EditorView): EditorHandle {
  const shown = (run: (view: EditorView) => unknown) => {
    if (note.view !== null) run(note.view);
  };
  return {
    noteKey: note.key,
    view,
    getText: () => queue.text.toString(),
    doc: () => queue.text,
    length: () => queue.text.length,
    applyChanges: (changes, options = {}) => queue.apply(changes, options),
    goTo(offset, { focus = true, select, align = "third" } = {}) {
      const { state } = note;
      const clamp = (position: number) => Math.max(0, Math.min(position, state.doc.length));
      const from = clamp(select?.from ?? offset);
      const to = clamp(select?.to ?? offset);
      note.dispatch({
        selection: EditorSelection.single(from, to),
        effects: [...unfolding(state, from, to), scrollEffect(view, clamp(offset), align)],
        userEvent: "select",
      });
      if (focus) shown((editor) => editor.focus());
    },
    place: () => ({ anchor: note.state.selection.main.anchor, head: note.state.selection.main.head, top: note.top }),
    focus: () => shown((editor) => editor.focus()),
    undo: () => shown(undo),
    redo: () => shown(redo),
    openFind: (replace = false) => shown((editor) => openSearch(editor, replace)),
    foldAll: () => shown(foldSections),
    unfoldAll: () => shown(unfoldAll),
    wordCount: () => ({ note: noteWords(note.state), selection: selectedWords(note.state) }),
  };
}
