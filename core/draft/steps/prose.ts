import type { Block, Item, List, Paragraph } from "../block.ts";
import { holdsSentences, leadsIn, wordCount } from "../sentence.ts";
import type { Change, Stepped } from "./step.ts";

/**
 * Turns bullets that hold sentences into paragraphs. A list is judged as a whole, by most of its items, so that it
 * doesn't fall apart into both; numbered steps, tasks, and entries such as "ADP: …" stay a list, and so does every
 * list inside an item. Links that end a paragraph, each on a line of its own, become a list.
 */
export const bulletsToParagraphs = (blocks: readonly Block[]): Stepped => {
  const changes: Change[] = [];
  const done = (block: Block, what: string) => changes.push({ note: block.note, line: block.line, what });
  const lists = blocks.filter((block): block is List => block.kind === "list" && isProse(block));
  const labelled =
    lists.flatMap(({ items }) => items).filter(({ blocks: [first] }) => label(first) !== null).length > 1;
  let level = 0;
  const result = blocks.flatMap((block): readonly Block[] => {
    if (block.kind === "heading") level = block.level;
    if (block.kind !== "list" || !lists.includes(block)) return [block];
    return block.items.flatMap((item): readonly Block[] => {
      if (item.blocks[0]) done(item.blocks[0], "made a paragraph of a bullet");
      return labelled ? underLabel(item.blocks, Math.min(level + 1, 6)) : item.blocks;
    });
  });
  const listed = result.flatMap((block): readonly Block[] => {
    const links = block.kind === "paragraph" ? linkLines(block) : null;
    if (!links) return [block];
    done(block, "made a list of links");
    return links;
  });
  return { blocks: listed, changes };
};

const isProse = ({ ordered, items }: List): boolean => {
  const filled = items.filter(({ blocks }) => blocks.length > 0);
  if (ordered || filled.length === 0) return false;
  const texts = filled.map(({ blocks: [first] }) => (first?.kind === "paragraph" ? first.text : ""));
  if (texts.some((text) => /^\[[ xX/-]\]\s/u.test(text))) return false;
  if (texts.length > 1 && texts.every(isEntry)) return false;
  const prose = filled.filter(({ blocks: [first, ...rest] }) => {
    if (first?.kind !== "paragraph") return false;
    return holdsSentences(first.text) || (leadsIn(first.text) && (rest.length > 0 || wordCount(first.text) >= 4));
  });
  return prose.length * 2 >= filled.length;
};

/** "ADP: This company …": a name, then what is said of it on the same line. */
const isEntry = (text: string): boolean => /^(?:\S+\s+){0,3}\S+?(?::|\s[-–—])\s+\S/u.test(text.split("\n")[0] ?? "");

/** "Step 1:" on a line of its own, above more text. Several of them are headings; a single one stays in its paragraph. */
const label = (block: Block | undefined): string | null => {
  if (block?.kind !== "paragraph") return null;
  const [first = "", second] = block.text.split("\n");
  return second !== undefined && leadsIn(first) && wordCount(first) <= 4 ? first.trim() : null;
};

const underLabel = (blocks: readonly Block[], level: number): readonly Block[] => {
  const [first, ...rest] = blocks;
  const name = label(first);
  if (name === null || first?.kind !== "paragraph") return blocks;
  const { note, line } = first;
  const text = first.text.split("\n").slice(1).join("\n");
  return [{ kind: "heading", note, line, level, text: name }, { ...first, line: line + 1, text }, ...rest];
};

const linkLine = /^(?:\[[^\]]+\]\([^)\s]+\)|<https?:[^\s>]+>|https?:\S+)$/u;

const linkLines = (block: Paragraph): readonly Block[] | null => {
  const lines = block.text.split("\n").map((line) => line.trim());
  const first = lines.length - [...lines].reverse().findIndex((line) => !linkLine.test(line));
  if (first > lines.length || lines.length - first < 2) return null;
  const { note, line } = block;
  const items = lines.slice(first).map((text, index): Item => {
    const place = { note, line: line + first + index };
    return { ...place, blocks: [{ kind: "paragraph", ...place, text }] };
  });
  const text = lines.slice(0, first).join("\n");
  return [
    { ...block, text },
    { kind: "list", note, line: line + first, ordered: false, start: 1, loose: false, items },
  ];
};
