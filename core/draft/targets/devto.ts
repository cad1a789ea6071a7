import { yamlFrontMatter } from "../front-matter.ts";
import { joinLines } from "../steps/lines.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";
import { hostedImage, uploadWarnings } from "./hosted.ts";
import { escapeLiquid } from "./liquid.ts";
import { bodyOf } from "./post.ts";

/** A post for dev.to's editor: one file. Single line breaks become breaks there, so paragraphs are always joined. */
export const devto: Target = (draft, fields, options) => {
  const body = bodyOf({ ...draft, blocks: joinLines(draft.blocks).blocks }, options, hostedImage(options));
  const tags = (fields.tags ?? []).map(devtoTag).filter((tag) => tag !== "");
  const front = yamlFrontMatter(
    [
      ["title", fields.title],
      ["published", !isDraft(draft, fields)],
      ["description", fields.description],
      ["tags", tags.length === 0 ? undefined : [...new Set(tags)].slice(0, 4).join(", ")],
      ["canonical_url", fields.canonical],
      ["cover_image", fields.cover],
      ["series", fields.series],
    ],
    reasonsNotReady(draft),
  );
  // dev.to puts its own raw tags around code blocks.
  const text = `${front}\n${writeBlocks(escapeLiquid(body.blocks, false))}`;
  const warnings = [...body.warnings, ...uploadWarnings(body.copies, options, "dev.to")];
  return { files: [{ path: `${fields.slug}.md`, text }], copies: body.copies, warnings };
};

/** dev.to's tags are letters and digits alone. */
const devtoTag = (tag: string): string => tag.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
