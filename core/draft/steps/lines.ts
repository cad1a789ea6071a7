import type { Block } from "../block.ts";
import { mapBlocks } from "../block.ts";
import { outsideCode } from "../inline.ts";
import type { Change, Stepped } from "./step.ts";

/** Joins the lines of a paragraph that was wrapped by hand. Hard breaks (two spaces or a backslash) stay. */
export const joinLines = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const joined = mapBlocks(blocks, (block) => {
    if (block.kind !== "paragraph" || !block.text.includes("\n")) return block;
    const text = joinParagraph(block.text);
    const count = block.text.split("\n").length - text.split("\n").length + 1;
    if (count > 1) changes.push({ note: block.note, line: block.line, what: `joined ${count} lines` });
    return { ...block, text };
  });
  return { blocks: joined, changes };
};

/** The text of a paragraph on one line, apart from its hard breaks, which become two spaces and a line break. */
export const joinParagraph = (text: string): string => {
  const lines = text.split("\n");
  const joined = lines.reduce((done, line, index) => {
    if (index === 0) return line;
    const before = lines[index - 1] ?? "";
    const backslash = /(?:^|[^\\])(?:\\\\)*\\$/u.test(before);
    const above = (backslash ? done.slice(0, -1) : done).trimEnd();
    if (above === "") return line.trimStart();
    if (backslash || / {2,}$/u.test(before)) return `${above}  \n${line.trimStart()}`;
    return done.trimEnd() + (runsOn(before, line) ? "" : " ") + line.trimStart();
  }, "");
  return outsideCode(joined.trimEnd(), (piece) => piece.replace(/[ \t]*\t[ \t]*/gu, " "));
};

const wide = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}，。、！？：；「」『』（）]";
const endsWide = new RegExp(`${wide}\\s*$`, "u");
const startsWide = new RegExp(`^\\s*${wide}`, "u");

/** Chinese and Japanese are written without spaces: a line break inside them stands for nothing. */
const runsOn = (before: string, after: string): boolean => endsWide.test(before) && startsWide.test(after);
