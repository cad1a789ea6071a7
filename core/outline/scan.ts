import { closesFence, fenceLength, headingDepth, isBlank, isRule, isUnderline, listMarker } from "./block-start.ts";
import { frontMatterEnd } from "./front-matter.ts";
import { closesHtmlBlock, htmlBlockKind, summarySpan } from "./html-block.ts";
import { LineCursor } from "./line-cursor.ts";
import { type Line, type LineKind, plainLines, type Scan } from "./lines.ts";
import { definitionLines } from "./reference.ts";
import { signsOf } from "./signs.ts";

const HASH = 35;
const QUOTE = 62;

const { blank, code, comment, fence, front, html, rule, underline } = plainLines;

type Leaf = "none" | "paragraph" | "fence" | "indented" | "html";

/** One open container: a quote, or a list item whose content starts `width` columns in. */
interface Container {
  readonly quote: boolean;
  readonly width: number;
  filled: boolean;
}

/**
 * Cuts text into lines with their block structure: the container rules of CommonMark 0.31.2 (appendix, "A parsing
 * strategy"), without inline content. One pass; every line is visited once.
 */
export class Scanner extends LineCursor {
  readonly lines: Line[] = [];
  readonly starts: number[] = [];
  private readonly returns: boolean;
  private containers: Container[] = [];
  private leaf: Leaf = "none";
  private fenceCode = 0;
  private fenceLength = 0;
  private htmlKind = 0;
  private paragraphLine = 0;

  constructor(text: string) {
    super(text);
    this.returns = text.includes("\r");
  }

  /** Scans from `from`, where nothing may be open, until the end or until `stop` says that the line at an offset is known. */
  run(from: number, stop?: (offset: number, fresh: boolean) => boolean): number {
    const { text } = this;
    let at = from;
    if (at === 0) at = this.frontMatter();
    while (at < text.length || (at === text.length && (at === 0 || this.endsWithBreak(at)))) {
      const fresh = this.leaf === "none" && this.containers.length === 0;
      if (stop?.(at, fresh)) return at;
      let end = text.indexOf("\n", at);
      let after = end + 1;
      if (end < 0) {
        end = text.length;
        after = end + 1;
      }
      if (this.returns) {
        const turn = text.indexOf("\r", at);
        if (turn >= 0 && turn < end) {
          after = turn + 1 === end ? end + 1 : turn + 1;
          end = turn;
        }
      }
      this.starts.push(at);
      this.line(at, end, fresh);
      if (after > text.length) break;
      at = after;
    }
    return text.length + 1;
  }

  private endsWithBreak(at: number): boolean {
    const before = this.text.charCodeAt(at - 1);
    return before === 10 || before === 13;
  }

  /** Front matter's lines; the offset behind them. */
  private frontMatter(): number {
    const end = frontMatterEnd(this.text);
    const breaks = /\r\n|\n|\r|$/g;
    let at = 0;
    while (at < end) {
      breaks.lastIndex = at;
      const found = breaks.exec(this.text);
      this.starts.push(at);
      this.lines.push(front[1]);
      if (!found || found[0] === "") return this.text.length + 1;
      at = found.index + found[0].length;
    }
    return at;
  }

  private line(start: number, end: number, fresh: boolean): void {
    const { text, containers } = this;
    this.enter(start, end);
    const flag = fresh ? 1 : 0;
    let matched = 0;
    this.findNext();
    for (; matched < containers.length; matched++) {
      const container = containers[matched] as Container;
      if (container.quote) {
        if (this.indent > 3 || this.next >= end || text.charCodeAt(this.next) !== QUOTE) break;
        this.quoteMark();
      } else if (this.next >= end) {
        if (!container.filled) break;
        this.toNext();
      } else if (this.indent >= container.width) {
        this.advance(container.width);
      } else break;
      this.findNext();
    }
    const all = matched === containers.length;
    const empty = this.next >= end;
    if (all && this.leaf === "fence") {
      if (this.indent <= 3 && closesFence(text, this.next, end, this.fenceCode, this.fenceLength)) this.leaf = "none";
      this.push(this.leaf === "none" ? fence[flag] : code[flag]);
      return;
    }
    if (all && this.leaf === "html") {
      if (this.htmlKind < 6 || !empty) {
        this.push(this.htmlKind === 2 ? comment[flag] : (this.summary(flag) ?? html[flag]));
        if (this.htmlKind < 6 && closesHtmlBlock(this.htmlKind, text.slice(this.at, end))) this.leaf = "none";
        return;
      }
      this.leaf = "none";
    }
    if (all && this.leaf === "indented") {
      if (this.indent >= 4 || empty) {
        this.push(empty ? blank[flag] : code[flag]);
        return;
      }
      this.leaf = "none";
    }
    if (empty && (all || this.leaf !== "paragraph")) {
      this.close(matched);
      this.push(blank[flag]);
      return;
    }
    this.blockStarts(matched, all, flag);
  }

  /** Tries the block starts in the order of the reference implementation, then text. */
  private blockStarts(matchedCount: number, allMatched: boolean, flag: 0 | 1): void {
    const { text, containers } = this;
    const end = this.lineEnd;
    let matched = matchedCount;
    let all = allMatched;
    let marker = "";
    let number = -1;
    let markerAt = -1;
    let markerColumn = -1;
    for (;;) {
      this.findNext();
      if (this.next >= end) break;
      const first = text.charCodeAt(this.next);
      const open = this.leaf === "paragraph";
      if (this.indent >= 4) {
        if (!open) {
          this.close(matched);
          this.fill();
          this.leaf = "indented";
          if (marker === "") this.push(code[flag]);
          else this.emit("code", marker, number, markerAt, markerColumn, 0, flag, false);
          return;
        }
        break;
      }
      if (first === QUOTE) {
        this.close(matched);
        this.fill();
        this.quoteMark();
        containers.push({ quote: true, width: 0, filled: false });
        matched = containers.length;
        all = true;
        continue;
      }
      if (first === HASH) {
        const depth = headingDepth(text, this.next, end);
        if (depth > 0) {
          this.close(matched);
          this.fill();
          this.emit("heading", marker, number, markerAt, markerColumn, depth, flag, false);
          return;
        }
      } else if (first === 96 || first === 126) {
        const length = fenceLength(text, this.next, end);
        if (length > 0) {
          this.fenceCode = first;
          this.fenceLength = length;
          this.close(matched);
          this.fill();
          this.leaf = "fence";
          if (marker === "") this.push(fence[flag]);
          else this.emit("fence", marker, number, markerAt, markerColumn, 0, flag, false);
          return;
        }
      } else if (first === 60) {
        const rest = text.slice(this.next, end);
        const kind = htmlBlockKind(rest, open);
        if (kind > 0) {
          this.close(matched);
          this.fill();
          this.leaf = "html";
          this.htmlKind = kind;
          if (kind < 6 && closesHtmlBlock(kind, rest)) this.leaf = "none";
          const name = kind === 2 ? "comment" : "html";
          const summary = marker === "" && kind === 6 ? this.summary(flag) : null;
          if (summary) this.push(summary);
          else if (marker === "" && kind === 2) this.push(comment[flag]);
          else this.emit(name, marker, number, markerAt, markerColumn, 0, flag, false);
          return;
        }
      }
      if (
        (first === 61 || first === 45) &&
        open &&
        all &&
        isUnderline(text, this.next, end) &&
        this.setext(first === 61 ? 1 : 2)
      ) {
        this.leaf = "none";
        this.push(underline[flag]);
        return;
      }
      if ((first === 42 || first === 45 || first === 95) && isRule(text, this.next, end)) {
        this.close(matched);
        this.fill();
        if (marker === "") this.push(rule[flag]);
        else this.emit("rule", marker, number, markerAt, markerColumn, 0, flag, false);
        return;
      }
      const item = listMarker(text, this.next, end, open && all);
      if (item > 0) {
        const at = this.next;
        const column = this.nextColumn;
        this.close(matched);
        this.fill();
        if (marker === "") {
          const last = text.charCodeAt(at + item - 1);
          marker = String.fromCharCode(last);
          number = item > 1 ? Number.parseInt(text.slice(at, at + item - 1), 10) : -1;
          markerAt = at - this.lineStart;
          markerColumn = column;
        }
        const indent = this.indent;
        this.toNext();
        containers.push({ quote: false, width: indent + this.itemWidth(item), filled: false });
        matched = containers.length;
        all = true;
        continue;
      }
      break;
    }
    this.findNext();
    if (this.next >= end) {
      this.close(matched);
      this.emit(marker === "" ? "blank" : "text", marker, number, markerAt, markerColumn, 0, flag, false);
      return;
    }
    const continues = this.leaf === "paragraph";
    if (!continues) {
      this.close(matched);
      this.fill();
      this.leaf = "paragraph";
      this.paragraphLine = this.lines.length;
    }
    this.emit("text", marker, number, markerAt, markerColumn, 0, flag, continues);
  }

  /** Closes containers from `count` on, and the leaf inside them. */
  private close(count: number): void {
    this.leaf = "none";
    if (this.containers.length > count) this.containers.length = count;
  }

  private fill(): void {
    const container = this.containers[this.containers.length - 1];
    if (container) container.filled = true;
  }

  /** Turns the open paragraph into a heading; false where nothing but link definitions stands in it. */
  private setext(depth: number): boolean {
    const { text, starts, lines } = this;
    const first = this.paragraphLine;
    const start = lines[first] as Line;
    const offset = starts[first] as number;
    let skip = 0;
    if (text.charCodeAt(offset + start.start) === 91) {
      const content: string[] = [];
      for (let i = first; i < lines.length; i++) {
        const line = lines[i] as Line;
        content.push(text.slice((starts[i] as number) + line.start, (starts[i] as number) + line.end));
      }
      skip = definitionLines(content);
      if (skip === content.length) return false;
    }
    const own = lines[first + skip] as Line;
    lines[first + skip] = { ...own, kind: "heading", depth };
    return true;
  }

  /** The record of a line that is a `<summary>`; null where it is none. */
  private summary(flag: 0 | 1): Line | null {
    const { text, next, lineStart, lineEnd, containers } = this;
    if (this.htmlKind !== 6 || containers.length > 0 || text.charCodeAt(next) !== 60) return null;
    const span = summarySpan(text.slice(next, lineEnd));
    if (!span) return null;
    const start = next - lineStart + span.from;
    const end = next - lineStart + span.to;
    const signs = signsOf(text, lineStart + start, lineStart + end);
    return { ...html[flag], kind: "summary", start, end, signs };
  }

  private push(line: Line): void {
    this.lines.push(line);
  }

  private emit(
    kind: LineKind,
    marker: string,
    number: number,
    markerAt: number,
    markerColumn: number,
    depth: number,
    flag: 0 | 1,
    continues: boolean,
  ): void {
    const { text, lineStart, containers } = this;
    let start = this.next;
    let end = this.lineEnd;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (kind === "heading") {
      start += depth;
      while (start < end && isBlank(text.charCodeAt(start))) start++;
      let close = end;
      while (close > start && text.charCodeAt(close - 1) === HASH) close--;
      const before = text.charCodeAt(close - 1);
      if (close === start) end = start;
      else if (close < end && isBlank(before)) {
        end = close;
        while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      }
    }
    let quote = 0;
    for (let i = 0; i < containers.length; i++) if ((containers[i] as Container).quote) quote++;
    this.lines.push({
      kind,
      start: start - lineStart,
      end: Math.max(start, end) - lineStart,
      quote,
      nest: containers.length - quote,
      column: markerColumn >= 0 ? markerColumn : this.nextColumn,
      marker,
      number,
      markerAt,
      depth,
      continues,
      fresh: flag === 1,
      signs: kind === "text" || kind === "heading" ? signsOf(text, start, end) : 0,
      reading: null,
    });
  }
}

/** Cuts a note into lines with their block structure. Never fails: every string is Markdown. */
export const scan = (text: string): Scan => {
  const scanner = new Scanner(text);
  scanner.run(0);
  return scanner;
};
