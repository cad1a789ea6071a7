import type { Outline } from "../../outline/tree.ts";
import type { Change } from "./step.ts";

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
  const spans = writtenTimes(outline).sort((one, other) => other.from - one.from);
  let result = text;
  let last = text.length + 1;
  for (const { from, to, line } of spans) {
    if (to > last) continue;
    last = from;
    const [start, end] = widened(result, from, to);
    result = result.slice(0, start) + result.slice(end);
    changes.push({ note, line, what: "took out a written time" });
  }
  return { text: result, changes: changes.reverse() };
};

const writtenTimes = (outline: Outline) =>
  outline.areas.flatMap(({ levels }) => levels.flatMap(({ modules }) => modules.flatMap(({ times }) => times)));

const wordsBefore =
  /(?:(?:[-–—|:,;*_([~≈]|\b(?:time|times|duration|estimated|est|planned|took|taken|spent|spend|cost|elapsed|elapse|studied|needed|required|total|approx(?:imately)?|about|around|for|it|takes|me|done|in|i)\b\.?)[ \t]*)+$/iu;
const wordsAfter =
  /^[ \t]*(?:(?:\b(?:long|spent|taken|total|needed|required|to complete|to finish|video|read)\b)[ \t]*)?[)\]*_.,;]*[ \t]*/iu;

/** Grows a time's range over the marks and words that belong to it alone. */
const widened = (text: string, from: number, to: number): readonly [number, number] => {
  const lineStart = text.lastIndexOf("\n", from - 1) + 1;
  const lineEnd = text.indexOf("\n", to) < 0 ? text.length : text.indexOf("\n", to);
  const before = text.slice(lineStart, from);
  const after = text.slice(to, lineEnd);
  const rest = after.slice(wordsAfter.exec(after)?.[0].length ?? 0);
  // Inside a sentence only the time itself goes; words are taken along where the time ends the line.
  if (rest.trim() !== "") {
    const bracket = /[([][^()[\]]*$/u.exec(before);
    const close = /^[^()[\]]*[)\]]/u.exec(after);
    if (bracket && close) return [from - bracket[0].length, to + close[0].length];
    return [from, to];
  }
  const taken = wordsBefore.exec(before)?.[0].length ?? 0;
  const bullet = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+/u.exec(before)?.[0].length ?? 0;
  return [Math.max(from - taken, lineStart + bullet), lineEnd];
};
