import type { Block } from "../block.ts";
import { mapBlocks } from "../block.ts";
import type { Change, Stepped } from "./step.ts";

/** Takes out bullets, lists, quotes and headings in which nothing stands. */
export const withoutEmpties = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const result = mapBlocks(blocks, (block): readonly Block[] => {
    switch (block.kind) {
      case "heading":
      case "paragraph": {
        if (block.text.trim() !== "") return [block];
        changes.push({ note: block.note, line: block.line, what: `took out an empty ${block.kind}` });
        return [];
      }
      case "list": {
        const items = block.items.filter((item) => {
          if (item.blocks.length > 0) return true;
          changes.push({ note: item.note, line: item.line, what: "took out an empty bullet" });
          return false;
        });
        return items.length === 0 ? [] : [{ ...block, items }];
      }
      case "quote":
        return block.blocks.length === 0 ? [] : [block];
      default:
        return [block];
    }
  });
  return { blocks: result, changes };
};
