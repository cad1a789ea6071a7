import { EditorView } from "@codemirror/view";

/**
 * The looks of the editor. Colours and faces come from renderer/styles/tokens.css; what stands after each comma holds
 * where a page has no tokens. Size and measure are set on the element around the editor (`--editor-size` in px,
 * `--editor-measure` in characters).
 */
export const editorTheme = EditorView.theme({
  "&": {
    "--ed-ink": "var(--ink, #29251f)",
    "--ed-muted": "var(--ink-soft, #564f44)",
    "--ed-faint": "var(--ink-faint, #6a6255)",
    "--ed-line": "var(--rule, #ded5c4)",
    "--ed-paper": "var(--paper, #fbf8f2)",
    "--ed-raised": "var(--code-paper, #f2ecdf)",
    "--ed-accent": "var(--accent, #97391c)",
    "--ed-mark": "var(--mark, #f6e3a1)",
    "--ed-select": "var(--select, #ecdcc3)",
    "--ed-text-face": "var(--font-text, Literata Variable, Georgia, serif)",
    "--ed-code-face": "var(--font-code, JetBrains Mono Variable, ui-monospace, monospace)",
    "--ed-ui-face": "var(--font-interface, Inter Variable, system-ui, sans-serif)",
    height: "100%",
    color: "var(--ed-ink)",
    backgroundColor: "var(--ed-paper)",
    fontSize: "var(--editor-size, 18px)",
  },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": {
    fontFamily: "var(--ed-text-face)",
    lineHeight: "1.6",
    justifyContent: "center",
    overflowX: "hidden",
    fontVariantNumeric: "tabular-nums",
  },
  ".cm-content": {
    // A character of running text is about 0.87 of the width of a zero.
    flex: "0 1 calc(var(--editor-measure, 72) * 0.87ch)",
    minWidth: "0",
    padding: "32px 0 40vh",
    caretColor: "var(--ed-accent)",
  },
  ".cm-line": { padding: "0 4px", tabSize: "2em" },
  ".cm-cursor, .cm-dropCursor": { borderLeft: "2px solid var(--ed-accent)", marginLeft: "-1px" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": {
    background: "var(--ed-select)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--ed-raised)", boxShadow: "0 0 0 1px var(--ed-line)" },

  ".cm-md-h": { fontWeight: "650", lineHeight: "1.3" },
  ".cm-md-h1": { fontSize: "1.75em" },
  ".cm-md-h2": { fontSize: "1.4em" },
  ".cm-md-h3": { fontSize: "1.17em" },
  ".cm-md-h4": { fontSize: "1em" },
  ".cm-md-th": { fontWeight: "650" },
  ".cm-md-em": { fontStyle: "italic" },
  ".cm-md-strong": { fontWeight: "700" },
  ".cm-md-struck": { textDecoration: "line-through", color: "var(--ed-muted)" },
  ".cm-md-marked": { backgroundColor: "var(--ed-mark)", borderRadius: "2px" },
  ".cm-md-code": { fontFamily: "var(--ed-code-face)", fontSize: "0.86em" },
  ".cm-md-link, .cm-md-url": { color: "var(--ed-accent)" },
  ".cm-md-url": { wordBreak: "break-all" },
  ".cm-md-quote": { color: "var(--ed-muted)" },
  ".cm-md-meta, .cm-md-label": { color: "var(--ed-muted)" },
  ".cm-md-mark": { color: "var(--ed-faint)", fontWeight: "400", fontStyle: "normal" },
  ".cm-md-task": { color: "var(--ed-accent)", fontFamily: "var(--ed-code-face)", fontSize: "0.86em" },
});
