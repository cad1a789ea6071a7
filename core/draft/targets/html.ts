import { readAddress } from "../address.ts";
import type { Block } from "../block.ts";
import { mapBlocks, mapInline } from "../block.ts";
import { plainMarkdown } from "../dialect.ts";
import { renderHtml } from "../html.ts";
import { definitionTargets, placeImages } from "../images.ts";
import type { Edit } from "../inline.ts";
import { applyEdits, scanInline } from "../inline.ts";
import { resolveLinks } from "../links.ts";
import { htmlPage } from "../page.ts";
import { sameLabel } from "../steps/references.ts";
import type { Draft, Target, TargetOptions } from "../target.ts";
import { reasonsNotReady } from "../target.ts";
import { writeBlocks } from "../write.ts";

/**
 * One self-contained page, or with `fragment` its body alone. Images of the notebook stand in it as data; a picture
 * from the web becomes a link to it, so that the page asks nothing of anybody.
 */
export const html: Target = (draft, fields, options) => {
  const { sanitise, images = new Map<string, string>() } = options;
  if (!sanitise) throw new Error("The HTML target needs options.sanitise: no HTML is written without it.");
  const offline = offlineMarkdown(draft, { ...options, images });
  const rendered = renderHtml(offline.markdown, sanitise);
  const body = offline.images.reduce(
    (text, [name, data]) => text.replaceAll(`src="${name}"`, `src="${data}"`),
    onlyOwnImages(rendered),
  );
  const path = `${fields.slug}.html`;
  const extra = { minutes: draft.minutes, notReady: reasonsNotReady(draft) };
  const text = options.fragment ? body : htmlPage(body, fields, extra);
  return {
    files: [{ path, text }],
    copies: [],
    warnings: offline.warnings,
  };
};

/** The post as Markdown that asks nothing of anybody, and its images as data, by the address that stands in it. */
export const offlineMarkdown = (
  draft: Draft,
  { posts, images = new Map<string, string>() }: TargetOptions,
): {
  readonly markdown: string;
  readonly images: readonly (readonly [address: string, data: string])[];
  readonly warnings: readonly string[];
} => {
  const linked = resolveLinks(htmlAsText(draft.blocks), posts);
  const offline = linkRemoteImages(linked.blocks);
  const embedded = embedImages(offline.blocks, images);
  return {
    markdown: writeBlocks(plainMarkdown(embedded.blocks)),
    images: embedded.names,
    warnings: [...linked.warnings, ...offline.warnings, ...embedded.warnings],
  };
};

/**
 * Whatever way an address took into the text, the page loads nothing: an image that is neither the notebook's nor data
 * loses it. The sanitiser writes attributes in double quotes.
 */
const onlyOwnImages = (sanitised: string): string =>
  sanitised.replace(/(<img\b[^>]*?\ssrc=)"(?!note-asset:image\/|data:image\/)[^"]*"/gu, '$1"data:,"');

/** Raw HTML as the text that it is: nothing in it may be read as Markdown. */
const htmlAsText = (blocks: readonly Block[]): readonly Block[] =>
  mapBlocks(blocks, (block) =>
    block.kind === "html"
      ? { ...block, kind: "paragraph", text: block.text.replace(/[!-/:-@[-`{-~]/gu, "\\$&") }
      : block,
  );

/**
 * Images pass the Markdown reader and the sanitiser under a short address; the data, which can be megabytes, is put in
 * afterwards. Only data of images is let in: `data:image/…` in base64.
 */
const embedImages = (blocks: readonly Block[], images: ReadonlyMap<string, string>) => {
  const prefix = "note-asset:image/";
  const { blocks: placed, copies } = placeImages(blocks, (name) => ({ href: prefix + name, to: prefix + name }));
  const names: (readonly [name: string, data: string])[] = [];
  const warnings: string[] = [];
  for (const { from, to } of copies) {
    const data = images.get(from);
    if (data !== undefined && /^data:image\/[a-z+.-]+;base64,[A-Za-z0-9+/=]*$/u.test(data)) names.push([to, data]);
    else {
      warnings.push(`The image ${from} could not be put into the page.`);
      names.push([to, "data:,"]);
    }
  }
  return { blocks: placed, names, warnings };
};

const linkRemoteImages = (blocks: readonly Block[]) => {
  const warnings: string[] = [];
  const definitions = definitionTargets(blocks);
  const linked = mapInline(blocks, (text, block) =>
    applyEdits(
      text,
      scanInline(text).links.flatMap((link): readonly Edit[] => {
        const address = link.target ?? definitions.get(sameLabel(link.label ?? ""));
        if (!link.image || link.wiki || address === undefined) return [];
        const read = readAddress(block.note, address);
        if (read.kind === "file" || read.kind === "data") return [];
        warnings.push(
          `${block.note}, line ${block.line}: the image ${address} is not in the notebook; the page links to it.`,
        );
        if (read.kind !== "web")
          return [{ from: link.from, to: link.to, insert: text.slice(link.text.from, link.text.to) }];
        const bare = text.slice(link.text.from, link.text.to).trim() === "";
        if (bare)
          return [{ from: link.from, to: link.to, insert: `<${read.url.replace(/[<>\s]/gu, encodeURIComponent)}>` }];
        return [{ from: link.from, to: link.from + 1, insert: "" }];
      }),
    ),
  );
  return { blocks: linked, warnings };
};
