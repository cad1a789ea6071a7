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
  let result = "";
  let line = 1;
  let at = 0;
  const keep = (end: number) => {
    const piece = text.slice(at, end);
    result += piece;
    line += piece.split("\n").length - 1;
    at = end;
  };
  const drop = (end: number, comment: string) => {
    changes.push({ note, line, what: "took out a comment" });
    const piece = text.slice(at, end);
    const gap = blank(piece);
    if (gap === "" && /\S[ \t]$/u.test(result) && /^[ \t]/u.test(text.slice(end, end + 1)))
      result = result.slice(0, -1);
    // Two words that only the comment kept apart stay two.
    const apart = gap === "" && /[\p{L}\p{N}]$/u.test(result) && /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
    result += (/^\s*private\s*$/iu.test(comment) ? mark : "") + (apart ? " " : gap);
    line += piece.split("\n").length - 1;
    at = end;
  };
  // What could begin a comment or code; everything between is copied.
  const interesting =
    /(?<fence>^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<marks>`{3,}|~{3,}))|(?<code>`+)|(?<open><!--|%%)/gmu;
  for (let found = find(interesting, text, at); found; found = find(interesting, text, at)) {
    keep(found.index);
    const { fence, marks, code } = found.groups ?? {};
    if (fence !== undefined && marks !== undefined) keep(fenceEnd(text, at + fence.length, marks));
    else if (code !== undefined) keep(codeEnd(text, at, code));
    else {
      const opening = found[0];
      const closing = opening === "%%" ? "%%" : "-->";
      const startsLine = text.slice(text.lastIndexOf("\n", at - 1) + 1, at).trim() === "";
      const close = text.indexOf(closing, at + opening.length);
      const paragraphEnd = opening === "%%" && !startsLine ? nextBlankLine(text, at) : text.length;
      if (close >= 0 && close < paragraphEnd) drop(close + closing.length, text.slice(at + opening.length, close));
      else {
        open.push({ line, what: opening });
        if (startsLine) drop(text.length, "");
        else keep(at + opening.length);
      }
    }
  }
  keep(text.length);
  return { text: result, changes, open };
};

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
const codeEnd = (text: string, from: number, ticks: string): number => {
  const closing = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)`, "gu");
  closing.lastIndex = from + ticks.length;
  const close = closing.exec(text);
  return close && close.index < nextBlankLine(text, from) ? close.index + ticks.length : from + ticks.length;
};

const nextBlankLine = (text: string, from: number): number => {
  const pattern = /\n[ \t]*(?=\n)/gu;
  return find(pattern, text, from)?.index ?? text.length;
};
