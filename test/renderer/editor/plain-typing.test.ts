import { type ChangeSpec, EditorState } from "@codemirror/state";
import type { ViewUpdate } from "@codemirror/view";
import { expect, test } from "vitest";
import { isPlainTyping } from "../../../renderer/editor/plain-typing.ts";

/** Whether a change counts as plain; what the view adds to it is not looked at. */
function isPlain(doc: string, changes: ChangeSpec): boolean {
  const transaction = EditorState.create({ doc }).update({ changes });
  const { startState, state, docChanged } = transaction;
  return isPlainTyping({
    docChanged,
    viewportMoved: false,
    startState,
    state,
    changes: transaction.changes,
  } as ViewUpdate);
}

test.each<[plain: boolean, name: string, doc: string, changes: ChangeSpec]>([
  [true, "a letter in a word", "- one two", { from: 4, insert: "x" }],
  [true, "a letter at the end of a line", "text", { from: 4, insert: "x" }],
  [true, "a letter deleted", "1. one", { from: 4, to: 5 }],
  [
    true,
    "letters in two lines",
    "one\ntwo",
    [
      { from: 1, insert: "x" },
      { from: 5, insert: "x" },
    ],
  ],
  [false, "a sign", "text", { from: 2, insert: "*" }],
  [false, "a sign deleted", "te*xt", { from: 2, to: 3 }],
  [false, "a new line", "text", { from: 2, insert: "\n" }],
  [false, "joined lines", "te\nxt", { from: 2, to: 3 }],
  [false, "a space at the end", "text", { from: 4, insert: " " }],
  [false, "a letter after it", "text ", { from: 5, insert: "x" }],
  [false, "the space that makes an item", "-one", { from: 1, insert: " " }],
  [false, "the space that makes a heading", "#one", { from: 1, insert: " " }],
  [false, "a letter before a marker", "- one", { from: 0, insert: "x" }],
  [false, "a letter in an empty item", "- ", { from: 2, insert: "x" }],
  [false, "a letter in a line of signs", "one\n---", { from: 7, insert: "x" }],
  [false, "the last letter deleted", "x", { from: 0, to: 1 }],
  [false, "a digit of a number", "1. one", { from: 1, insert: "2" }],
])("plain: %s for %s", (plain, _name, doc, changes) => expect(isPlain(doc, changes)).toBe(plain));
