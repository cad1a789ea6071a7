import type { EditorState, Text } from "@codemirror/state";
import { blockAt } from "../lists/list-block.ts";
import { listLine } from "../lists/list-line.ts";
import { inVerbatim } from "../lists/verbatim.ts";

/** What is hidden when a line is folded: from the line's end to the end of what is under it. */
export interface FoldRange {
  readonly from: number;
  readonly to: number;
}

const hashes = /^ {0,3}(#{1,6})(?:[ \t]|\r?$)/;
const underline = /^ {0,3}(=+|-{2,})[ \t]*\r?$/;
const fence = /^[ \t]*(`{3,}|~{3,})/;

function isBlank(line: string): boolean {
  return line.trim() === "";
}

/** Level of the heading on a line (1-based number), by its own text and the line under it; 0 where there is none. */
export function headingLevel(doc: Text, number: number): number {
  const { text } = doc.line(number);
  const level = hashes.exec(text)?.[1]?.length;
  if (level !== undefined) return level;
  if (number === doc.lines || isBlank(text) || text.startsWith("\t")) return 0;
  const sign = underline.exec(doc.line(number + 1).text)?.[1];
  if (sign === undefined || listLine(text).marker !== "" || underline.test(text) || /^ {0,3}>/.test(text)) return 0;
  return sign.startsWith("=") ? 1 : 2;
}

/** Last line of the section that a heading of `level` on a line begins, without the blank lines at its end. */
function sectionEnd(doc: Text, number: number, level: number): number {
  let last = number;
  let open: string | null = null;
  for (let next = number + 1; next <= doc.lines; next++) {
    const { text } = doc.line(next);
    if (isBlank(text)) continue;
    const sign = fence.exec(text)?.[1];
    if (sign !== undefined && (open === null || sign.startsWith(open))) open = open === null ? sign : null;
    else if (open === null) {
      const found = headingLevel(doc, next);
      if (found > 0 && found <= level) break;
    }
    last = next;
  }
  return last;
}

function firstWritten(doc: Text, after: number): number | null {
  for (let number = after + 1; number <= doc.lines; number++) if (!isBlank(doc.line(number).text)) return number;
  return null;
}

/** Whether a line can be folded. Looks only as far as the next written line, so that it can be asked for every line seen. */
export function canFold(state: EditorState, number: number): boolean {
  const { doc } = state;
  const level = headingLevel(doc, number);
  const line = listLine(doc.line(number).text);
  if ((level === 0 && line.marker === "") || inVerbatim(state, doc.line(number).to)) return false;
  const below = firstWritten(doc, number);
  if (below === null) return false;
  if (level === 0) {
    const under = listLine(doc.line(below).text);
    return under.column > line.column + 1 || (below === number + 1 && (blockAt(doc, number)?.last ?? number) > number);
  }
  const next = headingLevel(doc, below);
  return next === 0 || next > level;
}

/** What folding a line hides; null where there is nothing to fold. */
export function foldRange(state: EditorState, number: number): FoldRange | null {
  if (!canFold(state, number)) return null;
  const { doc } = state;
  const level = headingLevel(doc, number);
  const last = level > 0 ? sectionEnd(doc, number, level) : (blockAt(doc, number)?.last ?? number);
  return last > number ? { from: doc.line(number).to, to: doc.line(last).to } : null;
}

/** Every section of a note, in one pass; the one that is the whole note (under its title) is left out. */
export function allSections(doc: Text): FoldRange[] {
  const ranges: FoldRange[] = [];
  const open: { readonly number: number; readonly level: number }[] = [];
  let lastWritten = 0;
  let firstWrittenLine = 0;
  let inFence: string | null = null;
  const close = (level: number) => {
    for (let top = open.at(-1); top !== undefined && top.level >= level; top = open.at(-1)) {
      open.pop();
      const isTitle = top.number === firstWrittenLine && level === 0;
      if (lastWritten > top.number && !isTitle)
        ranges.push({ from: doc.line(top.number).to, to: doc.line(lastWritten).to });
    }
  };
  for (let number = 1; number <= doc.lines; number++) {
    const { text } = doc.line(number);
    if (isBlank(text)) continue;
    if (firstWrittenLine === 0) firstWrittenLine = number;
    const sign = fence.exec(text)?.[1];
    if (sign !== undefined && (inFence === null || sign.startsWith(inFence))) inFence = inFence === null ? sign : null;
    else if (inFence === null) {
      const level = headingLevel(doc, number);
      if (level > 0) {
        close(level);
        open.push({ number, level });
      }
    }
    lastWritten = number;
  }
  close(0);
  return ranges.sort((one, other) => one.from - other.from);
}
