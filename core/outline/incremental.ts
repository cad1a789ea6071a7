import { type Analysis, analyse } from "./analysis.ts";
import type { Choice } from "./choice.ts";
import { mayHaveFrontMatter } from "./front-matter.ts";
import type { Line, Scan } from "./lines.ts";
import { outlineOf } from "./recognise.ts";
import { Scanner, scan } from "./scan.ts";
import type { Outline } from "./tree.ts";

/** A change of a note's text: `from` to `to` (offsets in the old text) gave way to `length` new code units. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** A note that was read, kept for reading it again after an edit. */
export interface ReadNote {
  readonly text: string;
  readonly scan: Scan;
  readonly analysis: Analysis;
  readonly outline: Outline;
}

/** Index of the last start that is at most `offset`. */
const lineOf = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Scans a note again after an edit. Lines before it and, from the first place where nothing is open, behind it are kept. */
export const rescan = (old: Scan, oldText: string, edit: Edit, text: string): Scan => {
  if (mayHaveFrontMatter(text) || mayHaveFrontMatter(oldText)) return scan(text);
  let first = Math.max(0, lineOf(old.starts, edit.from - 1));
  while (first > 0 && !(old.lines[first] as Line).fresh) first--;
  const shift = edit.length - (edit.to - edit.from);
  const end = edit.from + edit.length;
  let kept = old.lines.length;
  const scanner = new Scanner(text);
  scanner.run(old.starts[first] ?? 0, (offset, fresh) => {
    if (!fresh || offset <= end) return false;
    const at = lineOf(old.starts, offset - shift);
    if (old.starts[at] !== offset - shift || !(old.lines[at] as Line).fresh) return false;
    kept = at;
    return true;
  });
  const lines = old.lines.slice(0, first).concat(scanner.lines, old.lines.slice(kept));
  const starts = old.starts.slice(0, first).concat(scanner.starts);
  for (let i = kept; i < old.starts.length; i++) starts.push((old.starts[i] as number) + shift);
  return { lines, starts };
};

const readNote = (text: string, lines: Scan, choice: Choice | undefined): ReadNote => {
  const analysis = analyse(text, choice, lines);
  return { text, scan: lines, analysis, outline: outlineOf(analysis) };
};

/** Reads a note for the first time. */
export const openNote = (text: string, choice?: Choice): ReadNote => readNote(text, scan(text), choice);

/** Reads a note again after an edit that made its text `text`; the outline is the one that `recognise` gives. */
export const editNote = (note: ReadNote, edit: Edit, text: string, choice?: Choice): ReadNote =>
  readNote(text, rescan(note.scan, note.text, edit, text), choice);
