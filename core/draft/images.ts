import { isImagePath, readAddress } from "./address.ts";
import type { Block, Place } from "./block.ts";
import { inlineTexts, mapBlocks, mapInline, walkBlocks } from "./block.ts";
import type { Edit } from "./inline.ts";
import { applyEdits, scanInline } from "./inline.ts";
import { sameLabel } from "./steps/references.ts";
import { slugOf } from "./suggest.ts";

/** An image of the notebook that a draft shows. */
export interface DraftImage extends Place {
  /** Path inside the notebook. */
  readonly path: string;
  readonly alt: string;
}

/** A file to copy beside the post: from a path inside the notebook to one inside the export folder. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/** The images of the notebook that these blocks show, in their order; one that is shown twice stands twice. */
export const listImages = (blocks: readonly Block[]): readonly DraftImage[] =>
  everyImage(blocks).flatMap(({ note, line, address, alt }) => {
    const read = readAddress(note, address);
    return read.kind === "file" ? [{ note, line, path: read.path, alt }] : [];
  });

/** Every image with its address as written. */
export const everyImage = (
  blocks: readonly Block[],
): readonly (Place & { readonly address: string; readonly alt: string })[] => {
  const definitions = definitionTargets(blocks);
  return walkBlocks(blocks).flatMap((block) =>
    inlineTexts(block).flatMap((text) =>
      scanInline(text).links.flatMap((link) => {
        if (!link.image) return [];
        const address = link.target ?? definitions.get(sameLabel(link.label ?? ""));
        if (address === undefined || (link.wiki && !isImagePath(address))) return [];
        const written = link.wiki && link.text === link.targetAt ? "" : text.slice(link.text.from, link.text.to);
        const alt = link.wiki && /^\d+(?:x\d+)?$/u.test(written) ? "" : written;
        const line = block.line + text.slice(0, link.from).split("\n").length - 1;
        return [{ note: block.note, line, address, alt }];
      }),
    ),
  );
};

/** The addresses of link reference definitions by label; the first of a name wins. */
export const definitionTargets = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  const targets = new Map<string, string>();
  for (const block of walkBlocks(blocks)) {
    if (block.kind !== "definition" || targets.has(sameLabel(block.label))) continue;
    targets.set(sameLabel(block.label), block.target.replace(/^<([\s\S]*)>$/u, "$1"));
  }
  return targets;
};

/**
 * Points the images of the notebook at their copies, and writes Obsidian's embeds as Markdown images.
 *
 * @param where the address for a copy's file name, and the path in the export folder that it is copied to.
 */
export const placeImages = (
  blocks: readonly Block[],
  where: (name: string) => { readonly href: string; readonly to: string },
): { readonly blocks: readonly Block[]; readonly copies: readonly Copy[] } => {
  const names = imageNames(listImages(blocks).map(({ path }) => path));
  const copies = [...names].map(([from, name]) => ({ from, to: where(name).to }));
  const hrefOf = (note: string, address: string): string | null => {
    const read = readAddress(note, address);
    const name = read.kind === "file" ? names.get(read.path) : undefined;
    return name === undefined ? null : where(name).href;
  };
  const imageLabels = new Set(
    walkBlocks(blocks)
      .flatMap(inlineTexts)
      .flatMap((text) =>
        scanInline(text).links.flatMap(({ image, label }) => (image && label !== null ? [sameLabel(label)] : [])),
      ),
  );
  const inline = mapInline(blocks, (text, block) =>
    applyEdits(
      text,
      scanInline(text).links.flatMap((link): readonly Edit[] => {
        if (!link.image || link.target === null || !link.targetAt) return [];
        const href = hrefOf(block.note, link.target);
        if (href === null || (link.wiki && !isImagePath(link.target))) return [];
        if (!link.wiki) return [{ ...withBrackets(text, link.targetAt), insert: destination(href) }];
        const alias = link.text === link.targetAt ? "" : text.slice(link.text.from, link.text.to);
        return [
          {
            from: link.from,
            to: link.to,
            insert: `![${/^\d+(?:x\d+)?$/u.test(alias) ? "" : alias}](${destination(href)})`,
          },
        ];
      }),
    ),
  );
  const placed = mapBlocks(inline, (block) => {
    if (block.kind !== "definition" || !imageLabels.has(sameLabel(block.label))) return block;
    const href = hrefOf(block.note, block.target.replace(/^<([\s\S]*)>$/u, "$1"));
    return href === null ? block : { ...block, target: destination(href) };
  });
  return { blocks: placed, copies };
};

/** Stable, plain file names, one for each path: `vm-vs-container.png`; a second of the same name gets `-2`. */
const imageNames = (paths: readonly string[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of paths) {
    if (names.has(path)) continue;
    const file = path.slice(path.lastIndexOf("/") + 1);
    const dot = file.lastIndexOf(".");
    const ending =
      dot > 0
        ? file
            .slice(dot)
            .toLowerCase()
            .replace(/[^.a-z0-9]/gu, "")
        : "";
    const stem = slugOf(dot > 0 ? file.slice(0, dot) : file);
    let name = stem + ending;
    for (let n = 2; taken.has(name); n += 1) name = `${stem}-${n}${ending}`;
    taken.add(name);
    names.set(path, name);
  }
  return names;
};

/** The range of a target with its angle brackets. */
const withBrackets = (text: string, { from, to }: { from: number; to: number }) =>
  text[from - 1] === "<" && text[to] === ">" ? { from: from - 1, to: to + 1 } : { from, to };

const destination = (href: string): string => (/[\s()<>]/u.test(href) ? `<${href}>` : href);
