import type { Block } from "../block.ts";
import { plainMarkdown } from "../dialect.ts";
import type { Copy } from "../images.ts";
import { placeImages } from "../images.ts";
import { resolveLinks } from "../links.ts";
import type { Draft, TargetOptions } from "../target.ts";

/** The body of a post before its target's own escapes. */
export interface Body {
  readonly blocks: readonly Block[];
  readonly copies: readonly Copy[];
  readonly warnings: readonly string[];
}

/** Resolves links, places images and writes plain Markdown: what every Markdown target begins with. */
export const bodyOf = (
  draft: Draft,
  options: TargetOptions,
  where: (name: string) => { readonly href: string; readonly to: string },
): Body => {
  const linked = resolveLinks(draft.blocks, options.posts);
  const { blocks, copies } = placeImages(linked.blocks, where);
  return { blocks: plainMarkdown(blocks), copies, warnings: linked.warnings };
};
