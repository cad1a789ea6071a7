import type { EditorState, StateEffect, TransactionSpec } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import { singleChange } from "./single-change.ts";

/** Where the person was in a note: selection, and the offset of the first line seen. In UTF-16 code units. */
export interface Place {
  readonly anchor: number;
  readonly head: number;
  readonly top: number;
}

/** What a note's editor begins with. */
export interface InitialNote {
  readonly text: string;
  readonly place: Place | null;
  readonly readOnly: boolean;
}

/** A note that has been opened: in the editor now, or as it was left. */
export class OpenNote {
  readonly key: string;
  #state: EditorState;
  #view: EditorView | null = null;
  #scroll: StateEffect<unknown> | null = null;
  #top = 0;

  constructor(key: string, state: EditorState, top: number) {
    this.key = key;
    this.#state = state;
    this.#top = top;
  }

  get state(): EditorState {
    return this.#view?.state ?? this.#state;
  }

  /** The editor, while this note is the one in it. */
  get view(): EditorView | null {
    return this.#view;
  }

  /** Offset of the first line seen. */
  get top(): number {
    if (this.#view === null) return Math.min(this.#top, this.#state.doc.length);
    const height = this.#view.scrollDOM.getBoundingClientRect().top - this.#view.documentTop;
    return this.#view.elementAtHeight(Math.max(0, height)).from;
  }

  /** Puts the note into the editor, scrolled as it was left; `top` where it has not been shown before. */
  show(view: EditorView, scrollTo: (top: number) => StateEffect<unknown>): void {
    view.setState(this.#state);
    this.#view = view;
    if (this.#scroll !== null) view.dispatch({ effects: this.#scroll });
    else if (this.#top > 0) view.dispatch({ effects: scrollTo(this.top) });
  }

  /** Takes the note out of the editor, which goes on to another one or ends. */
  hide(): void {
    if (this.#view === null) return;
    this.#top = this.top;
    this.#scroll = this.#view.scrollSnapshot();
    this.#state = this.#view.state;
    this.#view = null;
  }

  /** Changes the note, shown or not; undo history, folds and selection follow. */
  dispatch(spec: TransactionSpec): void {
    if (this.#view !== null) {
      this.#view.dispatch(spec);
      return;
    }
    const transaction = this.#state.update(spec);
    this.#state = transaction.state;
    this.#scroll = this.#scroll?.map(transaction.changes) ?? null;
    this.#top = transaction.changes.mapPos(Math.min(this.#top, transaction.startState.doc.length));
  }
}

/**
 * The notes whose undo history, folds, selection and place are remembered. The ones not shown for the longest time are
 * forgotten first; who still holds on to one (a save under way) can go on using it.
 */
export class OpenNotes {
  readonly #limit: number;
  readonly #notes = new Map<string, OpenNote>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The note as it was left, brought up to `initial.text` by the smallest replacement; or else a new one. */
  open(key: string, initial: InitialNote, create: (initial: InitialNote) => EditorState): OpenNote {
    const known = this.#notes.get(key);
    const note = known ?? new OpenNote(key, create(initial), initial.place?.top ?? 0);
    if (known !== undefined) {
      const change = singleChange(known.state.doc, known.state.toText(initial.text));
      if (change !== null) known.dispatch({ changes: change });
    }
    this.#notes.delete(key);
    this.#notes.set(key, note);
    for (const oldest of this.#notes.keys()) {
      if (this.#notes.size <= this.#limit) break;
      this.#notes.delete(oldest);
    }
    return note;
  }

  has(key: string): boolean {
    return this.#notes.has(key);
  }
}
