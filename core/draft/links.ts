import type { Address } from "./address.ts";
import { isImagePath, isNotePath, readAddress } from "./address.ts";
import type { Block } from "./block.ts";
import { inlineTexts, mapBlocks, mapInline, walkBlocks } from "./block.ts";
import { definitionTargets } from "./images.ts";
import type { Edit, Link } from "./inline.ts";
import { applyEdits, plainText, scanInline } from "./inline.ts";
import { sameLabel } from "./steps/references.ts";

/** Addresses of posts by the path of the note that they were made of. */
export type Posts = ReadonlyMap<string, string>;

/**
 * Points links to other notes at their posts. What has no place in a post loses its link and keeps its words; each such
 * link is named in the warnings.
 */
export const resolveLinks = (
  blocks: readonly Block[],
  posts: Posts = new Map(),
): { readonly blocks: readonly Block[]; readonly warnings: readonly string[] } => {
  const warnings: string[] = [];
  const definitions = definitionTargets(blocks);
  const anchors = new Set(walkBlocks(blocks).flatMap((b) => (b.kind === "heading" ? [anchorOf(b.text)] : [])));
  const decide = (block: Block, link: Link): string | null | undefined => {
    const written = link.target ?? definitions.get(sameLabel(link.label ?? ""));
    if (written === undefined || (link.image && !(link.wiki && !isImagePath(written)))) return undefined;
    const decided = link.wiki
      ? wikiTarget(posts, written)
      : linkTarget(posts, anchors, readAddress(block.note, written));
    if (decided.warning)
      warnings.push(`${block.note}, line ${block.line}: the link to "${written}" ${decided.warning}.`);
    return decided.href;
  };
  const linked = mapInline(blocks, (text, block) =>
    applyEdits(
      text,
      scanInline(text).links.flatMap((link): readonly Edit[] => {
        const href = decide(block, link);
        if (href === undefined) return [];
        const open = { from: link.from, to: link.text.from, insert: href === null ? "" : "[" };
        const insert = href === null ? "" : `](${/[\s()<>]/u.test(href) ? `<${href}>` : href})`;
        return [open, { from: link.text.to, to: link.to, insert }];
      }),
    ),
  );
  return { blocks: withoutUnused(linked, definitions), warnings };
};

/** `href`: undefined leaves the link as it is, null takes it away, a text replaces it. */
interface Decision {
  readonly href: string | null | undefined;
  readonly warning?: string;
}

const linkTarget = (posts: Posts, anchors: ReadonlySet<string>, address: Address): Decision => {
  switch (address.kind) {
    case "web":
      return { href: undefined };
    case "anchor":
      return anchors.has(address.anchor.toLowerCase())
        ? { href: undefined }
        : { href: null, warning: "was taken out: the draft has no such heading" };
    case "file": {
      const post = posts.get(address.path) ?? posts.get(`${address.path}.md`);
      if (post !== undefined) return { href: post + (address.anchor === "" ? "" : `#${address.anchor}`) };
      return isNotePath(address.path)
        ? { href: null, warning: "was taken out: that note was not exported" }
        : { href: undefined, warning: "stays, but the file is not copied" };
    }
    case "data":
      return { href: null, warning: "was taken out: it holds data, not an address" };
    case "refused":
      return { href: null, warning: `was taken out: ${address.why}` };
  }
};

const wikiTarget = (posts: Posts, written: string): Decision => {
  const [name = "", heading = ""] = written.split("#", 2);
  const wanted = name.trim().toLowerCase();
  const found = [...posts].find(([path]) => {
    const bare = path.replace(/\.(?:md|markdown)$/iu, "").toLowerCase();
    return bare === wanted || bare.endsWith(`/${wanted}`);
  });
  if (found && wanted !== "") return { href: found[1] + (heading === "" ? "" : `#${anchorOf(heading)}`) };
  return { href: null, warning: "was taken out: that note was not exported" };
};

/** The id that GitHub, Hugo and Jekyll give a heading. */
export const anchorOf = (heading: string): string =>
  plainText(heading)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}_\s-]+/gu, "")
    .trim()
    .replace(/\s/gu, "-");

/** Definitions that nothing uses any more are gone, too. */
const withoutUnused = (blocks: readonly Block[], before: ReadonlyMap<string, string>): readonly Block[] => {
  const used = new Set(
    walkBlocks(blocks)
      .flatMap(inlineTexts)
      .flatMap((text) => scanInline(text).links.flatMap(({ label }) => (label === null ? [] : [sameLabel(label)]))),
  );
  return mapBlocks(blocks, (block) =>
    block.kind === "definition" && before.has(sameLabel(block.label)) && !used.has(sameLabel(block.label)) ? [] : block,
  );
};
