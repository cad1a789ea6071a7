import { tags } from "@lezer/highlight";
import type { MarkdownConfig } from "@lezer/markdown";
import { noteTags } from "./style-tags.ts";

const delimiter = { resolve: "Highlight", mark: "HighlightMark" };
const equalsSign = 61;
const space = /^\s?$/;
const punctuation = /[\p{P}\p{S}]/u;

/**
 * `==marked==`, as Obsidian, Typora and Joplin write it. Opens and closes by the rules that CommonMark 0.31.2, section
 * 6.2 has for `**`, so that `a == b` and `=====` stay text.
 */
export const highlightSyntax: MarkdownConfig = {
  defineNodes: [
    { name: "Highlight", style: { "Highlight/...": noteTags.marked } },
    { name: "HighlightMark", style: tags.processingInstruction },
  ],
  parseInline: [
    {
      name: "Highlight",
      after: "Emphasis",
      parse(context, next, position) {
        if (next !== equalsSign || context.char(position + 1) !== equalsSign) return -1;
        if (context.char(position + 2) === equalsSign || context.char(position - 1) === equalsSign) return -1;
        const before = context.slice(position - 1, position);
        const after = context.slice(position + 2, position + 3);
        const opens =
          !space.test(after) && (!punctuation.test(after) || space.test(before) || punctuation.test(before));
        const closes =
          !space.test(before) && (!punctuation.test(before) || space.test(after) || punctuation.test(after));
        return context.addDelimiter(delimiter, position, position + 2, opens, closes);
      },
    },
  ],
};
