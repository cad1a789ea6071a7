import type { Target } from "./target.ts";
import type { DraftTarget } from "./target-names.ts";
import { astro } from "./targets/astro.ts";
import { devto } from "./targets/devto.ts";
import { docx } from "./targets/docx.ts";
import { hashnode } from "./targets/hashnode.ts";
import { html } from "./targets/html.ts";
import { hugo } from "./targets/hugo.ts";
import { jekyll } from "./targets/jekyll.ts";
import { markdown } from "./targets/markdown.ts";

export { type DraftTarget, draftTargetNames as draftTargets } from "./target-names.ts";

/** Every target by its name. */
export const targets: Readonly<Record<DraftTarget, Target>> = {
  markdown,
  hugo,
  jekyll,
  astro,
  devto,
  hashnode,
  html,
  docx,
};
