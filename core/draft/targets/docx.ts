import { reasonsNotReady, type Target } from "../target.ts";
import { offlineMarkdown } from "./html.ts";

/**
 * A Word document. What stands here is its text as Markdown, and the images that it shows: the file itself is set from
 * them outside of core, because it is no text (electron/docx/document.ts).
 */
export const docx: Target = (draft, fields, options) => {
  const { markdown, images, warnings } = offlineMarkdown(draft, options);
  const { title, description = "", author = "", tags = [] } = fields;
  const document = { title, description, author, tags, notReady: reasonsNotReady(draft), images: new Map(images) };
  return { files: [{ path: `${fields.slug}.docx`, text: markdown }], copies: [], warnings, document };
};
