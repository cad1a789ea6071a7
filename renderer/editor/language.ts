import { commonmarkLanguage, pasteURLAsLink } from "@codemirror/lang-markdown";
import { Language, LanguageSupport } from "@codemirror/language";
import { GFM, type MarkdownParser } from "@lezer/markdown";
import { highlightSyntax } from "./highlight-syntax.ts";
import { quietStyles } from "./style-tags.ts";

const grammar = (commonmarkLanguage.parser as MarkdownParser).configure([GFM, highlightSyntax, quietStyles]);

/**
 * GitHub's Markdown with `==highlight==`. Unlike the stock `markdown()` it brings no parsers for the code and HTML
 * inside a note: they would weigh on every start, and a note's HTML is never run anyway.
 */
export const noteLanguage = new Language(commonmarkLanguage.data, grammar, [], "markdown");

/** The language with what a note expects of it: a URL pasted over selected words makes them a link. */
export const noteLanguageSupport = new LanguageSupport(noteLanguage, [
  pasteURLAsLink,
  noteLanguage.data.of({ closeBrackets: { brackets: ["(", "[", "{"] } }),
]);
