import { closeBrackets } from "@codemirror/autocomplete";
import { history } from "@codemirror/commands";
import { indentUnit, syntaxHighlighting } from "@codemirror/language";
import { highlightSelectionMatches } from "@codemirror/search";
import { Compartment, EditorState, type Extension } from "@codemirror/state";
import { dropCursor, EditorView, keymap } from "@codemirror/view";
import { folding } from "./folding/gutter.ts";
import { noteHighlightStyle } from "./highlight-style.ts";
import { editorKeys } from "./keys.ts";
import { noteLanguageSupport } from "./language.ts";
import { lineShapes } from "./line-shapes.ts";
import { modeExtension } from "./live/mode.ts";
import { manyCursors } from "./many-cursors.ts";
import { wrapSelection } from "./marks/wrap-selection.ts";
import { noteSearch } from "./search/panel.ts";
import { specialCharacters } from "./special-characters.ts";
import { editorTheme } from "./theme.ts";
import { wordCounter } from "./word-count.ts";

/** What of an editor can change while it is open. */
export interface EditorOptions {
  readonly readOnly: boolean;
  readonly spellcheck: boolean;
  /** What the window wants to hear of. */
  readonly listeners: Extension;
}

const optional = new Compartment();

function optionExtensions(options: EditorOptions): Extension {
  return [
    options.listeners,
    EditorState.readOnly.of(options.readOnly),
    EditorView.contentAttributes.of({
      // So that the scrolling room around it counts as reachable by keys.
      tabindex: "0",
      spellcheck: String(options.spellcheck),
      "aria-label": options.readOnly ? "Note, read only" : "Note",
      ...(options.readOnly ? { "aria-readonly": "true" } : {}),
    }),
  ];
}

/** The effect that changes an open editor's options. */
export function setOptions(options: EditorOptions) {
  return optional.reconfigure(optionExtensions(options));
}

/** The nonce that the page was served with; its Content-Security-Policy takes no styles without it. */
export function pageNonce(): Extension {
  return EditorView.cspNonce.of(document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "");
}

/** Text comes in from other programs with their line ends; a note's text has "\n" alone (its file's are put back by core/note/text.ts). */
const pastedLineEnds = EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, "\n"));

/** Everything that makes a note's editor. */
export function noteExtensions(options: EditorOptions): Extension {
  return [
    // A stray "\r" is a character of the note like any other, and stays where it is.
    EditorState.lineSeparator.of("\n"),
    EditorState.tabSize.of(4),
    indentUnit.of("\t"),
    pageNonce(),
    EditorView.lineWrapping,
    pastedLineEnds,
    specialCharacters,
    history({ newGroupDelay: 700 }),
    manyCursors,
    dropCursor(),
    closeBrackets(),
    wrapSelection,
    highlightSelectionMatches({ minSelectionLength: 2 }),
    folding,
    noteSearch,
    noteLanguageSupport,
    syntaxHighlighting(noteHighlightStyle),
    modeExtension(),
    // After the highlighting and what steps back, so that it is the outer element.
    lineShapes,
    keymap.of(editorKeys),
    editorTheme,
    wordCounter,
    optional.of(optionExtensions(options)),
  ];
}
