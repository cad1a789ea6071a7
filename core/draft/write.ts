import type { Block, Item, List, Table } from "./block.ts";

/** Writes blocks as Markdown that reads back as the same blocks; ends with a line break unless there is nothing. */
export const writeBlocks = (blocks: readonly Block[]): string => {
  const text = joined(blocks, false);
  return text === "" ? "" : `${text}\n`;
};

const joined = (blocks: readonly Block[], tight: boolean): string => {
  let text = "";
  let marker = 0;
  blocks.forEach((block, index) => {
    const before = blocks[index - 1];
    // Two lists in a row stay two by another marker.
    marker = block.kind === "list" && before?.kind === "list" && before.ordered === block.ordered ? 1 - marker : 0;
    const close = before?.kind === "definition" && block.kind === "definition";
    const gap = before === undefined ? "" : close || (tight && block.kind === "list") ? "\n" : "\n\n";
    text += gap + written(block, marker);
  });
  return text;
};

const written = (block: Block, marker: number): string => {
  switch (block.kind) {
    case "heading":
      return headingLine(block.level, block.text);
    case "paragraph":
      return block.text.split("\n").map(escapedStart).join("\n");
    case "list":
      return list(block, marker);
    case "code":
      return code(block.info ?? "", block.text);
    case "quote":
      return indented(joined(block.blocks, false), "> ", "> ").replace(/^> $/gmu, ">") || ">";
    case "table":
      return table(block);
    case "html":
      return block.text;
    case "rule":
      return "---";
    case "definition":
      return `[${block.label}]: ${block.target}${block.title === "" ? "" : ` ${block.title}`}`;
    case "footnote":
      return indented(joined(block.blocks, false), `[^${block.label}]: `, "    ");
  }
};

const headingLine = (level: number, text: string): string =>
  // A run of # at the end would be taken for the closing sequence.
  `${"#".repeat(level)} ${text.replace(/(^|\s)(#+)$/u, "$1\\$2")}`.trimEnd();

const list = (block: List, marker: number): string => {
  const loose = block.loose || !block.items.every(({ blocks }) => staysTight(blocks));
  const lines = block.items.map((item, index) => {
    const bullet = block.ordered ? `${block.start + index}${marker === 0 ? "." : ")"} ` : marker === 0 ? "- " : "* ";
    return listItem(item, bullet, !loose);
  });
  return lines.join(loose ? "\n\n" : "\n");
};

const staysTight = (blocks: readonly Block[]): boolean =>
  blocks.every((block, index) => (index === 0 ? block.kind !== "html" : block.kind === "list"));

const listItem = (item: Item, bullet: string, tight: boolean): string => {
  const first = item.blocks[0];
  if (!first) return bullet.trimEnd();
  // "- " before a list or code would be read together with it: give the item a line of its own.
  return indented(joined(item.blocks, tight), bullet, " ".repeat(bullet.length));
};

const indented = (text: string, first: string, others: string): string =>
  text
    .split("\n")
    .map((line, index) => (index === 0 ? first + line : line === "" && others.trim() === "" ? "" : others + line))
    .join("\n");

const code = (info: string, text: string): string => {
  const mark = info.includes("`") ? "~" : "`";
  const longest = [...text.matchAll(mark === "~" ? /~+/gu : /`+/gu)].reduce(
    (most, [run]) => Math.max(most, run.length),
    2,
  );
  const fence = mark.repeat(longest + 1);
  return `${fence}${info}\n${text}${text === "" ? "" : "\n"}${fence}`;
};

const table = ({ align, head, rows }: Table): string => {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/gu, "\\|")).join(" | ")} |`;
  const rule = align.map((side) =>
    side === "center" ? ":-:" : side === "right" ? "--:" : side === "left" ? ":--" : "---",
  );
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
};

const blockStart =
  /^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|~~~|`{3,}[^`]*$|=+\s*$|(?:-\s*){2,}$|(?:_\s*){3,}$|(?:\*\s*){3,}$|\[[^\]]+\]:)/u;

/** Keeps a line of prose from being read as a heading, a bullet, a quote, a fence, a rule or a definition. */
const escapedStart = (line: string): string => {
  const text = line.replace(/^[ \t]+/u, "");
  const number = /^(\d{1,9})([.)])(?=\s|$)/u.exec(text);
  if (number) return `${number[1]}\\${text.slice((number[1] ?? "").length)}`;
  return blockStart.test(text) ? `\\${text}` : text;
};
