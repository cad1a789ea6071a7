import type { EditorState, Range } from "@codemirror/state";
import { Decoration } from "@codemirror/view";
import type { SyntaxNodeRef } from "@lezer/common";

/** What one kind of syntax needs to step back. */
export interface LiveContext {
  readonly state: EditorState;
  /** Whether the cursor or a selection is in a stretch of the note, or at one of its ends. */
  readonly touched: (from: number, to: number) => boolean;
  /** Whether it is in one of the lines of a stretch. */
  readonly lineTouched: (from: number, to: number) => boolean;
  readonly add: (range: Range<Decoration>) => void;
}

/** One syntax: the nodes of the grammar that it is about, and what to show in place of its markup. */
export interface LiveSyntax {
  readonly nodes: readonly string[];
  readonly show: (node: SyntaxNodeRef, context: LiveContext) => void;
}

const nothing = Decoration.replace({});

/** Leaves characters out of what is seen; they stay in the note, and in what is copied. */
export function hide(context: LiveContext, from: number, to: number): void {
  if (from < to) context.add(nothing.range(from, to));
}

/** Length of the white space at an offset, up to the end of its line. */
export function spaceAfter(state: EditorState, offset: number): number {
  const { to } = state.doc.lineAt(offset);
  return /^[ \t]*/.exec(state.sliceDoc(offset, Math.min(to, offset + 8)))?.[0].length ?? 0;
}
