declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";

  /** Footnotes as in Pandoc: `[^1]`, `[^1]: text` and `^[inline]`. */
  const footnotes: (md: MarkdownIt) => void;

  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default footnotes;
}
