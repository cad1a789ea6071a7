import { mapInline } from "../block.ts";
import { yamlFrontMatter } from "../front-matter.ts";
import { outsideCode } from "../inline.ts";
import { slugOf } from "../suggest.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";
import { hostedImage, uploadWarnings } from "./hosted.ts";
import { bodyOf } from "./post.ts";

/** A post for a Hashnode blog kept in Git: one file. */
export const hashnode: Target = (draft, fields, options) => {
  const body = bodyOf(draft, options, hostedImage(options));
  const tags = [...new Set((fields.tags ?? []).map(slugOf))].slice(0, 5);
  const front = yamlFrontMatter(
    [
      ["title", fields.title],
      ["subtitle", fields.subtitle ?? fields.description],
      ["slug", fields.slug],
      ["tags", tags.length === 0 ? undefined : tags.join(", ")],
      ["domain", fields.domain],
      ["cover", fields.cover],
      ["canonical", fields.canonical],
      ["seriesSlug", fields.series === undefined ? undefined : slugOf(fields.series)],
      ["saveAsDraft", isDraft(draft, fields)],
      ["enableToc", false],
    ],
    reasonsNotReady(draft),
  );
  // %[address] embeds a page there.
  const blocks = mapInline(body.blocks, (text) => outsideCode(text, (piece) => piece.replace(/%\[/gu, "%\\[")));
  const warnings = [...body.warnings, ...uploadWarnings(body.copies, options, "Hashnode")];
  return {
    files: [{ path: `${fields.slug}.md`, text: `${front}\n${writeBlocks(blocks)}` }],
    copies: body.copies,
    warnings,
  };
};
