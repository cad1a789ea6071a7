import type { Block, Paragraph } from "../block.ts";
import { mapBlocks } from "../block.ts";
import { outsideCode } from "../inline.ts";
import type { Change, Stepped } from "./step.ts";

/** Joins the lines of a paragraph that was wrapped by hand. Hard breaks (two spaces or a backslash) stay; images stand apart. */
export const joinLines = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const joined = mapBlocks(blocks, (block) => {
    if (block.kind !== "paragraph" || !block.text.includes("\n")) return block;
    const pieces = imagesApart(block);
    if (pieces.length > 1) return pieces.map((piece) => ({ ...piece, text: joinParagraph(piece.text) }));
    const text = joinParagraph(block.text);
    const count = block.text.split("\n").length - text.split("\n").length + 1;
    if (count > 1) changes.push({ note: block.note, line: block.line, what: `joined ${count} lines` });
    return { ...block, text };
  });
  return { blocks: joined, changes };
};

const imageLine = /^!\[[^\]]*\](?:\([^()]*\)|\[[^\]]*\])?\s*$|^!\[\[[^\]]*\]\]\s*$/u;

/** An image on a line of its own is a paragraph of its own. */
const imagesApart = (block: Paragraph): readonly Paragraph[] => {
  const pieces: Paragraph[] = [];
  let before: "image" | "text" | null = null;
  block.text.split("\n").forEach((line, index) => {
    const kind = imageLine.test(line) ? "image" : "text";
    const last = pieces.at(-1);
    if (last && kind === "text" && before === "text")
      pieces[pieces.length - 1] = { ...last, text: `${last.text}\n${line}` };
    else pieces.push({ ...block, line: block.line + index, text: line });
    before = kind;
  });
  return pieces;
};

/** The text of a paragraph on one line, apart from its hard breaks, which become two spaces and a line break. */
export const joinParagraph = (text: string): string => {
  const lines = text.split("\n");
  const joined = lines.reduce((done, line, index) => {
    if (index === 0) return line;
    // The title of a callout ends with its line.
    if (index === 1 && /^\[![\w-]+\]/u.test(done)) return `${done.trimEnd()}\n${line.trimStart()}`;
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
