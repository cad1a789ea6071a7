import { isolateHistory } from "@codemirror/commands";
import { type Text, Transaction, type TransactionSpec } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import {
  type ApplyOptions,
  changeSet,
  type Deferred,
  mapDeferred,
  type TextChange,
  textAfter,
} from "./deferred-changes.ts";
import type { OpenNote } from "./open-notes.ts";

function specFor({ changes, options }: Deferred): TransactionSpec {
  const annotations = options.addToHistory === false ? Transaction.addToHistory.of(false) : isolateHistory.of("full");
  return { changes, annotations, ...(options.userEvent === undefined ? {} : { userEvent: options.userEvent }) };
}

/**
 * Changes from outside the editor on their way into one note. While an input method composes, a change to the document
 * would end or garble the composition, so they wait for its end, and are made to fit what was typed meanwhile.
 */
export class ChangeQueue {
  readonly #note: OpenNote;
  #waiting: Deferred[] = [];

  constructor(note: OpenNote) {
    this.#note = note;
  }

  /** The note's text with what waits already in it. */
  get text(): Text {
    return textAfter(this.#note.state.doc, this.#waiting);
  }

  /** Makes the changes, whose offsets are those of `text`; now, or when the composition has ended. */
  apply(changes: readonly TextChange[], options: ApplyOptions): void {
    const last = this.#waiting.at(-1);
    const length = last === undefined ? this.#note.state.doc.length : last.changes.newLength;
    this.#waiting.push({ changes: changeSet(changes, length), options });
    this.flush();
  }

  /** To be told of every update of the editor while the note is in it. */
  update(update: ViewUpdate): void {
    if (update.docChanged && this.#waiting.length > 0) this.#waiting = mapDeferred(this.#waiting, update.changes);
  }

  /** Makes what waits, unless a composition is going on. */
  flush(): void {
    while (this.#note.view?.compositionStarted !== true) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      const rest = this.#waiting;
      this.#waiting = [];
      this.#note.dispatch(specFor(next));
      this.#waiting = rest;
    }
  }
}

/** Tells the queue when a composition has ended and the editor has read what it left. */
export function onCompositionEnd(flush: () => void) {
  return EditorView.domEventObservers({ compositionend: () => void setTimeout(flush) });
}
