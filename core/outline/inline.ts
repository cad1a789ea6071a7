import { codeAt, isLetterOrNumber, isSpace } from "./characters.ts";
import type { Span } from "./tree.ts";

/** A link inside a line. `from` and `to` count in the plain text. */
export interface Link extends Span {
  readonly url: string;
}

/** The words of a line without its marks, and where each stands in the line. */
export interface Inline {
  /** Plain text: no emphasis, backticks, tags, images or link targets. */
  readonly plain: string;
  /** Pairs of offsets, in `plain` and in the text given, from which both run on side by side. */
  readonly map: readonly number[];
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
const special = /[*_`[<&\\~=!\]]|https?:/g;
const limit = 2000;
const none: readonly never[] = [];
const whole: readonly number[] = [0, 0];

/** Closing bracket of every opening one in the text that is being read, by offset; -1 for none. Kept, as lines are many. */
const closes = new Int32Array(limit);

/** Fills `closes` for a text. */
const pairBrackets = (text: string): void => {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = codeAt(text, i);
    if (char === 92) closes[++i] = -1;
    else if (char === 91) {
      closes[i] = -1;
      open.push(i);
    } else if (char === 93) {
      const start = open.pop();
      if (start !== undefined) closes[start] = i;
    }
  }
};

/** End of the link target that starts with `(` at `at`, and its address; null where it never closes. */
const target = (text: string, at: number): { to: number; url: string } | null => {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const char = codeAt(text, i);
    if (char === 92) i++;
    else if (char === 40) depth++;
    else if (char === 41 && --depth === 0) {
      const inner = text.slice(at + 1, i).trim();
      const cut = /^<([^>]*)>/.exec(inner)?.[1] ?? inner.split(/\s+["'(]/)[0] ?? "";
      return { to: i + 1, url: cut.trim() };
    }
  }
  return null;
};

/** Takes the marks off one line, left to right. */
class Reader {
  private readonly text: string;
  plain = "";
  readonly map: number[] = [];
  readonly edges: number[] = [];
  readonly links: Link[] = [];
  readonly urls: string[] = [];
  strong = 0;
  linked = false;
  struck = false;
  image = false;
  private paired = false;
  private readonly ends: { close: number; to: number; url: string; from: number }[] = [];

  constructor(text: string) {
    this.text = text;
  }

  private put(from: number, to: number): void {
    if (to <= from) return;
    this.map.push(this.plain.length, from);
    this.plain += this.text.slice(from, to);
  }

  private get atStart(): boolean {
    return this.plain.length < 20 && this.plain.trim() === "";
  }

  run(from: number): void {
    const { text } = this;
    let at = from;
    for (;;) {
      special.lastIndex = at;
      const found = special.exec(text);
      if (!found) break;
      this.put(at, found.index);
      at = found.index;
      const to = this.mark(at);
      if (to === at) {
        this.put(at, at + 1);
        at++;
      } else at = to;
    }
    this.put(at, text.length);
  }

  /** Handles the mark at `at`; the offset behind it, or `at` itself where it is text. */
  private mark(at: number): number {
    switch (this.text[at]) {
      case "\\":
        return this.escape(at);
      case "`":
        return this.code(at);
      case "!":
        return this.text[at + 1] === "[" ? this.picture(at) : at;
      case "[":
        return this.open(at);
      case "]":
        return this.close(at);
      case "<":
        return this.tag(at);
      case "&":
        return this.entity(at);
      case "h":
        return this.address(at);
      default:
        return this.emphasis(at);
    }
  }

  private escape(at: number): number {
    if (!punctuation.test(this.text[at + 1] ?? " ")) return at;
    this.put(at + 1, at + 2);
    return at + 2;
  }

  private code(at: number): number {
    let run = at;
    while (this.text[run] === "`") run++;
    const close = this.text.indexOf(this.text.slice(at, run), run);
    if (close < 0) return run;
    this.edges.push(this.plain.length);
    this.put(run, close);
    this.edges.push(this.plain.length);
    return close + run - at;
  }

  /** Offset of the bracket that closes the one at `at`. */
  private closeOf(at: number): number | undefined {
    if (!this.paired) pairBrackets(this.text);
    this.paired = true;
    const close = closes[at] as number;
    return close < 0 ? undefined : close;
  }

  private picture(at: number): number {
    const close = this.closeOf(at + 1);
    if (close === undefined) return at;
    this.image = true;
    const next = this.text[close + 1];
    if (next === "(") return target(this.text, close + 1)?.to ?? close + 1;
    return next === "[" ? (this.closeOf(close + 1) ?? close) + 1 : close + 1;
  }

  private open(at: number): number {
    const { text } = this;
    const close = this.closeOf(at);
    if (close === undefined) {
      let run = at + 1;
      while (text[run] === "[" && this.closeOf(run) === undefined) run++;
      this.put(at, run);
      return run;
    }
    if (text[at + 1] === "[" && text[close - 1] === "]") return this.wiki(at, close);
    const next = text[close + 1];
    const after = next === "(" ? target(text, close + 1) : null;
    const reference = next === "[" ? this.closeOf(close + 1) : undefined;
    if (!after && reference === undefined) return at;
    if (this.atStart) this.linked = true;
    this.edges.push(this.plain.length);
    const url = after?.url ?? text.slice(close + 2, reference);
    this.ends.push({ close, from: this.plain.length, to: after?.to ?? (reference as number) + 1, url });
    return at + 1;
  }

  private wiki(at: number, close: number): number {
    const inner = this.text.slice(at + 2, close - 1);
    const bar = inner.lastIndexOf("|");
    if (this.atStart) this.linked = true;
    this.edges.push(this.plain.length);
    const from = this.plain.length;
    this.put(at + 3 + bar, close - 1);
    this.links.push({ url: bar >= 0 ? inner.slice(0, bar) : inner, from, to: this.plain.length });
    this.edges.push(this.plain.length);
    return close + 1;
  }

  private close(at: number): number {
    const end = this.ends[this.ends.length - 1];
    if (end?.close !== at) return at;
    this.ends.pop();
    this.edges.push(this.plain.length);
    if (end.url !== "") this.links.push({ url: end.url, from: end.from, to: this.plain.length });
    return end.to;
  }

  private tag(at: number): number {
    const found = /^<(?:(https?:\/\/[^\s<>]*)|!--.*?-->|\/?[A-Za-z][^<>]*)>/.exec(this.text.slice(at, at + 500));
    if (!found) return at;
    if (found[1] !== undefined) this.urls.push(found[1]);
    else if (this.atStart && /^<(?:b|strong)\b/i.test(found[0])) this.strong = Math.max(this.strong, 2);
    else if (this.atStart && /^<a\s/i.test(found[0])) this.linked = true;
    this.edges.push(this.plain.length);
    return at + found[0].length;
  }

  private entity(at: number): number {
    const found = /^&(#?\w{2,6});/.exec(this.text.slice(at, at + 9));
    const value = found?.[1] === undefined ? undefined : entities[found[1]];
    if (!found || value === undefined) return at;
    this.map.push(this.plain.length, at);
    this.plain += value;
    return at + found[0].length;
  }

  private address(at: number): number {
    if (at > 0 && isLetterOrNumber(codeAt(this.text, at - 1))) return at;
    const found = /^https?:\/\/[^\s<>()\]*]*(?:\([^\s()]*\)[^\s<>()\]*]*)*/.exec(this.text.slice(at));
    if (!found) return at;
    this.urls.push(found[0]);
    this.edges.push(this.plain.length);
    return at + found[0].length;
  }

  private emphasis(at: number): number {
    const { text } = this;
    const char = text[at] as string;
    if ((char === "~" || char === "=") && text[at + 1] !== char) return at;
    let run = at;
    while (text[run] === char) run++;
    const before = at > 0 ? codeAt(text, at - 1) : 32;
    const after = run < text.length ? codeAt(text, run) : 32;
    const alone = isSpace(before) && isSpace(after);
    const inWord = char === "_" && isLetterOrNumber(before) && isLetterOrNumber(after);
    const sum = char === "=" && (isLetterOrNumber(before) === isLetterOrNumber(after) || run - at !== 2);
    if (alone || inWord || sum) {
      this.put(at, run);
      return run;
    }
    if (this.atStart) {
      if (char === "*" || char === "_") this.strong = Math.max(this.strong, run - at);
      else if (char === "~") this.struck = true;
    }
    this.edges.push(this.plain.length);
    return run;
  }
}

/** A line without any mark. */
export const plainInline = (source: string): Inline => ({
  plain: source.length > limit ? source.slice(0, limit) : source,
  map: whole,
  edges: none,
  links: none,
  urls: none,
  strong: 0,
  linked: false,
  struck: false,
  image: false,
  box: null,
});

/** Takes the marks off one line of Markdown. Linear in its length; of a line over 2,000 code units only the start is read. */
export const inline = (source: string): Inline => {
  const text = source.length > limit ? source.slice(0, limit) : source;
  special.lastIndex = 0;
  if (!special.test(text)) {
    return plainInline(text);
  }
  const task = /^\[([ xX✓✔])\]\s+/.exec(text);
  const reader = new Reader(text);
  reader.run(task ? task[0].length : 0);
  const { plain, map, edges, links, urls, strong, linked, struck, image } = reader;
  return {
    plain,
    map,
    edges,
    links,
    urls,
    strong,
    linked,
    struck,
    image,
    box: task ? (task[1] === " " ? " " : "x") : null,
  };
};

/** Where the character at `offset` of the plain text stands in the text it was taken from. */
export const sourceOffset = ({ map }: Inline, offset: number): number => {
  let i = map.length - 2;
  while (i > 0 && (map[i] as number) > offset) i -= 2;
  return i < 0 ? 0 : (map[i + 1] as number) + offset - (map[i] as number);
};
