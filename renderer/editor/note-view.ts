import { type ChangeSet, EditorSelection, EditorState } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { ChangeQueue, onCompositionEnd } from "./change-queue.ts";
import { type EditorHandle, editorHandle, scrollEffect } from "./editor-handle.ts";
import { modeEffect } from "./live/mode.ts";
import { type InitialNote, type OpenNote, OpenNotes } from "./open-notes.ts";
import { noteExtensions, pageNonce, setOptions } from "./setup.ts";

/** What the window hears of each change in the editor. */
export interface EditorUpdate {
  readonly docChanged: boolean;
  readonly selectionChanged: boolean;
  /** What changed, from the text before to the text now; null when the text stayed. */
  readonly changes: ChangeSet | null;
  /** The cursor, and the length of the note, in UTF-16 code units. */
  readonly head: number;
  readonly length: number;
  /** The person did it, by key, mouse or command in the editor; false for what the window put in. */
  readonly userEvent: boolean;
}

const personsEvents = ["input", "delete", "move", "select", "undo", "redo"];

function summary(update: ViewUpdate): EditorUpdate {
  return {
    docChanged: update.docChanged,
    selectionChanged: update.selectionSet,
    changes: update.docChanged ? update.changes : null,
    head: update.state.selection.main.head,
    length: update.state.doc.length,
    userEvent: update.transactions.some((transaction) => personsEvents.some((event) => transaction.isUserEvent(event))),
  };
}

/** How the person wants the editor. */
export interface EditorPreferences {
  readonly spellcheck: boolean;
}

/** Notes that keep their undo history and place while others are shown. */
const remembered = new OpenNotes(20);

function newState({ text, place, readOnly }: InitialNote, preferences: EditorPreferences): EditorState {
  const within = (offset: number) => Math.max(0, Math.min(offset, text.length));
  return EditorState.create({
    doc: EditorState.create({ extensions: EditorState.lineSeparator.of("\n") }).toText(text),
    selection:
      place === null ? EditorSelection.cursor(0) : EditorSelection.single(within(place.anchor), within(place.head)),
    extensions: noteExtensions({ readOnly, spellcheck: preferences.spellcheck, listeners: [] }),
  });
}

/** The one editor of the window, and which note is in it. */
export class NoteView {
  readonly view: EditorView;
  readonly #onUpdate: (update: EditorUpdate) => void;
  #preferences: EditorPreferences;
  #shown: { readonly note: OpenNote; readonly queue: ChangeQueue; readonly readOnly: boolean } | null = null;

  constructor(parent: HTMLElement, preferences: EditorPreferences, onUpdate: (update: EditorUpdate) => void) {
    this.#preferences = preferences;
    this.#onUpdate = onUpdate;
    // Before any note is shown the view puts its first styles into the page, which refuses them without the nonce.
    this.view = new EditorView({ parent, extensions: pageNonce() });
  }

  /** Puts a note into the editor; the one that was there is kept as it was left. */
  show(key: string, initial: InitialNote): EditorHandle {
    this.#shown?.note.hide();
    const note = remembered.open(key, initial, (first) => newState(first, this.#preferences));
    const queue = new ChangeQueue(note);
    this.#shown = { note, queue, readOnly: initial.readOnly };
    note.dispatch({ effects: [this.#options(), modeEffect()] });
    note.show(this.view, (top) => scrollEffect(this.view, top, "top"));
    return editorHandle(note, queue, this.view);
  }

  /** Applies what the person chose in the settings. */
  prefer(preferences: EditorPreferences): void {
    const changed = preferences.spellcheck !== this.#preferences.spellcheck;
    this.#preferences = preferences;
    if (changed && this.#shown !== null) this.view.dispatch({ effects: this.#options() });
    this.view.requestMeasure();
  }

  /** Ends the editor; its notes stay remembered. */
  destroy(): void {
    this.#shown?.note.hide();
    this.#shown = null;
    this.view.destroy();
  }

  #options() {
    const flush = () => this.#shown?.queue.flush();
    return setOptions({
      readOnly: this.#shown?.readOnly ?? false,
      spellcheck: this.#preferences.spellcheck,
      listeners: [EditorView.updateListener.of((update) => this.#updated(update)), onCompositionEnd(flush)],
    });
  }

  #updated(update: ViewUpdate): void {
    this.#shown?.queue.update(update);
    if (update.docChanged || update.selectionSet) this.#onUpdate(summary(update));
  }
}
