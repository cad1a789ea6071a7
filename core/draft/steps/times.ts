import { durationAt } from "../../outline/duration.ts";
import type { Outline } from "../../outline/tree.ts";
import type { Block, Item } from "../block.ts";
import { mapBlocks } from "../block.ts";
import type { Change, Stepped } from "./step.ts";

// A character that no text holds (Unicode, 23.7: for internal use) stands in a bullet that held nothing but a time.
const mark = "\uFDD2";

/**
 * Takes the written times out of a note's text where the outline found them, with the dash, brackets and words that
 * stand about them ("- 45 min", "(took ~15 min)", "Time: 1 hr"). Line numbers stay.
 */
export const withoutTimes = (
  text: string,
  note: string,
  outline: Outline,
): { readonly text: string; readonly changes: readonly Change[] } => {
  const changes: Change[] = [];
  const spans = [...writtenTimes(outline), ...wholeTimes(outline, text)].sort((one, other) => other.from - one.from);
  const pieces: string[] = [];
  let last = text.length;
  for (const { from, to, line } of spans) {
    if (to > last) continue;
    const cut = widened(text, from, to, last);
    pieces.push(text.slice(cut.to, last), cut.insert);
    last = cut.from;
    changes.push({ note, line, what: "took out a written time" });
  }
  return { text: text.slice(0, last) + pieces.reverse().join(""), changes: changes.reverse() };
};

/** Takes out the bullets that held nothing but a time. */
export const withoutTimeBullets = (blocks: readonly Block[]): Stepped => {
  const held = ({ blocks: [first, ...rest] }: Item) =>
    first?.kind === "paragraph" && first.text.trim() === mark && rest.length === 0;
  const kept = mapBlocks(blocks, (block): readonly Block[] => {
    if (block.kind === "list") {
      const items = block.items.filter((item) => !held(item));
      return items.length === 0 ? [] : [{ ...block, items }];
    }
    return [block.kind === "paragraph" ? { ...block, text: block.text.replaceAll(mark, "") } : block];
  });
  return { blocks: kept, changes: [] };
};

const writtenTimes = (outline: Outline) =>
  outline.areas.flatMap(({ levels }) => levels.flatMap(({ modules }) => modules.flatMap(({ times }) => times)));

/** Times written for a whole area or level: the outline gives their minutes and lines; they are found at the end of these. */
const wholeTimes = (outline: Outline, text: string) => {
  const levels = outline.areas.flatMap((area) => [area, ...area.levels]);
  const timed = levels.filter(({ minutes, line }) => minutes !== null && line !== null);
  if (timed.length === 0) return [];
  const starts = [0, ...[...text.matchAll(/\r\n?|\n/gu)].map(({ index, 0: end }) => index + end.length)];
  return timed.flatMap(({ line }) => {
    const start = starts[(line ?? 1) - 1] ?? 0;
    const source = /^[^\r\n]*/u.exec(text.slice(start))?.[0] ?? "";
    let last: { from: number; to: number; line: number } | null = null;
    for (let at = 0; at < source.length; at += 1) {
      const found = /[\p{L}\p{N}]/u.test(source[at - 1] ?? "") ? null : durationAt(source, at);
      if (!found) continue;
      last = { from: start + found.from, to: start + found.to, line: line ?? 1 };
      at = found.to - 1;
    }
    return last ? [last] : [];
  });
};

// Words that say what a time is; only those that lead up to it are taken along.
const wordsBefore =
  /(?:(?:[-–—|:,;([~≈]|(?<![\p{L}\p{N}])(?:times?|duration|estimated?|est|planned|took|taken|spent|spend|cost|elapsed?|studied|study|needed|required|total|approx(?:imately)?|about|around|for|it|takes|me|done|in|i|length|lasts?)(?![\p{L}\p{N}])\.?)[ \t]*)+$/iu;
const wordsAfter =
  /^[ \t]*(?:(?:long|spent|taken|total|needed|required|to complete|to finish|video|read)(?![\p{L}\p{N}])[ \t]*)?[)\]]*[.,;]?/iu;

/**
 * Grows a time's range over the marks and words that belong to it alone.
 *
 * @param limit the offset from which on the text is gone already.
 */
const widened = (
  text: string,
  from: number,
  to: number,
  limit: number,
): { from: number; to: number; insert: string } => {
  // Nothing that belongs to a time is farther away than this.
  const near = text.slice(Math.max(from - 200, 0), from);
  const lineStart = from - near.length + Math.max(near.lastIndexOf("\n"), near.lastIndexOf("\r")) + 1;
  const before = text.slice(lineStart, from);
  const after = /^[^\r\n]*/u.exec(text.slice(to, Math.min(limit, to + 2_000)))?.[0] ?? "";
  const lineEnd = to + after.length;
  const taken = wordsBefore.exec(before)?.[0].length ?? 0;
  const tail = wordsAfter.exec(after)?.[0].length ?? 0;
  // Emphasis that holds the time alone goes with it; emphasis that ends before the time stays.
  const marks = /[*_]*$/u.exec(before.slice(0, before.length - taken))?.[0] ?? "";
  const closing = /^[*_]*/u.exec(after.slice(tail))?.[0] ?? "";
  const emphasis = marks !== "" && marks === closing ? marks.length : 0;
  const end = tail + emphasis;
  // Inside a sentence only the time itself goes, or the brackets that hold it.
  if (after.slice(end).trim() !== "") {
    const open = /[([][^()[\]]*$/u.exec(before)?.[0].length;
    const close = /^[^()[\]]*[)\]]/u.exec(after)?.[0].length;
    if (open !== undefined && close !== undefined) return { from: from - open, to: to + close, insert: "" };
    return { from, to, insert: "" };
  }
  const bullet = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?/u.exec(before)?.[0] ?? "";
  const start = Math.max(from - taken - emphasis, lineStart + bullet.length);
  const alone = start === lineStart + bullet.length && /\S/u.test(bullet.replace(/[\s>]/gu, ""));
  return { from: start, to: lineEnd, insert: alone ? mark : "" };
};
