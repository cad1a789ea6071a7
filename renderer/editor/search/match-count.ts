import type { SearchQuery } from "@codemirror/search";
import type { EditorState } from "@codemirror/state";

/** More matches than this are "many". */
const mostMatches = 20_000;
/** How long one turn of counting may take, in ms, so that typing goes on meanwhile. */
const turn = 8;

/** What the panel says about the matches. */
export interface MatchCount {
  /** Which match is selected, from 1; 0 when none is. */
  readonly current: number;
  readonly total: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
}

/** Counts the matches of a query in turns, and knows which of them is selected. */
export class MatchCounter {
  readonly #changed: () => void;
  #starts: number[] = [];
  #more = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Begins anew; `changed` is called when the count is complete. */
  start(state: EditorState, query: SearchQuery): void {
    this.stop();
    this.#starts = [];
    this.#more = false;
    if (query.search === "" || !query.valid) {
      this.#changed();
      return;
    }
    const cursor = query.getCursor(state);
    const go = () => {
      const end = performance.now() + turn;
      while (this.#starts.length < mostMatches) {
        const next = cursor.next();
        if (next.done) {
          this.#changed();
          return;
        }
        this.#starts.push(next.value.from);
        if (performance.now() > end) {
          this.#timer = setTimeout(go);
          return;
        }
      }
      this.#more = true;
      this.#changed();
    };
    this.#timer = setTimeout(go);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** The count, for a selection that begins at an offset. */
  at(selectionFrom: number): MatchCount {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < selectionFrom) low = middle + 1;
      else high = middle;
    }
    return { current: this.#starts[low] === selectionFrom ? low + 1 : 0, total: this.#starts.length, more: this.#more };
  }
}
