import { ChangeSet, type Text } from "@codemirror/state";

/** A replacement, in offsets of the text before it (UTF-16 code units). */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** How a change from outside the editor goes in. */
export interface ApplyOptions {
  /** Whether undo takes it back; default true. */
  readonly addToHistory?: boolean;
  /** CodeMirror's name for where it comes from, such as `input.move`. */
  readonly userEvent?: string;
}

/** Changes that wait, each made for the text that the ones before it leave. */
export interface Deferred {
  readonly changes: ChangeSet;
  readonly options: ApplyOptions;
}

/** The text as it will be when all that waits has been applied. */
export function textAfter(doc: Text, waiting: readonly Deferred[]): Text {
  return waiting.reduce((text, one) => one.changes.apply(text), doc);
}

/** What waits, made to fit a text that changed meanwhile; where both insert, what waits comes after. */
export function mapDeferred(waiting: readonly Deferred[], typed: ChangeSet): Deferred[] {
  let between = typed;
  return waiting.map(({ changes, options }) => {
    const mapped = changes.map(between);
    between = between.map(changes, true);
    return { changes: mapped, options };
  });
}

/** `changes` for a text of `length`; lines in them end with "\n". */
export function changeSet(changes: readonly TextChange[], length: number): ChangeSet {
  return ChangeSet.of([...changes], length, "\n");
}
