import { isLevelTitle } from "./level-words.ts";
import type { Line } from "./lines.ts";
import type { ModuleForm } from "./notation.ts";
import { type Reading, readRow } from "./reading.ts";
import type { Source } from "./source.ts";
import { tableAt } from "./table.ts";
import { mayHoldTime } from "./time-phrase.ts";

/** A line that may name an area, a level or a module. */
export interface Candidate {
  /** 0-based line. */
  readonly line: number;
  readonly form: ModuleForm;
  /** Nesting: 1 to 6 headings, 10 lines of their own, 11 quotes, 20 and up list items by depth. Lower holds higher. */
  readonly rank: number;
  /** Lines written alike share a key; a note's modules do. */
  readonly key: string;
  readonly reading: Reading;
}

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
const longest = 300;

/** Depth of list items as the eye sees it: what stands further right lies deeper, whatever CommonMark makes of it. */
class Indent {
  private readonly stack: { column: number; marker: string; number: number }[] = [];

  reset(): void {
    this.stack.length = 0;
  }

  depth(column: number, marker: string, number: number): number {
    const { stack } = this;
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as { column: number; marker: string; number: number };
      const next = number >= 0 && top.number >= 0 && top.marker === marker && number === top.number + 1;
      if (column > top.column && !(next && column - top.column <= 1)) break;
      stack.pop();
    }
    stack.push({ column, marker, number });
    return stack.length;
  }
}

const textForm = (reading: Reading): ModuleForm =>
  reading.inline.strong >= 2 ? "bold" : reading.inline.linked ? "link" : "line";

/** Whether a line of text stands out enough to name something. */
const standsOut = (reading: Reading, content: string): boolean => {
  const { inline, title } = reading;
  if (title === "" || title.length > 160) return false;
  if (reading.times.length > 0 && !reading.sentence) return true;
  if (inline.strong > 0) {
    // Dressed from end to end, but for a time, a colon or a link.
    const close = inline.edges.filter((edge) => edge <= inline.plain.trimEnd().length).at(-1) ?? 0;
    const left = inline.plain.slice(close).replace(/[\s:：.,()[\]-]/g, "");
    const opened = /^\s*(?:\*|_|<|\[)/.test(content);
    return opened && (left.length === 0 || reading.title.length <= close);
  }
  if (reading.linked) return !reading.sentence;
  if (reading.kind && !reading.sentence) return true;
  return title.length <= 60 && !/[.;]$/.test(content) && isLevelTitle(title, new Set());
};

const linkedOrTimed = (content: string, mayTime: boolean): boolean => {
  const first = content.charCodeAt(0);
  // * _ [ < ( and the marks of loose lists and headings
  if (
    first === 42 ||
    first === 95 ||
    first === 91 ||
    first === 60 ||
    first === 40 ||
    first === 35 ||
    first === 45 ||
    first === 43
  )
    return true;
  return (
    mayTime ||
    first > 8000 ||
    (first >= 48 && first <= 57) ||
    content.includes(":") ||
    content.includes("](") ||
    content.includes("http") ||
    content.length <= 60
  );
};

/** Finds the lines that may name something, and those that only say a time. */
export const candidatesOf = (source: Source): Candidates => {
  const { lines, starts, text } = source;
  const all: Candidate[] = [];
  const timeLines: number[] = [];
  const indent = new Indent();
  let tableEnd = 0;
  const add = (line: number, form: ModuleForm, rank: number, key: string, reading: Reading): void => {
    all.push({ line, form, rank, key, reading });
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind === "heading") {
      indent.reset();
      const reading = source.read(i);
      if (reading.title !== "") add(i, "heading", line.depth, `h${line.depth}`, reading);
      else if (reading.times.length > 0) timeLines.push(i);
      continue;
    }
    if (line.kind !== "text" || line.end <= line.start) continue;
    const length = line.end - line.start;
    if (length > longest) {
      if (line.marker === "" && line.nest === 0) indent.reset();
      if (line.marker !== "" && length < 4 * longest) {
        const depth = indent.depth(line.column, line.marker, line.number);
        const reading = source.read(i);
        if (reading.title !== "" && depth <= 3)
          add(i, line.number >= 0 ? "numbered" : "bullet", 19 + depth, keyOf(line, depth), reading);
      }
      continue;
    }
    const start = starts[i] as number;
    const content = text.slice(start + line.start, start + line.end);
    const mayTime = length <= 160 && mayHoldTime(content);
    if (line.marker !== "") {
      const depth = indent.depth(line.column, line.marker, line.number);
      if (depth > 3 && !mayTime) continue;
      const reading = source.read(i);
      if (reading.title === "") {
        if (reading.times.length > 0) timeLines.push(i);
        continue;
      }
      add(
        i,
        line.number >= 0 ? "numbered" : "bullet",
        19 + depth + (line.quote > 0 ? 20 : 0),
        keyOf(line, depth),
        reading,
      );
      continue;
    }
    if (line.quote > 0) {
      indent.reset();
      const marked = !line.continues || text.lastIndexOf(">", start + line.start) >= start;
      const reading = marked || mayTime ? source.read(i) : null;
      if (reading?.title === "" && reading.times.length > 0) timeLines.push(i);
      else if (
        reading &&
        marked &&
        reading.title !== "" &&
        (!line.continues || reading.times.length > 0) &&
        line.quote === 1 &&
        line.nest === 0
      )
        add(i, "quote", 11, "q", reading);
      continue;
    }
    if (line.nest > 0 && (!line.continues || line.column > 0)) {
      if (mayTime) {
        const reading = source.read(i);
        if (reading.title === "" && reading.times.length > 0) timeLines.push(i);
      }
      continue;
    }
    if (!line.continues) indent.reset();
    if (i < tableEnd) continue;
    if (content.includes("|")) {
      const table = tableAt(source, i);
      if (table) {
        tableEnd = table.end;
        for (let row = i + 2; table.columns && row < table.end; row++) {
          const reading = readRow(lines[row] as Line, source.content(row), table.columns);
          if (reading.title !== "") add(row, "table", 12, "r", reading);
        }
        continue;
      }
    }
    if (!linkedOrTimed(content, mayTime)) continue;
    const loose = looseHeading.exec(content);
    if (loose && !(loose[0].length === 1 && line.continues)) {
      const reading = source.read(i);
      const depth = loose[0].length;
      if (reading.title !== "") add(i, "heading", depth, `h${depth}`, reading);
      continue;
    }
    const numbered = sectionNumber.exec(content);
    const bullet = numbered ? null : looseBullet.exec(content);
    const number = numbered || bullet ? null : looseNumber.exec(content);
    const reading = source.read(i);
    if (reading.title === "") {
      if (reading.times.length > 0) timeLines.push(i);
      continue;
    }
    if (numbered) {
      const parts = (numbered[1] ?? "").split(".").length - 1;
      if (!reading.sentence) add(i, "numbered", 20 + parts, `s${parts + 1}`, reading);
    } else if (bullet && !/^\*\*/.test(content) && !(content[0] === "*" && reading.inline.strong > 0)) {
      add(i, "bullet", 20, `b${content[0]}1`, reading);
    } else if (number) add(i, "numbered", 20, "n.1", reading);
    else if (standsOut(reading, content)) add(i, textForm(reading), 10, "t", reading);
  }
  return { all, timeLines };
};

const keyOf = (line: Line, depth: number): string =>
  `${line.quote > 0 ? "q" : ""}${line.number >= 0 ? "n" : "b"}${line.marker}${depth}`;
