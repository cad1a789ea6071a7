import type { Block } from "../block.ts";
import { mapBlocks, mapInline } from "../block.ts";
import { applyEdits, outsideCode, scanInline } from "../inline.ts";

/** Keeps text that looks like Liquid from being run: it stands between `{% raw %}` and `{% endraw %}`. */
export const escapeLiquid = (blocks: readonly Block[], code = true): readonly Block[] =>
  mapBlocks(mapInline(blocks, rawLiquid), (block) => {
    switch (block.kind) {
      case "code":
        return code
          ? { ...block, text: rawWhole(block.text), info: block.info === null ? null : rawLiquid(block.info) }
          : block;
      case "html":
        return { ...block, text: rawLiquid(block.text) };
      case "definition":
        return { ...block, target: rawLiquid(block.target), title: rawLiquid(block.title) };
      default:
        return block;
    }
  });

/** Stands for a `|` in the code of a table's cell, which kramdown wants as it is, where GFM wants it escaped. */
export const pipe = "\uFDD3";

const opening = /\{(?=[{%])/u;

/** Wraps each tag or output by itself; an opening without an end, too. */
const rawLiquid = (text: string): string => {
  if (!opening.test(text)) return text;
  if (/endraw/u.test(text)) return text.replace(/\{[{%]/gu, "{% raw %}$&{% endraw %}");
  return text.replace(/\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{[{%]/gu, "{% raw %}$&{% endraw %}");
};

/** Code is wrapped as a whole, so that it stays readable. */
const rawWhole = (text: string): string => {
  if (!opening.test(text)) return text;
  return /endraw/u.test(text) ? rawLiquid(text) : `{% raw %}${text}{% endraw %}`;
};

const withPipes = (cell: string): string =>
  applyEdits(
    cell,
    scanInline(cell).verbatim.map(({ from, to }) => ({ from, to, insert: cell.slice(from, to).replaceAll("|", pipe) })),
  );

/**
 * What kramdown reads into text that means nothing in CommonMark: a `|` makes a table, `{:` an attribute list, `$$`
 * mathematics, a `:` at the start of a line a definition.
 */
export const escapeKramdown = (blocks: readonly Block[]): readonly Block[] =>
  mapInline(blocks, (text, block) =>
    outsideCode(block.kind === "table" ? withPipes(text) : text, (piece) => {
      const marks = piece.replace(/(?<!\\)\{:(?=[:\s.#\w])/gu, "\\{:").replace(/(?<!\\)\$\$/gu, "\\$\\$");
      return block.kind === "table" ? marks : marks.replace(/(?<!\\)\|/gu, "\\|").replace(/^:(?=\s)/gmu, "\\:");
    }),
  );
