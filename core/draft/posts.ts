import type { Fields } from "./fields.ts";
import type { DraftTarget } from "./target-names.ts";

/**
 * Where another post of the same export finds this one; null where only the site knows (Jekyll's permalinks, hosted
 * blogs) and the person wrote no address of the original.
 */
export const postAddress = (target: DraftTarget, { slug, canonical }: Fields): string | null => {
  switch (target) {
    case "markdown":
      return `${slug}.md`;
    case "html":
      return `${slug}.html`;
    case "docx":
      return `${slug}.docx`;
    case "hugo":
    case "astro":
      return `../${slug}/`;
    case "jekyll":
    case "devto":
    case "hashnode":
      return canonical ?? null;
  }
};
