import { styleTags, Tag, tags } from "@lezer/highlight";
import type { MarkdownConfig } from "@lezer/markdown";

/** Styles that @lezer/highlight has no name for. */
export const noteTags = {
  /** `==marked==` text. */
  marked: Tag.define("marked", tags.content),
  /** The `#` of a heading, the `-` of an item: what structures rather than says something. */
  blockMark: Tag.define("blockMark", tags.processingInstruction),
  /** `[ ]` and `[x]`. */
  taskMark: Tag.define("taskMark", tags.processingInstruction),
};

/** Finer styles than the stock grammar gives. */
export const quietStyles: MarkdownConfig = {
  props: [
    styleTags({
      "HeaderMark ListMark QuoteMark": noteTags.blockMark,
      TaskMarker: noteTags.taskMark,
      "HTMLTag HTMLBlock ProcessingInstruction ProcessingInstructionBlock": tags.meta,
    }),
  ],
};
