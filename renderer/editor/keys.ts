import { closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { deleteMarkupBackward, insertNewlineContinueMarkup } from "@codemirror/lang-markdown";
import { searchKeymap } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";

/** Keys of the stock keymaps that mean something else in the whole window (core/commands.ts). */
const givenAway = new Set([
  "Alt-ArrowUp",
  "Alt-ArrowDown",
  "Shift-Alt-ArrowUp",
  "Shift-Alt-ArrowDown",
  "Mod-Enter",
  "Mod-i",
  "Shift-Mod-\\",
]);

function without(bindings: readonly KeyBinding[]): KeyBinding[] {
  return bindings.filter((binding) => binding.key === undefined || !givenAway.has(binding.key));
}

/** Every key of the editor, the more particular ones first. */
export const editorKeys: readonly KeyBinding[] = [
  { key: "Enter", run: insertNewlineContinueMarkup },
  { key: "Backspace", run: deleteMarkupBackward },
  ...closeBracketsKeymap,
  ...without(searchKeymap),
  ...historyKeymap,
  ...without(defaultKeymap),
];
