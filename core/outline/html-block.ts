import type { Span } from "./tree.ts";

// The seven kinds of HTML block, CommonMark 0.31.2, section 4.6.
const openings: readonly RegExp[] = [
  /^<(?:script|pre|textarea|style)(?:\s|>|$)/i,
  /^<!--/,
  /^<[?]/,
  /^<![A-Za-z]/,
  /^<!\[CDATA\[/,
  /^<[/]?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[123456]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|section|search|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:\s|[/]?[>]|$)/i,
  /^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[a-zA-Z_:][a-zA-Z0-9:._-]*(?:\s*=\s*(?:[^"'=<>`\s]+|'[^']*'|"[^"]*"))?)*\s*\/?>|<\/[A-Za-z][A-Za-z0-9-]*\s*>)\s*$/,
];

const closings: readonly (RegExp | null)[] = [
  /<\/(?:script|pre|textarea|style)>/i,
  /-->/,
  /\?>/,
  />/,
  /\]\]>/,
  null,
  null,
];

/** The kind of HTML block (1 to 7) that `line`, starting with `<`, opens; 0 for none. Kind 7 never interrupts a paragraph. */
export const htmlBlockKind = (line: string, inParagraph: boolean): number => {
  for (let kind = 1; kind <= 7; kind++) {
    if (openings[kind - 1]?.test(line)) return kind === 7 && inParagraph ? 0 : kind;
  }
  return 0;
};

/** Whether `line` ends an open HTML block of `kind`; kinds 6 and 7 end at a blank line instead. */
export const closesHtmlBlock = (kind: number, line: string): boolean => closings[kind - 1]?.test(line) ?? false;

const summary = /^(\s*(?:<details(?:\s[^<>]*)?>\s*)?<summary(?:\s[^<>]*)?>\s*)(\S.*?)\s*<\/summary>\s*$/i;

/** Where the content of a `<summary>` that fills a line of HTML stands in it; null where the line is no such summary. */
export const summarySpan = (line: string): Span | null => {
  const found = summary.exec(line);
  if (!found) return null;
  const from = (found[1] as string).length;
  return { from, to: from + (found[2] as string).length };
};

/** Whether a line does nothing but open a `<details>`. */
export const opensDetails = (line: string): boolean => /^\s*<details(?:\s[^<>]*)?>\s*$/i.test(line);

/** Whether a line does nothing but open or close a `<details>`. */
export const isDetailsTag = (line: string): boolean => opensDetails(line) || /^\s*<\/details\s*>\s*$/i.test(line);
