import { countColumn } from "@codemirror/state";

/** A line of a note, taken apart: `> ` signs, indentation, and the marker and box of a list item. */
export interface ListLine {
  /** The `>` signs it begins with, with the space after the last. */
  readonly quote: string;
  /** Spaces and tabs after them. */
  readonly indent: string;
  /** `-`, `*`, `+`, `1.` or `1)`; "" where the line begins no item. */
  readonly marker: string;
  /** What stands between marker and box or text. */
  readonly space: string;
  /** `[ ] ` or `[x] ` with the space after it, or "". */
  readonly box: string;
  /** The rest. */
  readonly text: string;
  /** Column at which the marker (or the text, where there is none) begins, after the quote signs; a tab is 4. */
  readonly column: number;
}

const shape =
  /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)(?:([-*+]|\d{1,9}[.)])([ \t]+|(?=\r?$))(\[[ xX]\](?:[ \t]+|(?=\r?$)))?)?/;
/** `---`, `* * *`: a rule across the page, not an item. */
const rule = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*){2,}\r?$/;
const heading = /^[ \t]*#{1,6}(?:[ \t]|\r?$)/;

/** Takes a line apart. Joined again in order, the parts are the line. */
export function listLine(line: string): ListLine {
  const [, quote = "", indent = "", marker = "", space = "", box = ""] = shape.exec(line) ?? [];
  const column = countColumn(line.slice(quote.length), 4, indent.length);
  const rest = line.slice(quote.length + indent.length);
  if (marker === "" || rule.test(rest)) return { quote, indent, marker: "", space: "", box: "", text: rest, column };
  return { quote, indent, marker, space, box, text: rest.slice(marker.length + space.length + box.length), column };
}

/** Characters before the item's text. */
export function prefixLength({ quote, indent, marker, space, box }: ListLine): number {
  return quote.length + indent.length + marker.length + space.length + box.length;
}

/** Whether nothing but white space stands in it, apart from `>` signs. */
export function isBlank(line: ListLine): boolean {
  return line.marker === "" && line.text.trim() === "";
}

/** Whether a line ends every list that is less indented than it: a heading or a rule. */
export function endsLists(line: ListLine): boolean {
  return line.marker === "" && (heading.test(line.text) || rule.test(line.text));
}

/** The number of a numbered item, or null for a bullet. */
export function itemNumber(line: ListLine): number | null {
  return /^\d/.test(line.marker) ? Number.parseInt(line.marker, 10) : null;
}

/** The marker with another number; as many digits as before where it began with zeros. */
export function withNumber(marker: string, number: number): string {
  const digits = marker.slice(0, -1);
  const written =
    digits.startsWith("0") && digits.length > 1 ? String(number).padStart(digits.length, "0") : String(number);
  return written + marker.slice(-1);
}
