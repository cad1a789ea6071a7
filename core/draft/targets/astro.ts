import type { FrontMatter } from "../front-matter.ts";
import { yamlFrontMatter } from "../front-matter.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";
import { bodyOf } from "./post.ts";

/**
 * A post of an Astro content collection, `src/content/blog/<slug>.md`, with its images in a folder beside it. Schemas
 * differ from site to site: `rename` gives fields other names, or takes one out with an empty name.
 */
export const astro: Target = (draft, fields, options) => {
  const folder = "src/content/blog";
  const { slug } = fields;
  const body = bodyOf(draft, options, (name) => ({ href: `./${slug}/${name}`, to: `${folder}/${slug}/${name}` }));
  const standard: FrontMatter = [
    ["title", fields.title],
    // The blog template's schema wants a description, if need be an empty one.
    ["description", fields.description ?? ""],
    ["pubDate", { stamp: fields.date }],
    ["updatedDate", fields.updated === undefined ? undefined : { stamp: fields.updated }],
    ["heroImage", fields.cover],
    ["draft", isDraft(draft, fields) ? true : undefined],
    ["tags", fields.tags],
    ["author", fields.author],
  ];
  const rename = options.rename ?? {};
  const named: FrontMatter = standard.flatMap(([name, value]) => {
    const own = Object.hasOwn(rename, name) ? (rename[name] ?? "") : name;
    return own === "" ? [] : [[own, value] as const];
  });
  const text = `${yamlFrontMatter(named, reasonsNotReady(draft))}\n${writeBlocks(body.blocks)}`;
  return { files: [{ path: `${folder}/${slug}.md`, text }], copies: body.copies, warnings: body.warnings };
};
