import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { crosshairCursor, drawSelection, rectangularSelection } from "@codemirror/view";

const drawn = new Compartment();

/**
 * Several cursors and rectangular selections. The browser draws one selection by itself, and does it for less than a
 * third of what it costs to draw it in its place at every key; so that is done only while there are several.
 */
export const manyCursors: Extension = [
  EditorState.allowMultipleSelections.of(true),
  rectangularSelection(),
  crosshairCursor(),
  drawn.of([]),
  EditorState.transactionExtender.of((transaction) => {
    const before = transaction.startState.selection.ranges.length > 1;
    const after = transaction.newSelection.ranges.length > 1;
    return before === after ? null : { effects: drawn.reconfigure(after ? drawSelection() : []) };
  }),
];
