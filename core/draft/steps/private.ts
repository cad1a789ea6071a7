import type { Block } from "../block.ts";
import { blank } from "../note-text.ts";
import type { Change, Stepped } from "./step.ts";

// A character that no text holds (Unicode, 23.7: for internal use) stands where a comment said "private".
const mark = "\uFDD0";

/** A comment that was opened and never closed, with its 1-based line. */
export interface OpenComment {
  readonly line: number;
  readonly what: string;
}

/**
 * Takes out `%%…%%` and HTML comments, outside code. Every line break stays, so line numbers do.
 * A comment that begins a line and is never closed hides the rest of the text, as Obsidian and browsers have it.
 */
export const withoutComments = (
  text: string,
  note: string,
): { readonly text: string; readonly changes: readonly Change[]; readonly open: readonly OpenComment[] } => {
  const changes: Change[] = [];
  const open: OpenComment[] = [];
  const pieces: string[] = [];
  const blankLines = new BlankLines(text);
  let line = 1;
  let lineStart = 0;
  let at = 0;
  let lineEnd = text.indexOf("\n");
  const pass = (end: number) => {
    for (; lineEnd >= 0 && lineEnd < end; lineEnd = text.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = lineEnd + 1;
    }
    at = end;
  };
  const keep = (end: number) => {
    pieces.push(text.slice(at, end));
    pass(end);
  };
  const drop = (end: number, comment: string) => {
    changes.push({ note, line, what: "took out a comment" });
    const gap = blank(text.slice(at, end));
    const before = at === lineStart ? "" : (pieces.at(-1) ?? "").slice(-2);
    const after = text.slice(end, end + 2);
    // One of the two spaces about a comment goes; two words that only the comment kept apart stay two.
    if (gap === "" && /\S[ \t]$/u.test(before) && /^[ \t]/u.test(after)) pieces.push((pieces.pop() ?? "").slice(0, -1));
    const apart = gap === "" && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after);
    pieces.push((/^\s*private\s*$/iu.test(comment) ? mark : "") + (apart ? " " : gap));
    pass(end);
  };
  // What could begin a comment or code; everything between is copied.
  const interesting =
    /(?<fence>^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<marks>`{3,}|~{3,}))|(?<code>`+)|(?<open><!--|%%)/gmu;
  const lastClose = text.lastIndexOf("-->");
  for (let found = find(interesting, text, at); found; found = find(interesting, text, at)) {
    keep(found.index);
    const { fence, marks, code } = found.groups ?? {};
    if (fence !== undefined && marks !== undefined) keep(fenceEnd(text, at + fence.length, marks));
    else if (code !== undefined) keep(codeEnd(text, at, code, blankLines.after(at)));
    else {
      const opening = found[0];
      const startsLine = text.slice(lineStart, Math.min(at, lineStart + 1_000)).trim() === "";
      const from = at + opening.length;
      const close = opening === "%%" ? text.indexOf("%%", from) : lastClose < from ? -1 : text.indexOf("-->", from);
      const limit = opening === "%%" && !startsLine ? blankLines.after(at) : text.length;
      if (close >= 0 && close < limit)
        drop(close + (opening === "%%" ? 2 : 3), text.slice(from, Math.min(close, from + 100)));
      else {
        open.push({ line, what: opening });
        if (startsLine) drop(text.length, "");
        else keep(from);
      }
    }
  }
  keep(text.length);
  return { text: pieces.join(""), changes, open };
};

/** Where paragraphs end: the first blank line at or after an offset. Asked in ascending order, it reads on only once. */
class BlankLines {
  private readonly text: string;
  private next = -1;

  constructor(text: string) {
    this.text = text;
  }

  after(at: number): number {
    if (this.next < at) this.next = find(/\n[ \t]*(?=\n)/gu, this.text, at)?.index ?? this.text.length;
    return this.next;
  }
}

/** Takes out the sections that are marked private: in the heading, or by a line or comment right beneath it. */
export const withoutPrivateSections = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const kept: Block[] = [];
  let hiding: number | null = null;
  blocks.forEach((block, index) => {
    if (block.kind === "heading" && hiding !== null && block.level <= hiding) hiding = null;
    if (block.kind === "heading" && hiding === null && isPrivate(block.text, blocks[index + 1])) {
      hiding = block.level;
      changes.push({ note: block.note, line: block.line, what: "took out a private section" });
    }
    const own = block.kind === "definition" || block.kind === "footnote";
    if (hiding === null || own) kept.push(block);
  });
  return { blocks: withoutMarks(kept), changes };
};

const isPrivate = (title: string, next: Block | undefined): boolean =>
  title.includes(mark) ||
  /(?:[([]private[)\]]|(?:^|\s)#private)\s*:?\s*$/iu.test(title) ||
  /^private(?:\s+notes?)?:?$/iu.test(title.trim()) ||
  (next?.kind === "paragraph" && (next.text.trim() === mark || /^#private$/iu.test(next.text.trim())));

const withoutMarks = (blocks: readonly Block[]): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    if (block.kind !== "paragraph" && block.kind !== "heading") return [block];
    if (!block.text.includes(mark)) return [block];
    const text = block.text.replaceAll(mark, "").trim();
    return text === "" ? [] : [{ ...block, text }];
  });

const find = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from;
  return pattern.exec(text);
};

/** The end of the line that closes a fence, or of the text. */
const fenceEnd = (text: string, from: number, marks: string): number => {
  const closing = new RegExp(`^[ \\t>]*${marks[0]}{${marks.length},}[ \\t]*$`, "gmu");
  closing.lastIndex = from;
  const close = closing.exec(text);
  return close ? close.index + close[0].length : text.length;
};

/** The end of a code span; of its opening ticks when nothing closes it in its paragraph. */
const codeEnd = (text: string, from: number, ticks: string, limit: number): number => {
  const after = from + ticks.length;
  for (let at = text.indexOf(ticks, after); at >= 0 && at < limit; ) {
    let end = at;
    while (text[end] === "`") end += 1;
    if (end - at === ticks.length) return end;
    at = text.indexOf(ticks, end);
  }
  return after;
};
