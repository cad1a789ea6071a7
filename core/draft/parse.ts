import markdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import type { Block, Item, Place, Table } from "./block.ts";
import { definitionsAtStart } from "./definition.ts";

// Blocks alone: link targets, emphasis and the like stay as written. `reference` is off so that definitions arrive as
// paragraphs, from whose start they are taken (as cmark does it), with their lines.
const blocksOnly = markdownIt({ html: true }).use(footnotes);
blocksOnly.core.ruler.enableOnly(["normalize", "block"]);
blocksOnly.block.ruler.disable("reference");

/**
 * Reads Markdown (CommonMark 0.31, GFM tables, footnotes) as blocks that know their place in the note.
 *
 * Where CommonMark and the writer of a note part ways, the writer is followed: a line that begins with a bullet inside
 * a paragraph begins a list, code made of bullets that a tab pushed too far in is a list, and a lone `-` beneath a line
 * is a bullet that waits to be filled, not the underline of a heading.
 *
 * @param start `line` is the 1-based line of the note at which `text` begins.
 */
export const parseBlocks = (text: string, start: Place): readonly Block[] => {
  const tokens = blocksOnly.parse(text, {});
  return new Reader(tokens, text.split(/\r\n?|\n/u), start).blocks(null);
};

class Reader {
  private readonly tokens: readonly Token[];
  private readonly lines: readonly string[];
  private readonly start: Place;
  private at = 0;

  constructor(tokens: readonly Token[], lines: readonly string[], start: Place) {
    this.tokens = tokens;
    this.lines = lines;
    this.start = start;
  }

  /** Reads until the token that closes the container, and steps over it. */
  blocks(closing: string | null): readonly Block[] {
    const found: Block[] = [];
    for (let token = this.next(); token && token.type !== closing; token = this.next())
      found.push(...this.block(token));
    return found;
  }

  private next(): Token | undefined {
    return this.tokens[this.at++];
  }

  private place(token: Token): Place {
    return { note: this.start.note, line: this.start.line + (token.map?.[0] ?? 0) };
  }

  private block(token: Token): readonly Block[] {
    const place = this.place(token);
    switch (token.type) {
      case "heading_open": {
        const content = this.content("heading_close");
        const last = (token.map?.[1] ?? 0) - 1;
        if (token.markup === "-" && /^[\s>]*-\s*$/u.test(this.lines[last] ?? "")) {
          return [...paragraph(content, place), emptyBullet({ note: place.note, line: this.start.line + last })];
        }
        const text = oneLine(content);
        return [{ kind: "heading", ...place, level: Number(token.tag.slice(1)), text }];
      }
      case "paragraph_open":
        return paragraph(this.content("paragraph_close"), place);
      case "bullet_list_open":
        return [this.list(place, false, 1, "bullet_list_close")];
      case "ordered_list_open":
        return [this.list(place, true, Number(token.attrGet("start") ?? 1), "ordered_list_close")];
      case "fence":
        return [{ kind: "code", ...place, info: token.info.trim(), text: withoutLastBreak(token.content) }];
      case "code_block":
        return indentedCode(withoutLastBreak(token.content), place);
      case "blockquote_open":
        return [{ kind: "quote", ...place, blocks: this.blocks("blockquote_close") }];
      case "footnote_reference_open": {
        const label = String(token.meta?.label ?? "");
        return [{ kind: "footnote", ...place, label, blocks: this.blocks("footnote_reference_close") }];
      }
      case "table_open":
        return [this.table(place)];
      case "html_block":
        return [{ kind: "html", ...place, text: withoutLastBreak(token.content) }];
      case "hr":
        return [{ kind: "rule", ...place }];
      default:
        return [];
    }
  }

  private content(closing: string): string {
    let text = "";
    for (let token = this.next(); token && token.type !== closing; token = this.next())
      if (token.type === "inline") text = token.content;
    return text;
  }

  private list(place: Place, ordered: boolean, start: number, closing: string): Block {
    const items: Item[] = [];
    let loose = false;
    for (let token = this.next(); token && token.type !== closing; token = this.next()) {
      if (token.type !== "list_item_open") continue;
      // A paragraph of a tight list is `hidden`; one that is not makes the list loose.
      const level = token.level + 1;
      for (let at = this.at; at < this.tokens.length; at += 1) {
        const inner = this.tokens[at];
        if (!inner || inner.level < level) break;
        if (inner.type === "paragraph_open" && inner.level === level && !inner.hidden) loose = true;
      }
      items.push({ ...this.place(token), blocks: this.blocks("list_item_close") });
    }
    return { kind: "list", ...place, ordered, start, loose, items };
  }

  private table(place: Place): Table {
    const rows: string[][] = [];
    const align: Table["align"][number][] = [];
    for (let token = this.next(); token && token.type !== "table_close"; token = this.next()) {
      if (token.type === "tr_open") rows.push([]);
      else if (token.type === "inline") rows.at(-1)?.push(token.content);
      else if (token.type === "th_open") align.push(alignment(String(token.attrGet("style") ?? "")));
    }
    return { kind: "table", ...place, align, head: rows[0] ?? [], rows: rows.slice(1) };
  }
}

const emptyBullet = (place: Place): Block => {
  return { kind: "list", ...place, ordered: false, start: 1, loose: false, items: [{ ...place, blocks: [] }] };
};

const alignment = (style: string): Table["align"][number] =>
  style.endsWith("left") ? "left" : style.endsWith("right") ? "right" : style.endsWith("center") ? "center" : null;

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, " ").trim();

const withoutLastBreak = (text: string): string => text.replace(/\n$/u, "");

const bulletLine = /^[-*+][ \t]+\S/u;

/** A paragraph's lines: the definitions at its start, then prose, then what the writer meant as bullets. */
const paragraph = (content: string, place: Place): readonly Block[] => {
  const { definitions, rest, lines: skipped } = definitionsAtStart(content, place);
  const lines = rest.split("\n").map((line) => line.replace(/^[ \t]+/u, ""));
  const bullets = lines.findIndex((line, index) => index > 0 && bulletLine.test(line));
  const prose = (bullets < 0 ? lines : lines.slice(0, bullets)).join("\n").trim();
  const at = { note: place.note, line: place.line + skipped };
  const blocks: Block[] = [...definitions];
  if (prose !== "") blocks.push({ kind: "paragraph", ...at, text: prose });
  if (bullets >= 0) {
    blocks.push(...parseBlocks(lines.slice(bullets).join("\n"), { note: at.note, line: at.line + bullets }));
  }
  return blocks;
};

const indentedCode = (content: string, place: Place): readonly Block[] => {
  const first = content.split("\n")[0] ?? "";
  if (!/^\s*(?:[-*+]|\d{1,3}[.)])[ \t]+\S/u.test(first)) return [{ kind: "code", ...place, info: null, text: content }];
  const inset = /^\s*/u.exec(first)?.[0] ?? "";
  const lines = content.split("\n").map((line) => (line.startsWith(inset) ? line.slice(inset.length) : line));
  return parseBlocks(lines.join("\n"), place);
};
