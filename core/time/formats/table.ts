/**
 * CSV as spreadsheets read it (RFC 4180): commas, CRLF, quotes doubled. A field that a spreadsheet would run as a
 * formula gets an apostrophe in front, and loses it again when it is read: titles of notes come from strangers.
 */
export const writeTable = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");

const DANGEROUS = /^'*[=+\-@\t\r]/;

const field = (value: string | number | null): string => {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = DANGEROUS.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A line of a table: its fields by their column's name, in lower case. */
export interface TableRow {
  /** 1-based line of the file on which the row starts. */
  readonly line: number;
  /** The field of the first of these columns that the table has; "" where it has none of them. */
  get(...columns: string[]): string;
}

/**
 * Reads a table whose first row names the columns. The separator (comma, semicolon or tab) is told from that row; a
 * byte order mark, CR, LF and CRLF, quotes in mid-field and short rows are taken as they come. Empty rows are left out.
 */
export const readTable = (
  text: string,
): { readonly columns: readonly string[]; readonly rows: readonly TableRow[] } => {
  const body = text.replace(/^\uFEFF/, "");
  const [head, ...rest] = records(body, separatorOf(body));
  const columns = (head?.fields ?? []).map((name) => name.trim().toLowerCase());
  const rows = rest
    .filter(({ fields }) => fields.some((value) => value.trim() !== ""))
    .map(({ line, fields }) => ({
      line,
      get: (...names: string[]): string => {
        const at = names.map((name) => columns.indexOf(name)).find((index) => index >= 0);
        return plain(at === undefined ? "" : (fields[at] ?? ""));
      },
    }));
  return { columns, rows };
};

const plain = (value: string): string => (/^''*[=+\-@\t\r]/.test(value) ? value.slice(1) : value);

const separatorOf = (text: string): string => {
  const head = text.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
};

const records = (text: string, separator: string): { line: number; fields: string[] }[] => {
  const found: { line: number; fields: string[] }[] = [];
  let [line, start, at] = [1, 1, 0];
  let [fields, value]: [string[], string] = [[], ""];
  const endRow = (): void => {
    found.push({ line: start, fields: [...fields, value] });
    [fields, value] = [[], ""];
  };
  while (at < text.length) {
    const char = text[at] ?? "";
    if (char === '"' && value === "") {
      const end = closing(text, at + 1);
      const inside = text.slice(at + 1, end);
      value = inside.replaceAll('""', '"');
      line += inside.split(/\r\n|\r|\n/).length - 1;
      at = end + 1;
      continue;
    }
    at++;
    if (char === separator) {
      fields.push(value);
      value = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[at] === "\n") at++;
      endRow();
      start = ++line;
    } else value += char;
  }
  if (value !== "" || fields.length > 0) endRow();
  return found;
};

/** Offset of the quote that ends a quoted field; the end of the text where none does. */
const closing = (text: string, from: number): number => {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return text.length;
};
