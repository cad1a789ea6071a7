import type { Block, Heading, Item, List, Paragraph, Place } from "../block.ts";
import { walkBlocks } from "../block.ts";
import { holdsSentences, wordCount } from "../sentence.ts";
import type { Change, Stepped } from "./step.ts";

/**
 * Turns the outer items of an outlined section into headings: short lines that have text beneath them.
 * Lists under one heading that are cut apart by a paragraph or an image are judged together. A module that is written
 * as a quote or as a line of its own becomes a heading, too.
 *
 * @param isModule whether the note's outline has a module on this line.
 */
export const outlineToHeadings = (
  blocks: readonly Block[],
  isModule: (place: Place) => boolean = () => false,
): Stepped => {
  const changes: Change[] = [];
  const groups = listGroups(blocks);
  let level = 0;
  const result = blocks.flatMap((block, index): readonly Block[] => {
    if (block.kind === "heading") level = block.level;
    const line = titleLine(block);
    const next = block.kind === "quote" ? (block.blocks[1] ?? blocks[index + 1]) : blocks[index + 1];
    if (line && isModule(line) && isTitle(line.text) && next && next.kind !== "heading") {
      changes.push({ note: line.note, line: line.line, what: "made a heading of a module" });
      return [heading(line, level + 1), ...(block.kind === "quote" ? block.blocks.slice(1) : [])];
    }
    if (block.kind !== "list" || !isOutline(groups.get(block) ?? [block])) return [block];
    return headingsOf(block, level + 1, changes, 0);
  });
  return { blocks: result, changes };
};

/** The heading and the text of one item that is a section of its own. */
export const itemAsSection = (item: Item, level: number): readonly Block[] => {
  const split = splitTitle(item);
  const [first, ...rest] = item.blocks;
  if (split) return [heading(split.title, level), ...split.beneath];
  if (first?.kind !== "paragraph") return item.blocks;
  const [line = "", ...others] = first.text.split("\n");
  const text = others.join("\n");
  const title = { ...first, text: line };
  return [heading(title, level), ...(text === "" ? [] : [{ ...first, line: first.line + 1, text }]), ...rest];
};

/** The line of a module that is no item of a list: a paragraph of one line, by itself or at the start of a quote. */
const titleLine = (block: Block): Paragraph | null => {
  const first = block.kind === "quote" ? block.blocks[0] : block;
  return first?.kind === "paragraph" && !first.text.includes("\n") ? first : null;
};

const heading = ({ note, line, text }: Paragraph, level: number): Heading => {
  return { kind: "heading", note, line, level: Math.min(level, 6), text: oneLine(text) };
};

const headingsOf = (list: List, level: number, changes: Change[], depth: number): readonly Block[] =>
  list.items.flatMap((item): readonly Block[] => {
    const split = splitTitle(item);
    if (!split) return item.blocks;
    changes.push({ note: split.title.note, line: split.title.line, what: "made a heading of an outer bullet" });
    const beneath = split.beneath.flatMap((block) =>
      depth < 1 && block.kind === "list" && isOutline([block])
        ? headingsOf(block, level + 1, changes, depth + 1)
        : [block],
    );
    return [heading(split.title, level), ...beneath];
  });

/** An item's title and what stands beneath it: a short line, or a short line that ends in a hard break above text. */
const splitTitle = (item: Item): { readonly title: Paragraph; readonly beneath: readonly Block[] } | null => {
  const [first, ...beneath] = item.blocks;
  if (first?.kind !== "paragraph") return null;
  const hard = /^(?<line>[^\n]*?)(?: {2,}|\\)\n(?<rest>[\s\S]+)$/u.exec(first.text)?.groups;
  if (hard?.line !== undefined && hard.rest !== undefined && isTitle(hard.line)) {
    const rest = { ...first, line: first.line + 1, text: hard.rest };
    return { title: { ...first, text: hard.line }, beneath: [rest, ...beneath] };
  }
  return isTitle(first.text) ? { title: first, beneath } : null;
};

/** Which lists are judged together: those of one kind, under one heading. */
const listGroups = (blocks: readonly Block[]): ReadonlyMap<Block, readonly List[]> => {
  const groups = new Map<Block, List[]>();
  let open: { ordered: List[]; bullets: List[] } = { ordered: [], bullets: [] };
  for (const block of blocks) {
    if (block.kind === "heading") open = { ordered: [], bullets: [] };
    if (block.kind !== "list") continue;
    const group = block.ordered ? open.ordered : open.bullets;
    group.push(block);
    groups.set(block, group);
  }
  return groups;
};

const isOutline = (lists: readonly List[]): boolean => {
  const items = lists.flatMap((list) => list.items).filter(({ blocks }) => blocks.length > 0);
  // One bullet alone is no outline; a number is the start of one.
  if (items.length < 2 && !lists.every(({ ordered }) => ordered)) return false;
  const beneath = items.flatMap((item) => splitTitle(item)?.beneath ?? []);
  const titled = items.filter((item) => (splitTitle(item)?.beneath.length ?? 0) > 0);
  return titled.length > 0 && titled.length * 5 >= items.length * 3 && hasSubstance(beneath);
};

/** More beneath a title than a list of names: a sentence, code, a quote, a table. */
const hasSubstance = (beneath: readonly Block[]): boolean =>
  walkBlocks(beneath).some((block) =>
    block.kind === "paragraph" ? holdsSentences(block.text) || wordCount(block.text) >= 8 : block.kind !== "list",
  );

/** A line that could head a section: short, and no statement. A question may. */
const isTitle = (text: string): boolean =>
  text.split("\n").length <= 2 &&
  wordCount(text) <= 16 &&
  !/[.:,;]["')\]]*\s*$/u.test(text) &&
  !/^!?\[[^\]]*\]\([^)]*\)$/u.test(text);

const oneLine = (text: string): string => text.replace(/\s*\n\s*/gu, " ").trim();
