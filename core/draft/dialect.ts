import type { Block, Quote } from "./block.ts";
import { mapBlocks, mapInline } from "./block.ts";
import { outsideCode } from "./inline.ts";

const callout = /^\[!(?<type>[\w-]+)\][+-]?[ \t]*(?<title>[^\n]*)(?:\n(?<rest>[\s\S]*))?$/u;

/**
 * Writes what only Obsidian and GitHub know in Markdown that every blog system reads: a callout becomes a quote under a
 * bold title, `==highlight==` becomes bold. No word is added: a callout without a title is headed by its type.
 */
export const plainMarkdown = (blocks: readonly Block[]): readonly Block[] =>
  mapInline(
    mapBlocks(blocks, (block) => (block.kind === "quote" ? plainQuote(block) : block)),
    (text) => outsideCode(text, (piece) => piece.replace(/==(?=\S)([^=\n]+?)(?<=\S)==/gu, "**$1**")),
  );

const plainQuote = (quote: Quote): Quote => {
  const [first, ...rest] = quote.blocks;
  const found = first?.kind === "paragraph" ? callout.exec(first.text)?.groups : undefined;
  if (first?.kind !== "paragraph" || !found) return quote;
  const type = found.type ?? "";
  const title = found.title?.trim() || type.charAt(0).toUpperCase() + type.slice(1).toLowerCase();
  const text = found.rest ?? "";
  const body: readonly Block[] = text.trim() === "" ? [] : [{ ...first, line: first.line + 1, text }];
  return { ...quote, blocks: [{ ...first, text: `**${title.replace(/^\*\*(.*)\*\*$/u, "$1")}**` }, ...body, ...rest] };
};
