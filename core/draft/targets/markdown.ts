import { yamlFrontMatter } from "../front-matter.ts";
import { placeImages } from "../images.ts";
import { resolveLinks } from "../links.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";

/** One Markdown file under its title, with the images in `images/`. Callouts and highlights stay as they are. */
export const markdown: Target = (draft, fields, options) => {
  const linked = resolveLinks(draft.blocks, options.posts);
  const { blocks, copies } = placeImages(linked.blocks, (name) => ({ href: `images/${name}`, to: `images/${name}` }));
  const front = yamlFrontMatter(
    [
      ["title", fields.title],
      ["date", { stamp: fields.date }],
      ["draft", isDraft(draft, fields) ? true : undefined],
      ["description", fields.description],
      ["tags", fields.tags],
    ],
    reasonsNotReady(draft),
  );
  const title = writeBlocks([{ kind: "heading", note: "", line: 1, level: 1, text: escapedTitle(fields.title) }]);
  const text = [front, title, writeBlocks(blocks)].join("\n");
  return { files: [{ path: `${fields.slug}.md`, text }], copies, warnings: linked.warnings };
};

/** A title is plain words: nothing in it may be read as Markdown. */
const escapedTitle = (title: string): string => title.replace(/\s+/gu, " ").replace(/[\\`*_[\]<>&]/gu, "\\$&");
