import { dayOf } from "../fields.ts";
import { yamlFrontMatter } from "../front-matter.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";
import { escapeKramdown, escapeLiquid, pipe } from "./liquid.ts";
import { bodyOf } from "./post.ts";

/** A Jekyll post, `_posts/YYYY-MM-DD-slug.md`, with its images in `assets/images/<slug>/`. */
export const jekyll: Target = (draft, fields, options) => {
  const folder = `assets/images/${fields.slug}`;
  // The images' addresses are placed as marks, and become Liquid only after the text's own Liquid has been made safe.
  const body = bodyOf(draft, options, (name) => ({ href: `${mark}${folder}/${name}`, to: `${folder}/${name}` }));
  const front = yamlFrontMatter(
    [
      ["layout", fields.layout ?? "post"],
      ["title", fields.title],
      ["date", { stamp: jekyllDate(fields.date) }],
      ["published", isDraft(draft, fields) ? false : undefined],
      ["permalink", fields.permalink],
      ["description", fields.description],
      ["author", fields.author],
      ["categories", fields.categories],
      ["tags", fields.tags],
      ["image", fields.cover],
      ["canonical_url", fields.canonical],
    ],
    reasonsNotReady(draft),
  );
  const text = writeBlocks(escapeLiquid(escapeKramdown(body.blocks)));
  const placed = text.replaceAll(pipe, "|").replace(imageMark, (_, path: string) => `{{ "/${path}" | relative_url }}`);
  const path = `_posts/${dayOf(fields.date)}-${fields.slug}.md`;
  return { files: [{ path, text: `${front}\n${placed}` }], copies: body.copies, warnings: body.warnings };
};

// A character that no text holds (Unicode, 23.7: for internal use).
const mark = "\uFDD1";
const imageMark = /\uFDD1([^\s)>]+)/gu;

/** `2026-11-24T09:30:00+01:00` as Jekyll has it: `2026-11-24 09:30:00 +0100`. */
const jekyllDate = (date: string): string => {
  const parts = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:(Z)|([+-]\d\d):?(\d\d))?)?$/u.exec(date);
  if (!parts) return date;
  const [, day, time = "00:00", seconds = ":00", , hours, minutes] = parts;
  return `${day} ${time}${seconds} ${hours === undefined ? "+0000" : hours + minutes}`;
};
