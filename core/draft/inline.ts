import markdownIt from "markdown-it";

/** A half-open range of UTF-16 code units inside a piece of inline Markdown. */
interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * A link or an image as it stands in inline Markdown.
 * `target`: the address as written, without `<>`; null for a reference (`label` names its definition then).
 * `wiki`: Obsidian's `[[Note#Heading|text]]` or `![[image.png|400]]`; its `text` range is the alias, or the target.
 */
export interface Link extends Range {
  readonly image: boolean;
  readonly wiki: boolean;
  readonly text: Range;
  readonly target: string | null;
  readonly targetAt: Range | null;
  readonly label: string | null;
}

/** What stands in a piece of inline Markdown, in the order of its ends. */
export interface InlineParts {
  readonly links: readonly Link[];
  /** Code spans with their ticks, and autolinks and raw HTML with their brackets. */
  readonly verbatim: readonly Range[];
  /** `[^label]`, the label's range. */
  readonly footnotes: readonly Range[];
}

const { helpers } = markdownIt();

/** Finds links, images, code spans and footnote marks in inline Markdown (CommonMark 0.31, section 6). */
export const scanInline = (text: string): InlineParts => {
  // Most lines hold none of it.
  if (!/[[`<]/u.test(text)) return nothing;
  const links: Link[] = [];
  const verbatim: Range[] = [];
  const footnotes: Range[] = [];
  const open: number[] = [];
  const ticks = new Ticks(text);
  for (let at = 0; at < text.length; at += 1) {
    const skip = verbatimEnd(text, at, ticks);
    if (skip > at) {
      verbatim.push({ from: at, to: skip });
      at = skip - 1;
    } else if (text[at] === "\\") at += 1;
    else if (text[at] === "[") {
      const wiki = text.startsWith("[[", at) ? wikiLink(text, at) : null;
      const note = /^\[\^([^\]\s]+)\]/u.exec(text.slice(at, at + 200));
      if (wiki) {
        links.push(wiki);
        at = wiki.to - 1;
      } else if (note) {
        footnotes.push({ from: at + 2, to: at + note[0].length - 1 });
        at += note[0].length - 1;
      } else open.push(at);
    } else if (text[at] === "]") {
      const from = open.pop();
      const link = from === undefined ? null : closeLink(text, from, at);
      if (link) {
        links.push(link);
        at = link.to - 1;
      }
    }
  }
  return { links, verbatim, footnotes };
};

const nothing: InlineParts = { links: [], verbatim: [], footnotes: [] };

/** The runs of backticks in a text, by their length. Asked from left to right, each is looked at once. */
class Ticks {
  private readonly runs = new Map<number, number[]>();
  private readonly lengths = new Map<number, number>();

  constructor(text: string) {
    for (const { index, 0: run } of text.includes("`") ? text.matchAll(/`+/gu) : []) {
      this.lengths.set(index, run.length);
      const same = this.runs.get(run.length);
      if (same) same.push(index);
      else this.runs.set(run.length, [index]);
    }
    for (const same of this.runs.values()) same.reverse();
  }

  /** How many ticks begin at this offset; 1 in the middle of a run, whose first tick a backslash took. */
  lengthAt(at: number): number {
    return this.lengths.get(at) ?? 1;
  }

  /** Where the next run of this length begins, at `from` or after it. */
  next(length: number, from: number): number | null {
    const same = this.runs.get(length) ?? [];
    while ((same.at(-1) ?? from) < from) same.pop();
    return same.at(-1) ?? null;
  }
}

/** The end of a code span, autolink or HTML tag that begins at `at`; `at` itself when none does. */
const verbatimEnd = (text: string, at: number, ticks: Ticks): number => {
  if (text[at] === "`") {
    const length = ticks.lengthAt(at);
    const close = ticks.next(length, at + length);
    // A run without a partner is text, but none of its ticks may open a shorter span.
    return close === null ? at + length : close + length;
  }
  if (text[at] === "<") {
    const tag = /^<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?|[^\s<>@]+@[^\s<>]+)>/iu.exec(
      text.slice(at, at + 4_000),
    );
    return tag ? at + tag[0].length : at;
  }
  return at;
};

const wikiLink = (text: string, at: number): Link | null => {
  const found = /^\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/u.exec(text.slice(at, at + 1_000));
  if (!found) return null;
  const image = text[at - 1] === "!";
  const target = found[1] ?? "";
  const targetAt = { from: at + 2, to: at + 2 + target.length };
  const to = at + found[0].length;
  const alias = found[2] === undefined ? targetAt : { from: targetAt.to + 1, to: to - 2 };
  return {
    from: image ? at - 1 : at,
    to,
    image,
    wiki: true,
    text: alias,
    target: target.trim(),
    targetAt,
    label: null,
  };
};

const closeLink = (text: string, open: number, close: number): Link | null => {
  const image = text[open - 1] === "!" && text[open - 2] !== "\\";
  const base = { from: image ? open - 1 : open, image, wiki: false, text: { from: open + 1, to: close } };
  const inline = text[close + 1] === "(" ? inlineTarget(text, close, base) : null;
  if (inline) return inline;
  const label = /^\[([^[\]]*)\]/u.exec(text.slice(close + 1, close + 1_000));
  const own = text.slice(open + 1, close);
  const name = label?.[1] ? label[1] : own;
  // A label has at most 999 characters.
  if (name.length > 999) return null;
  return { ...base, to: close + 1 + (label?.[0].length ?? 0), target: null, targetAt: null, label: name };
};

const inlineTarget = (
  text: string,
  close: number,
  base: Pick<Link, "from" | "image" | "wiki" | "text">,
): Link | null => {
  const from = close + 2 + (/^\s*/u.exec(text.slice(close + 2))?.[0].length ?? 0);
  const read = helpers.parseLinkDestination(text, from, text.length);
  const after = read.ok ? read.pos : from;
  const gap = /^\s*/u.exec(text.slice(after))?.[0].length ?? 0;
  const title = gap > 0 ? helpers.parseLinkTitle(text, after + gap, text.length) : null;
  const end = title?.ok ? title.pos : after;
  const bracket = /^\s*\)/u.exec(text.slice(end));
  if (!bracket) return null;
  const bracketed = text[from] === "<" && after > from;
  const targetAt = bracketed ? { from: from + 1, to: after - 1 } : { from, to: after };
  const target = text.slice(targetAt.from, targetAt.to);
  return { ...base, to: end + bracket[0].length, target, targetAt, label: null };
};

/** A replacement inside a piece of text. */
export interface Edit extends Range {
  readonly insert: string;
}

/** Applies edits that do not overlap. */
export const applyEdits = (text: string, edits: readonly Edit[]): string => {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, insert } of [...edits].sort((one, other) => one.from - other.from || one.to - other.to)) {
    pieces.push(text.slice(at, from), insert);
    at = to;
  }
  return pieces.join("") + text.slice(at);
};

/** Applies `change` to what stands outside code spans, autolinks and HTML tags. */
export const outsideCode = (text: string, change: (piece: string) => string): string => {
  let result = "";
  let at = 0;
  if (!/[`<]/u.test(text)) return change(text);
  for (const { from, to } of scanInline(text).verbatim) {
    result += change(text.slice(at, from)) + text.slice(from, to);
    at = to;
  }
  return result + change(text.slice(at));
};

const reader = markdownIt({ html: true });

/** Inline Markdown as the words that a reader sees: no emphasis, links, code ticks or tags. */
export const plainText = (text: string): string => {
  if (!/[\\`*_~[<&=]/u.test(text)) return text.replace(/\s+/gu, " ").trim();
  const { links, footnotes: calls } = scanInline(text);
  const unlinked = applyEdits(text, [
    ...links.filter(({ wiki }) => wiki).map((link) => ({ ...link, insert: text.slice(link.text.from, link.text.to) })),
    ...calls.map(({ from, to }) => ({ from: from - 2, to: to + 1, insert: "" })),
  ]).replace(/==(?=\S)([^=\n]+?)(?<=\S)==/gu, "$1");
  const words = (reader.parseInline(unlinked, {})[0]?.children ?? []).map((token) =>
    token.type === "softbreak" || token.type === "hardbreak" ? " " : token.type.startsWith("html") ? "" : token.content,
  );
  return words.join("").replace(/\s+/gu, " ").trim();
};
