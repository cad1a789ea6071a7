import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type ILevelsOptions,
  type IParagraphOptions,
  LevelFormat,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { MarkdownToken } from "#core/draft/html.ts";
import { bookmarkOf, codeFont, inlineChildren, type Reference, textReference, xmlText } from "./inline.ts";

/** A numbered list of the document, with its own count. */
export interface Numbering {
  readonly reference: string;
  readonly levels: readonly ILevelsOptions[];
}

/** The blocks of a document, its footnotes by number, and its numbered lists. */
export interface DocumentBlocks {
  readonly children: readonly (Paragraph | Table)[];
  readonly footnotes: Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;
  readonly numberings: readonly Numbering[];
}

const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

/** Word has nine levels of lists. */
const deepest = 8;

/** Twentieths of a point that a level of a list, and a quote, stands further in. */
const step = 567;

interface Context {
  readonly quotes: number;
  /** Reference of each numbered list that is open, null for bullets; outermost first. */
  readonly lists: readonly (string | null)[];
}

/** Sets Markdown's tokens as the blocks of a Word document. `images`: `data:` addresses by the address in the text. */
export const documentBlocks = (
  tokens: readonly MarkdownToken[],
  images: ReadonlyMap<string, string>,
): DocumentBlocks => {
  const children: (Paragraph | Table)[] = [];
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const numberings: Numbering[] = [];
  let note: Paragraph[] | null = null;
  // By the number of a footnote that is referred to in another one: the outermost that it is set in.
  const nested = new Map<number, string>();
  const inText = new Set<number>();
  let noteNumber = "";
  const reference: Reference = (number) => {
    if (note) {
      nested.set(number, nested.get(number) ?? nested.get(Number(noteNumber)) ?? noteNumber);
      return new TextRun({ text: String(number), superScript: true });
    }
    inText.add(number);
    return textReference(number);
  };
  let context: Context = { quotes: 0, lists: [] };
  // Only the first block of an item has its mark.
  let marked = false;
  let head = false;
  let rows: TableRow[] = [];
  let cells: TableCell[] = [];

  const place = (): IParagraphOptions => {
    const level = Math.min(context.lists.length - 1, deepest);
    const reference = context.lists.at(-1);
    const border = { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: "B0A990" } };
    const quote: IParagraphOptions = context.quotes > 0 ? { style: "Quote", border } : {};
    if (level >= 0 && marked) {
      marked = false;
      return { ...quote, ...(reference ? { numbering: { reference, level } } : { bullet: { level } }) };
    }
    const left = (level + 1 + context.quotes) * step;
    return { ...quote, ...(left > 0 ? { indent: { left } } : {}) };
  };
  const put = (options: IParagraphOptions): void => {
    const paragraph = new Paragraph({ ...place(), ...options });
    if (note) note.push(paragraph);
    else children.push(paragraph);
  };
  const putCode = (text: string): void => {
    const lines = text.replace(/\n$/u, "").split("\n");
    const runs = lines.map(
      (line, index) =>
        new TextRun({ text: xmlText(line), font: codeFont, size: 18, ...(index > 0 ? { break: 1 } : {}) }),
    );
    put({ children: runs, style: "SourceCode" });
  };

  tokens.forEach((token, index) => {
    const inline = () => [...inlineChildren(tokens[index + 1]?.children ?? [], images, {}, reference)];
    switch (token.type) {
      case "heading_open": {
        const id = token.attrGet("id");
        const words = inline();
        const heading = headings[Number(token.tag.slice(1)) - 1] ?? HeadingLevel.HEADING_6;
        put({
          heading,
          children: id === null ? words : [new Bookmark({ id: bookmarkOf(String(id)), children: words })],
        });
        break;
      }
      case "paragraph_open":
        put({ children: inline(), spacing: { after: token.hidden ? 40 : 140 } });
        break;
      case "fence":
      case "code_block":
        putCode(token.content);
        break;
      case "hr":
        put({ border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "B0A990" } } });
        break;
      case "blockquote_open":
        context = { ...context, quotes: context.quotes + 1 };
        break;
      case "blockquote_close":
        context = { ...context, quotes: context.quotes - 1 };
        break;
      case "bullet_list_open":
        context = { ...context, lists: [...context.lists, null] };
        break;
      case "ordered_list_open": {
        const reference = `list-${numberings.length + 1}`;
        numberings.push({ reference, levels: levelsFrom(Number(token.attrGet("start") ?? 1)) });
        context = { ...context, lists: [...context.lists, reference] };
        break;
      }
      case "bullet_list_close":
      case "ordered_list_close":
        context = { ...context, lists: context.lists.slice(0, -1) };
        break;
      case "list_item_open":
        marked = true;
        break;
      case "list_item_close":
        // An item without words is still an item.
        if (marked) put({});
        break;
      case "footnote_open":
        note = [];
        noteNumber = String(Number(token.meta?.id) + 1);
        footnotes[noteNumber] = { children: note };
        break;
      case "footnote_close":
        note = null;
        break;
      case "table_open":
        rows = [];
        break;
      case "thead_open":
      case "thead_close":
        head = token.type === "thead_open";
        break;
      case "tr_open":
        cells = [];
        break;
      case "tr_close":
        rows.push(new TableRow({ children: cells, ...(head ? { tableHeader: true } : {}) }));
        break;
      case "th_open":
      case "td_open": {
        const words = inlineChildren(tokens[index + 1]?.children ?? [], images, head ? { bold: true } : {}, reference);
        const align = /center|right/u.exec(String(token.attrGet("style") ?? ""))?.[0];
        const alignment =
          align === "center" ? AlignmentType.CENTER : align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT;
        cells.push(new TableCell({ children: [new Paragraph({ children: [...words], alignment })] }));
        break;
      }
      case "table_close":
        // A footnote holds paragraphs alone (docx), so a table in one goes before the next block of the text.
        children.push(new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } }));
        break;
      default:
    }
  });
  for (const [number, outer] of nested) {
    const inner = footnotes[number];
    if (!inner || inText.has(number)) continue;
    const mark = new Paragraph({ children: [new TextRun({ text: String(number), superScript: true })] });
    footnotes[outer]?.children.push(mark, ...inner.children);
    delete footnotes[number];
  }
  return { children, footnotes, numberings };
};

const levelsFrom = (start: number): readonly ILevelsOptions[] =>
  Array.from({ length: deepest + 1 }, (_each, level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `%${level + 1}.`,
    start,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: (level + 1) * step, hanging: 400 } } },
  }));
