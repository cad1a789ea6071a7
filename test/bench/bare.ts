import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView, keymap } from "@codemirror/view";

/** What Lectern's typing is measured against: CodeMirror with Markdown, history and keys, and nothing else. */
declare global {
  interface Window {
    show(text: string): void;
  }
}

window.show = (text) => {
  document.body.replaceChildren();
  new EditorView({
    parent: document.body,
    doc: text,
    extensions: [
      EditorView.lineWrapping,
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      markdown({ base: markdownLanguage }),
      syntaxHighlighting(defaultHighlightStyle),
    ],
  });
};
