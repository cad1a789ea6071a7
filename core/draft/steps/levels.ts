import type { Block } from "../block.ts";
import type { Change, Stepped } from "./step.ts";

/** Sets headings by their depth in the text: the outermost become level 2, and none skips a level. */
export const shiftHeadings = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const open: number[] = [];
  const result = blocks.map((block): Block => {
    if (block.kind !== "heading") return block;
    while ((open.at(-1) ?? 0) >= block.level) open.pop();
    open.push(block.level);
    const level = Math.min(open.length + 1, 6);
    if (level !== block.level) {
      changes.push({
        note: block.note,
        line: block.line,
        what: `moved a heading from level ${block.level} to ${level}`,
      });
    }
    return { ...block, level };
  });
  return { blocks: result, changes };
};
