import type { Target } from "./target.ts";
import { astro } from "./targets/astro.ts";
import { devto } from "./targets/devto.ts";
import { hashnode } from "./targets/hashnode.ts";
import { html } from "./targets/html.ts";
import { hugo } from "./targets/hugo.ts";
import { jekyll } from "./targets/jekyll.ts";
import { markdown } from "./targets/markdown.ts";

/** The blog systems that a draft can be exported for. */
export const draftTargets = ["markdown", "hugo", "jekyll", "astro", "devto", "hashnode", "html"] as const;

/** The name of a target. */
export type DraftTarget = (typeof draftTargets)[number];

/** Every target by its name. */
export const targets: Readonly<Record<DraftTarget, Target>> = { markdown, hugo, jekyll, astro, devto, hashnode, html };
