import { Candidate } from "./candidate.ts";
import { codeAt } from "./characters.ts";
import { isLevelTitle } from "./level-words.ts";
import type { Line } from "./lines.ts";
import type { ModuleForm } from "./notation.ts";
import type { Reading } from "./reading.ts";
import { readRow } from "./row.ts";
import { durationSign, mayNameLevel } from "./signs.ts";
import type { Source } from "./source.ts";
import { tableAt } from "./table.ts";
import { hasWorkKind } from "./work-kinds.ts";

/** What a pass over the lines finds: candidates in order, and the lines that say nothing but a time. */
export interface Candidates {
  readonly all: readonly Candidate[];
  /** 0-based lines, ascending. */
  readonly timeLines: readonly number[];
}

const looseHeading = /^#{2,6}(?=[^#\s])|^#(?=[\p{Lu}一-鿿])/u;
const looseBullet = /^[-+*•·●○◦▪■–—►▶➢✦]+\s?(?=[^\s\-–—*+|>\d])/u;
const looseNumber = /^(?:\d{1,2}[.)](?=[^\s\d)])|\d{1,2}[、．]|[(（]\d{1,2}[)）]|[①-⑳])\s*/u;
const sectionNumber = /^\d{1,2}((?:\.\d{1,2})+)[.)]?\s+(?=\S)/;
const longestText = 300;
const longestItem = 600;

/** Depth of list items as the eye sees it: what stands further right lies deeper, whatever CommonMark makes of it. */
class Indent {
  private readonly columns: number[] = [];
  private readonly markers: string[] = [];
  private readonly numbers: number[] = [];
  private size = 0;

  reset(): void {
    this.size = 0;
  }

  depth({ column, marker, number }: Line): number {
    const { columns, markers, numbers } = this;
    while (this.size > 0) {
      const top = this.size - 1;
      const above = columns[top] as number;
      const next = number >= 0 && markers[top] === marker && number === (numbers[top] as number) + 1;
      if (column > above && !(next && column - above <= 1)) break;
      this.size--;
    }
    columns[this.size] = column;
    markers[this.size] = marker;
    numbers[this.size] = number;
    return ++this.size;
  }
}

const textForm = ({ inline }: Reading): ModuleForm => (inline.strong >= 2 ? "bold" : inline.linked ? "link" : "line");

/** Whether a line of text stands out enough to name something. */
const standsOut = (reading: Reading, content: string): boolean => {
  const { inline, title } = reading;
  if (title.length > 160) return false;
  if (reading.times.length > 0 && !reading.sentence) return true;
  if (inline.strong > 0) {
    // Dressed from end to end, but for a time, a colon or a link.
    const length = inline.plain.trimEnd().length;
    const close = inline.edges.reduce((last, edge) => (edge <= length ? Math.max(last, edge) : last), 0);
    const opened = /^\s*(?:\*|_|<|\[)/.test(content);
    return opened && (/^[\s:：.,()[\]-]*$/.test(inline.plain.slice(close)) || title.length <= close);
  }
  if (reading.linked) return !reading.sentence;
  if (reading.kind && !reading.sentence) return true;
  return title.length <= 60 && !/[.;]$/.test(content) && isLevelTitle(title);
};

/** Marks with which a line that stands out may begin: * _ [ < ( # - + and everything above Latin. */
const opensWithMark = (code: number): boolean =>
  code === 42 ||
  code === 95 ||
  code === 91 ||
  code === 60 ||
  code === 40 ||
  code === 35 ||
  code === 45 ||
  code === 43 ||
  (code > 0x2000 && code < 0x2800) ||
  (code >= 48 && code <= 57);

const keys: string[] = [];
/** Key of a list item's class; worked out once for each. */
const keyOf = (line: Line, depth: number): string => {
  const slot = depth * 512 + (line.quote > 0 ? 256 : 0) + (line.number >= 0 ? 128 : 0) + codeAt(line.marker, 0);
  const kept = keys[slot];
  if (kept !== undefined) return kept;
  const key = `${line.quote > 0 ? "q" : ""}${line.number >= 0 ? "n" : "b"}${line.marker}${depth}`;
  if (depth < 20) keys[slot] = key;
  return key;
};

/** Whether a heading is one only because an empty bullet stands under it, which nobody means as an underline. */
export const isDashed = (source: Source, heading: number): boolean =>
  source.lines[heading + 1]?.kind === "underline" && source.line(heading + 1).trim() === "-";

/** Collects candidates line by line. */
class Collector {
  readonly all: Candidate[] = [];
  readonly timeLines: number[] = [];
  private readonly source: Source;
  private readonly indent = new Indent();
  private tableEnd = 0;

  constructor(source: Source) {
    this.source = source;
  }

  private add(line: number, form: ModuleForm, rank: number, key: string, telling = true): void {
    this.all.push(new Candidate(this.source, line, form, rank, key, telling));
  }

  /** Adds a line that was read with care, or notes that it says nothing but a time. */
  private addRead(line: number, form: ModuleForm, rank: number, key: string): void {
    const reading = this.source.read(line);
    if (reading.title !== "") this.add(line, form, rank, key);
    else if (reading.times.length > 0) this.timeLines.push(line);
  }

  visit(index: number, line: Line): void {
    if (line.kind === "heading" && !isDashed(this.source, index)) {
      this.indent.reset();
      this.addRead(index, "heading", line.depth, `h${line.depth}`);
      return;
    }
    if (line.kind === "summary") {
      this.indent.reset();
      this.addRead(index, "line", 10, "d");
      return;
    }
    if ((line.kind !== "text" && line.kind !== "heading") || line.end <= line.start) return;
    if (line.marker !== "") this.item(index, line);
    else if (line.quote > 0) this.quote(index, line);
    else if (line.nest > 0 && (!line.continues || line.column > 0)) this.timeOnly(index, line);
    else this.text(index, line);
  }

  /** Makes a candidate of a line that a person chose, whatever it looks like. */
  force(index: number): void {
    if (this.all[this.all.length - 1]?.line === index) return;
    if (this.timeLines[this.timeLines.length - 1] === index) this.timeLines.pop();
    this.add(index, "line", 10, "chosen");
  }

  private timeOnly(index: number, line: Line): void {
    if (line.end - line.start > 160 || (line.signs & durationSign) === 0) return;
    const reading = this.source.read(index);
    if (reading.title === "" && reading.times.length > 0) this.timeLines.push(index);
  }

  private item(index: number, line: Line): void {
    const depth = this.indent.depth(line);
    const length = line.end - line.start;
    if (length > longestItem) return;
    const mayTime = (line.signs & durationSign) !== 0;
    if (depth > 3 && !mayTime) return;
    const form = line.number >= 0 ? "numbered" : "bullet";
    const rank = 19 + depth + (line.quote > 0 ? 20 : 0);
    if (mayTime) {
      this.addRead(index, form, rank, keyOf(line, depth));
      return;
    }
    const { text, starts } = this.source;
    const start = (starts[index] as number) + line.start;
    const first = codeAt(text, start);
    const linked = first === 91 || ((first === 42 || first === 95) && text.indexOf("[", start) - start < 5);
    this.add(index, form, rank, keyOf(line, depth), linked || hasWorkKind(text, start, start + length));
  }

  private quote(index: number, line: Line): void {
    this.indent.reset();
    if (line.end - line.start > longestText) return;
    const mayTime = (line.signs & durationSign) !== 0;
    const { text, starts } = this.source;
    const start = starts[index] as number;
    const marked = !line.continues || text.lastIndexOf(">", start + line.start) >= start;
    if (!mayTime && line.continues) return;
    const reading = this.source.read(index);
    if (reading.title === "") {
      if (reading.times.length > 0) this.timeLines.push(index);
    } else if (marked && line.quote === 1 && line.nest === 0) this.add(index, "quote", 11, "q");
  }

  private text(index: number, line: Line): void {
    if (!line.continues) this.indent.reset();
    const length = line.end - line.start;
    if (index < this.tableEnd || length > longestItem) return;
    const { source } = this;
    const start = (source.starts[index] as number) + line.start;
    const first = codeAt(source.text, start);
    if ((first === 124 || !line.continues) && this.table(index)) return;
    const marked = opensWithMark(first);
    const mayTime = length <= longestText && (line.signs & durationSign) !== 0;
    if (!marked && !mayTime) {
      if (length > 160) return;
      const { text } = source;
      if (
        !hasWorkKind(text, start, start + length) &&
        (length > 60 || !mayNameLevel(text, start, start + length, line.signs))
      )
        return;
    }
    const content = source.content(index);
    const loose = first === 35 ? looseHeading.exec(content) : null;
    if (loose && !(loose[0].length === 1 && line.continues)) {
      this.addRead(index, "heading", loose[0].length, `h${loose[0].length}`);
      return;
    }
    const reading = source.read(index);
    if (reading.title === "") {
      if (reading.times.length > 0) this.timeLines.push(index);
      return;
    }
    const numbered = marked ? sectionNumber.exec(content) : null;
    if (numbered) {
      const parts = (numbered[1] ?? "").split(".").length - 1;
      if (!reading.sentence) this.add(index, "numbered", 20 + parts, `s${parts + 1}`);
    } else if (marked && looseBullet.test(content) && !(first === 42 && reading.inline.strong > 0)) {
      this.add(index, "bullet", 20, `b${content[0]}1`);
    } else if (marked && looseNumber.test(content)) this.add(index, "numbered", 20, "n.1");
    else if (standsOut(reading, content)) this.add(index, textForm(reading), 10, "t");
  }

  private table(index: number): boolean {
    const table = tableAt(this.source, index);
    if (!table) return false;
    this.tableEnd = table.end;
    for (let row = index + 2; table.columns && row < table.end; row++) {
      const reading = readRow(this.source.content(row), table.columns);
      if (reading.title === "") continue;
      this.source.keep(row, reading);
      this.add(row, "table", 12, "r");
    }
    return true;
  }
}

const none: ReadonlyMap<number, unknown> = new Map();

/** Finds the lines that may name something (and those that a person named), and those that only say a time. */
export const candidatesOf = (source: Source, chosen: ReadonlyMap<number, unknown> = none): Candidates => {
  const collector = new Collector(source);
  const { lines } = source;
  for (let i = 0; i < lines.length; i++) {
    collector.visit(i, lines[i] as Line);
    if (chosen.has(i)) collector.force(i);
  }
  return collector;
};
