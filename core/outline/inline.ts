import type { Span } from "./tree.ts";

/** A link inside a line. `from` and `to` count in the plain text. */
export interface Link extends Span {
  readonly url: string;
}

/** The words of a line without its marks, and where each stands in the line. */
export interface Inline {
  /** Plain text: no emphasis, backticks, tags, images or link targets. */
  readonly plain: string;
  /** For each code unit of `plain` its offset in the text given; one more for the end. */
  readonly at: readonly number[];
  /** Offsets in `plain` at which emphasis, code or a link starts or ends. */
  readonly edges: readonly number[];
  readonly links: readonly Link[];
  /** Bare addresses; they are no part of `plain`. */
  readonly urls: readonly string[];
  /** Longest run of `*` or `_` that opens the line. */
  readonly strong: number;
  /** Whether the line starts with a link, once emphasis is put aside. */
  readonly linked: boolean;
  readonly struck: boolean;
  readonly image: boolean;
  /** `x` of a ticked box, a space of an empty one, null where there is none. */
  readonly box: string | null;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  apos: "'",
};
const punctuation = /[!-/:-@[-`{-~]/;
const space = /\s/;
const letter = /[\p{L}\p{N}]/u;
const limit = 2000;

/** Closing bracket of every opening one, by offset. */
const brackets = (text: string): Map<number, number> => {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text.charCodeAt(i);
    if (char === 92) i++;
    else if (char === 91) open.push(i);
    else if (char === 93) {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, i);
    }
  }
  return pairs;
};

/** End of the link target that starts with `(` at `at`, and its address; null where it never closes. */
const target = (text: string, at: number): { to: number; url: string } | null => {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const char = text[i];
    if (char === "\\") i++;
    else if (char === "(") depth++;
    else if (char === ")" && --depth === 0) {
      const inner = text.slice(at + 1, i).trim();
      const cut = /^<([^>]*)>/.exec(inner)?.[1] ?? inner.split(/\s+["'(]/)[0] ?? "";
      return { to: i + 1, url: cut.trim() };
    }
  }
  return null;
};

/** Takes the marks off one line of Markdown. Linear in its length; of a line over 2,000 code units only the start is read. */
export const inline = (source: string): Inline => {
  const text = source.length > limit ? source.slice(0, limit) : source;
  let plain = "";
  const at: number[] = [];
  const edges: number[] = [];
  const links: Link[] = [];
  const urls: string[] = [];
  let strong = 0;
  let linked = false;
  let struck = false;
  let image = false;
  let box: string | null = null;
  const pairs = text.includes("[") ? brackets(text) : null;
  const ends: { close: number; to: number; url: string; from: number }[] = [];
  const put = (char: string, offset: number): void => {
    plain += char;
    for (let k = 0; k < char.length; k++) at.push(offset);
  };
  let i = 0;
  const task = /^\[([ xX✓✔])\]\s+/.exec(text);
  if (task) {
    box = task[1] === " " ? " " : "x";
    i = task[0].length;
  }
  while (i < text.length) {
    const char = text[i] as string;
    const end = ends[ends.length - 1];
    if (end && i === end.close) {
      ends.pop();
      edges.push(plain.length);
      if (end.url !== "") links.push({ url: end.url, from: end.from, to: plain.length });
      i = end.to;
      continue;
    }
    if (char === "\\" && i + 1 < text.length && punctuation.test(text[i + 1] as string)) {
      put(text[i + 1] as string, i + 1);
      i += 2;
      continue;
    }
    if (char === "`") {
      let run = i;
      while (text[run] === "`") run++;
      const mark = text.slice(i, run);
      const close = text.indexOf(mark, run);
      if (close >= 0) {
        edges.push(plain.length);
        for (let k = run; k < close; k++) put(text[k] as string, k);
        edges.push(plain.length);
        i = close + mark.length;
      } else i = run;
      continue;
    }
    if (char === "!" && text[i + 1] === "[") {
      const close = pairs?.get(i + 1);
      const after = close !== undefined && text[close + 1] === "(" ? target(text, close + 1) : null;
      if (close !== undefined) {
        image = true;
        i = after?.to ?? (text[close + 1] === "[" ? (pairs?.get(close + 1) ?? close) + 1 : close + 1);
        continue;
      }
    }
    if (char === "[") {
      const close = pairs?.get(i);
      if (close !== undefined) {
        const next = text[close + 1];
        if (text[i + 1] === "[" && text[close - 1] === "]") {
          const inner = text.slice(i + 2, close - 1);
          const bar = inner.lastIndexOf("|");
          edges.push(plain.length);
          const from = plain.length;
          if (plain.trim() === "") linked = true;
          for (let k = bar + 1; k < inner.length; k++) put(inner[k] as string, i + 2 + k);
          links.push({ url: bar >= 0 ? inner.slice(0, bar) : inner, from, to: plain.length });
          edges.push(plain.length);
          i = close + 1;
          continue;
        }
        const after = next === "(" ? target(text, close + 1) : null;
        const reference = next === "[" ? pairs?.get(close + 1) : undefined;
        if (after || reference !== undefined) {
          if (plain.trim() === "") linked = true;
          edges.push(plain.length);
          ends.push({
            close,
            from: plain.length,
            to: after?.to ?? (reference as number) + 1,
            url: after?.url ?? text.slice(close + 2, reference),
          });
          i++;
          continue;
        }
      }
    }
    if (char === "<") {
      const tag = /^<(?:(https?:\/\/[^\s<>]*)|!--.*?-->|\/?[A-Za-z][^<>]*)>/.exec(text.slice(i, i + 500));
      if (tag) {
        if (tag[1] !== undefined) urls.push(tag[1]);
        else if (/^<(?:b|strong)\b/i.test(tag[0]) && plain.trim() === "") strong = Math.max(strong, 2);
        else if (/^<a\s/i.test(tag[0]) && plain.trim() === "") linked = true;
        edges.push(plain.length);
        i += tag[0].length;
        continue;
      }
    }
    if (char === "&") {
      const entity = /^&(#?\w{2,6});/.exec(text.slice(i, i + 9));
      const value = entity?.[1] === undefined ? undefined : entities[entity[1]];
      if (entity && value !== undefined) {
        put(value, i);
        i += entity[0].length;
        continue;
      }
    }
    if (char === "h" && text.startsWith("http", i) && !letter.test(text[i - 1] ?? " ")) {
      const url = /^https?:\/\/[^\s<>()\]*]*(?:\([^\s()]*\)[^\s<>()\]*]*)*/.exec(text.slice(i));
      if (url) {
        urls.push(url[0]);
        edges.push(plain.length);
        i += url[0].length;
        continue;
      }
    }
    if (
      char === "*" ||
      char === "_" ||
      (char === "~" && text[i + 1] === "~") ||
      (char === "=" && text[i + 1] === "=")
    ) {
      let run = i;
      while (text[run] === char) run++;
      const before = text[i - 1] ?? " ";
      const after = text[run] ?? " ";
      const alone = space.test(before) && space.test(after);
      const inWord = char === "_" && letter.test(before) && letter.test(after);
      const sum = char === "=" && (!letter.test(before) === !letter.test(after) || run - i !== 2);
      if (!alone && !inWord && !sum) {
        if (plain.trim() === "" && char !== "~" && char !== "=") strong = Math.max(strong, run - i);
        if (char === "~" && plain.trim() === "") struck = true;
        edges.push(plain.length);
        i = run;
        continue;
      }
    }
    put(char, i);
    i++;
  }
  at.push(text.length);
  return { plain, at, edges, links, urls, strong, linked, struck, image, box };
};
