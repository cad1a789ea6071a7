import { HighlightStyle } from "@codemirror/language";
import { tags } from "@lezer/highlight";
import { noteTags } from "./style-tags.ts";

/** The class that each kind of Markdown carries; theme.ts says how it looks. */
export const noteHighlightStyle = HighlightStyle.define([
  { tag: tags.heading1, class: "cm-md-h cm-md-h1" },
  { tag: tags.heading2, class: "cm-md-h cm-md-h2" },
  { tag: tags.heading3, class: "cm-md-h cm-md-h3" },
  { tag: [tags.heading4, tags.heading5, tags.heading6], class: "cm-md-h cm-md-h4" },
  { tag: tags.heading, class: "cm-md-th" },
  { tag: tags.emphasis, class: "cm-md-em" },
  { tag: tags.strong, class: "cm-md-strong" },
  { tag: tags.strikethrough, class: "cm-md-struck" },
  { tag: noteTags.marked, class: "cm-md-marked" },
  { tag: tags.monospace, class: "cm-md-code" },
  { tag: tags.link, class: "cm-md-link" },
  { tag: tags.url, class: "cm-md-url" },
  { tag: tags.quote, class: "cm-md-quote" },
  { tag: [tags.meta, tags.comment], class: "cm-md-meta" },
  { tag: [tags.labelName, tags.string], class: "cm-md-label" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.escape], class: "cm-md-mark" },
  { tag: noteTags.blockMark, class: "cm-md-mark cm-md-block-mark" },
  { tag: noteTags.taskMark, class: "cm-md-task" },
]);
