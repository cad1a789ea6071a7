import { closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { unfoldAll } from "@codemirror/language";
import { searchKeymap } from "@codemirror/search";
import type { KeyBinding } from "@codemirror/view";
import { foldHere, foldSections, unfoldHere } from "./folding/commands.ts";
import { deleteMarkup } from "./lists/backspace.ts";
import { breakLine, enter } from "./lists/enter.ts";
import { indentLess, indentMore } from "./lists/indent.ts";
import { duplicate, moveDown, moveUp } from "./lists/move.ts";
import { toggleTask } from "./lists/task.ts";
import { toggleLiveMode } from "./live/mode.ts";
import { toggleBullets, toggleHeading, toggleNumbers, toggleQuote } from "./marks/block.ts";
import { codeMark, emphasisMark, highlightMark, strongMark, struckMark, toggleInline } from "./marks/inline.ts";
import { toggleLink } from "./marks/link.ts";
import { openSearch } from "./search/panel.ts";

/** What a writer does to words and lines, by key. */
const writingKeys: readonly KeyBinding[] = [
  { key: "Enter", run: enter, shift: breakLine },
  { key: "Tab", run: indentMore, shift: indentLess },
  { key: "Mod-]", run: indentMore, preventDefault: true },
  { key: "Mod-[", run: indentLess, preventDefault: true },
  { key: "Backspace", run: deleteMarkup },
  { key: "Mod-b", run: toggleInline(strongMark), preventDefault: true },
  { key: "Mod-i", run: toggleInline(emphasisMark), preventDefault: true },
  { key: "Mod-e", run: toggleInline(codeMark), preventDefault: true },
  { key: "Mod-Shift-x", run: toggleInline(struckMark), preventDefault: true },
  { key: "Mod-Shift-h", run: toggleInline(highlightMark), preventDefault: true },
  { key: "Mod-l", run: toggleLink, preventDefault: true },
  { key: "Mod-Shift-.", run: toggleQuote, preventDefault: true },
  { key: "Mod-Shift-7", run: toggleNumbers, preventDefault: true },
  { key: "Mod-Shift-8", run: toggleBullets, preventDefault: true },
  { key: "Mod-Shift-t", run: toggleTask, preventDefault: true },
  ...[0, 1, 2, 3, 4, 5, 6].map((level) => ({
    key: `Mod-Alt-${level}`,
    run: toggleHeading(level),
    preventDefault: true,
  })),
  { key: "Mod-Shift-ArrowUp", run: moveUp, preventDefault: true },
  { key: "Mod-Shift-ArrowDown", run: moveDown, preventDefault: true },
  { key: "Mod-Shift-d", run: duplicate, preventDefault: true },
  { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: foldHere, preventDefault: true },
  { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfoldHere, preventDefault: true },
  { key: "Ctrl-Alt-[", run: foldSections, preventDefault: true },
  { key: "Ctrl-Alt-]", run: unfoldAll, preventDefault: true },
  { key: "Mod-.", run: toggleLiveMode, preventDefault: true },
  { key: "Mod-h", run: (view) => openSearch(view, true), preventDefault: true },
];

/** Keys of the stock keymaps that mean something else here or in the whole window (core/commands.ts). */
const givenAway = new Set([
  "Alt-ArrowUp",
  "Alt-ArrowDown",
  "Shift-Alt-ArrowUp",
  "Shift-Alt-ArrowDown",
  "Mod-Enter",
  "Mod-i",
  "Shift-Mod-\\",
  "Mod-/",
  "Alt-A",
]);

function without(bindings: readonly KeyBinding[]): KeyBinding[] {
  return bindings.filter((binding) => binding.key === undefined || !givenAway.has(binding.key));
}

/** Every key of the editor, the more particular ones first. */
export const editorKeys: readonly KeyBinding[] = [
  ...writingKeys,
  ...closeBracketsKeymap,
  ...without(searchKeymap),
  ...historyKeymap,
  ...without(defaultKeymap),
];
