import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  ImageRun,
  InternalHyperlink,
  type IRunOptions,
  type ParagraphChild,
  TextRun,
} from "docx";
import type { MarkdownToken } from "#core/draft/html.ts";
import { readImageData } from "./image-size.ts";

/** The font of code. */
export const codeFont = "Consolas";

/** The widest that an image is shown, in pixels: the text of an A4 page. */
const widest = 600;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0, production 2: what no document may hold
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Text as XML can have it: what it can't hold, nobody sees either. */
export const xmlText = (text: string): string => text.replace(notXml, "");

/** A footnote's number where it is referred to; Word knows no footnotes of footnotes, which get the number alone. */
export type Reference = (number: number) => ParagraphChild;

/** The reference in the text itself. */
export const textReference: Reference = (number) => new FootnoteReferenceRun(number);

/** Sets the words of one paragraph. `images`: `data:` addresses by the address in the text. */
export const inlineChildren = (
  tokens: readonly MarkdownToken[],
  images: ReadonlyMap<string, string>,
  base: IRunOptions = {},
  reference: Reference = textReference,
): readonly ParagraphChild[] => {
  const outer: ParagraphChild[] = [];
  let link: { readonly href: string; readonly children: ParagraphChild[] } | null = null;
  const on = { bold: 0, italics: 0, strike: 0 };
  const put = (child: ParagraphChild): void => void (link?.children ?? outer).push(child);
  const style = (): IRunOptions => ({
    ...base,
    ...(on.bold > 0 ? { bold: true } : {}),
    ...(on.italics > 0 ? { italics: true } : {}),
    ...(on.strike > 0 ? { strike: true } : {}),
    ...(link ? { style: "Hyperlink" } : {}),
  });
  const text = (words: string): void => put(new TextRun({ ...style(), text: xmlText(words) }));
  for (const token of tokens) {
    switch (token.type) {
      case "strong_open":
        on.bold += 1;
        break;
      case "strong_close":
        on.bold -= 1;
        break;
      case "em_open":
        on.italics += 1;
        break;
      case "em_close":
        on.italics -= 1;
        break;
      case "s_open":
        on.strike += 1;
        break;
      case "s_close":
        on.strike -= 1;
        break;
      case "code_inline":
        put(new TextRun({ ...style(), font: codeFont, text: xmlText(token.content) }));
        break;
      case "softbreak":
        text(" ");
        break;
      case "hardbreak":
        put(new TextRun({ break: 1 }));
        break;
      case "link_open":
        link = { href: xmlText(String(token.attrGet("href") ?? "")), children: [] };
        break;
      case "link_close":
        if (link) outer.push(linkOf(link));
        link = null;
        break;
      case "image":
        put(imageOf(token, images) ?? new TextRun({ ...style(), text: xmlText(token.content) }));
        break;
      case "footnote_ref":
        put(reference(Number(token.meta?.id) + 1));
        break;
      case "task_box":
        text(token.attrGet("checked") === null ? "☐ " : "☑ ");
        break;
      default:
        if (token.content !== "") text(token.content);
    }
  }
  return outer;
};

const linkOf = ({ href, children }: { readonly href: string; readonly children: ParagraphChild[] }): ParagraphChild =>
  href.startsWith("#")
    ? new InternalHyperlink({ anchor: bookmarkOf(decoded(href.slice(1))), children })
    : new ExternalHyperlink({ link: href, children });

const decoded = (anchor: string): string => {
  try {
    return decodeURIComponent(anchor);
  } catch {
    // A % that is none of an escape: the anchor stands as it is.
    return anchor;
  }
};

/** A heading's anchor as the name of a bookmark: at most 40 letters, digits and low lines, a letter first. */
export const bookmarkOf = (anchor: string): string => `h_${anchor.replace(/[^\p{L}\p{N}]+/gu, "_")}`.slice(0, 40);

const imageOf = (token: MarkdownToken, images: ReadonlyMap<string, string>): ParagraphChild | null => {
  const data = images.get(String(token.attrGet("src") ?? ""));
  const image = data === undefined ? null : readImageData(data);
  if (!image) return null;
  const scale = Math.min(1, widest / image.width);
  const alt = xmlText(token.content);
  return new ImageRun({
    type: image.type,
    data: image.bytes,
    transformation: {
      width: Math.max(1, Math.round(image.width * scale)),
      height: Math.max(1, Math.round(image.height * scale)),
    },
    altText: { name: alt, description: alt, title: alt },
  });
};
