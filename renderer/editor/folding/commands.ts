import { foldEffect, foldedRanges, unfoldEffect } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { Command, EditorView } from "@codemirror/view";
import { allSections, type FoldRange, foldRange } from "./sections.ts";

/** The fold that begins at the end of a line, or null. */
export function foldedAt(state: EditorState, lineEnd: number): FoldRange | null {
  let found: FoldRange | null = null;
  foldedRanges(state).between(lineEnd, lineEnd, (from, to) => {
    if (from === lineEnd) found = { from, to };
  });
  return found;
}

/** Folds what the cursor is in: its item or else its section; the one around it where that is folded already. */
export const foldHere: Command = (view) => {
  const { state } = view;
  const { head } = state.selection.main;
  for (let { number } = state.doc.lineAt(head); number >= 1; number--) {
    const range = foldRange(state, number);
    if (range === null || range.to < head || foldedAt(state, range.from) !== null) continue;
    view.dispatch({ effects: foldEffect.of(range), selection: head > range.from ? { anchor: range.from } : undefined });
    return true;
  }
  return false;
};

/** Opens the fold on the cursor's line. */
export const unfoldHere: Command = (view) => {
  const { state } = view;
  const line = state.doc.lineAt(state.selection.main.head);
  const effects: ReturnType<typeof unfoldEffect.of>[] = [];
  foldedRanges(state).between(line.from, line.to, (from, to) => void effects.push(unfoldEffect.of({ from, to })));
  if (effects.length > 0) view.dispatch({ effects });
  return effects.length > 0;
};

/** Folds or unfolds the line with a number, as a click beside it does. */
export function toggleFold(view: EditorView, number: number): boolean {
  const { to } = view.state.doc.line(number);
  const folded = foldedAt(view.state, to);
  const range = folded ?? foldRange(view.state, number);
  if (range === null) return false;
  view.dispatch({ effects: (folded === null ? foldEffect : unfoldEffect).of(range) });
  return true;
}

/** Folds every section, inner ones too, so that the note is its headings. */
export const foldSections: Command = (view) => {
  const ranges = allSections(view.state.doc).filter(({ from }) => foldedAt(view.state, from) === null);
  if (ranges.length > 0) view.dispatch({ effects: ranges.map((range) => foldEffect.of(range)) });
  return true;
};
