import type { Block } from "./block.ts";
import type { Problem } from "./check.ts";
import type { Fields } from "./fields.ts";
import type { Copy } from "./images.ts";
import type { Posts } from "./links.ts";
import type { DraftVariant } from "./target-names.ts";

/** What a target makes a post of. */
export interface Draft {
  readonly blocks: readonly Block[];
  /** What is not ready; where any of it blocks, the export is a draft and says why. */
  readonly problems: readonly Problem[];
  /** Minutes that it takes to read. */
  readonly minutes: number;
}

/** What the caller may give a target. */
export interface TargetOptions {
  /** Addresses of notes that were exported before. */
  readonly posts?: Posts;
  /** Hugo: `toml` for TOML front matter. */
  readonly frontMatter?: "yaml" | "toml";
  /** Astro: other names for fields, by Lectern's names of the target's (`{ pubDate: "date" }`). */
  readonly rename?: Readonly<Record<string, string>>;
  /** dev.to and Hashnode: where the person will put the images; relative to it they are linked. */
  readonly imageBase?: string;
  /** HTML: images of the notebook as `data:` addresses, by path. */
  readonly images?: ReadonlyMap<string, string>;
  /** HTML: takes out of HTML what could run. Every HTML export passes through it. */
  readonly sanitise?: (html: string) => string;
  /** HTML: the body alone, without page and style. */
  readonly fragment?: boolean;
}

/** What chosen variants mean to a target. */
export const variantOptions = (
  variants: readonly DraftVariant[] = [],
): Required<Pick<TargetOptions, "frontMatter" | "fragment">> => ({
  frontMatter: variants.includes("toml") ? "toml" : "yaml",
  fragment: variants.includes("fragment"),
});

/** A file of an export; the path is inside the export folder, with `/`. */
export interface TargetFile {
  readonly path: string;
  readonly text: string;
}

/** What a target wants written: texts, copies of images, and what the person should know. */
export interface TargetOutput {
  readonly files: readonly TargetFile[];
  readonly copies: readonly Copy[];
  readonly warnings: readonly string[];
  /** DOCX: what the file holds besides its text. */
  readonly document?: DocumentParts;
}

/** A Word document besides its text. */
export interface DocumentParts {
  readonly title: string;
  /** Empty for none, as are `author` and `tags`. */
  readonly description: string;
  readonly author: string;
  readonly tags: readonly string[];
  /** Why the post is not ready, as sentences; they stand on top. */
  readonly notReady: readonly string[];
  /** `data:` addresses by the address that the text has for an image. */
  readonly images: ReadonlyMap<string, string>;
}

/** A blog system, as a pure function. */
export type Target = (draft: Draft, fields: Fields, options: TargetOptions) => TargetOutput;

/** The blocking problems as comments for the front matter, at most 20; empty when the draft is ready. */
export const reasonsNotReady = ({ problems }: Draft): readonly string[] => {
  const blocking = problems.filter(({ blocks }) => blocks);
  const lines = blocking.slice(0, 20).map(({ note, line, message }) => {
    const place = note === null ? "" : `${note}${line === null ? "" : `, line ${line}`}: `;
    return `Not ready: ${place}${message}`;
  });
  return blocking.length > 20 ? [...lines, `Not ready: ${blocking.length - 20} more.`] : lines;
};

/** Whether the export must be a draft: something is not ready, or the person says so. */
export const isDraft = (draft: Draft, fields: Fields): boolean =>
  fields.draft === true || draft.problems.some(({ blocks }) => blocks);
