import type { Block } from "../block.ts";
import { mapBlocks, mapInline } from "../block.ts";
import { tomlFrontMatter, yamlFrontMatter } from "../front-matter.ts";
import { applyEdits, scanInline } from "../inline.ts";
import type { Target } from "../target.ts";
import { isDraft, reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";
import { bodyOf } from "./post.ts";

/** A Hugo page bundle: `<slug>/index.md` with its images beside it, front matter in YAML or TOML. */
export const hugo: Target = (draft, fields, options) => {
  const folder = fields.slug;
  const body = bodyOf(draft, options, (name) => ({ href: name, to: `${folder}/${name}` }));
  const write = options.frontMatter === "toml" ? tomlFrontMatter : yamlFrontMatter;
  const front = write(
    [
      ["title", fields.title],
      ["date", { stamp: fields.date }],
      ["lastmod", fields.updated === undefined ? undefined : { stamp: fields.updated }],
      ["draft", isDraft(draft, fields)],
      ["slug", fields.slug],
      ["description", fields.description],
      ["tags", fields.tags],
      ["categories", fields.categories],
      ["series", fields.series === undefined ? undefined : [fields.series]],
      ["author", fields.author],
      ["canonicalURL", fields.canonical],
      ["images", fields.cover === undefined ? undefined : [fields.cover]],
    ],
    reasonsNotReady(draft),
  );
  const text = `${front}\n${writeBlocks(escapeShortcodes(body.blocks))}`;
  return { files: [{ path: `${folder}/index.md`, text }], copies: body.copies, warnings: body.warnings };
};

/**
 * Hugo reads shortcodes before it reads Markdown, in code fences, too. A closed one gets the slash and star inside
 * its marks that make Hugo show it as it was; an opening without an end would stop the build, and is broken up.
 */
const escapeShortcodes = (blocks: readonly Block[]): readonly Block[] =>
  mapBlocks(
    mapInline(blocks, (text) => {
      const code = scanInline(text).verbatim;
      const edits = unclosed(text).map((from) => {
        const inCode = code.some((range) => range.from <= from && range.to > from);
        return { from: from + 2, to: from + 2, insert: inCode ? " " : "\\" };
      });
      return commented(applyEdits(text, edits));
    }),
    (block) => {
      if (block.kind === "code" || block.kind === "html") return { ...block, text: commented(broken(block.text)) };
      return block.kind === "definition"
        ? { ...block, target: broken(block.target), title: commented(broken(block.title)) }
        : block;
    },
  );

const closed = /\{\{(?<open>[<%])(?<inside>(?:(?!\{\{[<%])[\s\S])*?)(?<close>[>%])\}\}/gu;

const commented = (text: string): string =>
  text.replace(closed, (whole, open: string, inside: string, close: string) =>
    (open === "<") === (close === ">") ? `{{${open}/*${inside}*/${close}}}` : whole,
  );

/** Offsets of openings that no end follows. */
const unclosed = (text: string): readonly number[] => {
  const ends = new Set([...text.matchAll(closed)].flatMap((m) => ((m[1] === "<") === (m[3] === ">") ? [m.index] : [])));
  return [...text.matchAll(/\{\{[<%]/gu)].map(({ index }) => index).filter((index) => !ends.has(index));
};

const broken = (text: string): string =>
  applyEdits(
    text,
    unclosed(text).map((from) => ({ from: from + 2, to: from + 2, insert: " " })),
  );
