/** Where a block stands: the note's path inside the notebook, with `/`, and the 1-based line. */
export interface Place {
  readonly note: string;
  readonly line: number;
}

/** `level` is 1 to 6. `text` is inline Markdown on one line. `from: "list"`: it was an item of an outlined section. */
export interface Heading extends Place {
  readonly kind: "heading";
  readonly level: number;
  readonly text: string;
}

/** `text` is inline Markdown; its line breaks are those of the note until the step `lines` has joined them. */
export interface Paragraph extends Place {
  readonly kind: "paragraph";
  readonly text: string;
}

/** One item of a list; an empty bullet has no blocks. */
export interface Item extends Place {
  readonly blocks: readonly Block[];
}

/** A list. `loose`: its items stand apart by blank lines. */
export interface List extends Place {
  readonly kind: "list";
  readonly ordered: boolean;
  readonly start: number;
  readonly loose: boolean;
  readonly items: readonly Item[];
}

/** A code block without its fence. `info` is null for indented code. `closed` is false for a fence without an end. */
export interface Code extends Place {
  readonly kind: "code";
  readonly info: string | null;
  readonly text: string;
}

/** A block quote or a callout. */
export interface Quote extends Place {
  readonly kind: "quote";
  readonly blocks: readonly Block[];
}

/** A GFM table: inline Markdown by cell. */
export interface Table extends Place {
  readonly kind: "table";
  readonly align: readonly ("left" | "right" | "center" | null)[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A block of raw HTML. */
export interface Html extends Place {
  readonly kind: "html";
  readonly text: string;
}

/** A thematic break. */
export interface Rule extends Place {
  readonly kind: "rule";
}

/** A link reference definition, `[label]: target "title"`. `title` is as written, with its quotes, or empty. */
export interface Definition extends Place {
  readonly kind: "definition";
  readonly label: string;
  readonly target: string;
  readonly title: string;
}

/** A footnote, `[^label]: …`. */
export interface Footnote extends Place {
  readonly kind: "footnote";
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** A block of Markdown. Sections are trees of these while they become a post. */
export type Block = Heading | Paragraph | List | Code | Quote | Table | Html | Rule | Definition | Footnote;

/** Applies `change` to every block, innermost first; a block may become none, one or several. */
export const mapBlocks = (
  blocks: readonly Block[],
  change: (block: Block) => Block | readonly Block[],
): readonly Block[] =>
  blocks.flatMap((block): readonly Block[] => {
    const changed = change(withChildren(block, (children) => mapBlocks(children, change)));
    return Array.isArray(changed) ? changed : [changed as Block];
  });

/** Every block with those inside it, in the order of the text. */
export const walkBlocks = (blocks: readonly Block[]): readonly Block[] => {
  const found: Block[] = [];
  collect(blocks, found);
  return found;
};

const collect = (blocks: readonly Block[], found: Block[]): void => {
  for (const block of blocks) {
    found.push(block);
    if (block.kind === "list") for (const item of block.items) collect(item.blocks, found);
    else if (block.kind === "quote" || block.kind === "footnote") collect(block.blocks, found);
  }
};

/** Applies `change` to every piece of inline Markdown in these blocks. */
export const mapInline = (blocks: readonly Block[], change: (text: string, block: Block) => string): readonly Block[] =>
  mapBlocks(blocks, (block) => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return { ...block, text: change(block.text, block) };
      case "table":
        return {
          ...block,
          head: block.head.map((cell) => change(cell, block)),
          rows: block.rows.map((row) => row.map((cell) => change(cell, block))),
        };
      default:
        return block;
    }
  });

/** The inline Markdown that stands in one block itself, not in those inside it. */
export const inlineTexts = (block: Block): readonly string[] => {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [block.text];
    case "table":
      return [...block.head, ...block.rows.flat()];
    default:
      return [];
  }
};

const withChildren = (block: Block, change: (children: readonly Block[]) => readonly Block[]): Block => {
  switch (block.kind) {
    case "list":
      return { ...block, items: block.items.map((item) => ({ ...item, blocks: change(item.blocks) })) };
    case "quote":
    case "footnote":
      return { ...block, blocks: change(block.blocks) };
    default:
      return block;
  }
};
