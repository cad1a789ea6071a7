import type { Reading } from "./reading.ts";

/** What a line is to the block structure of Markdown; `summary` is HTML that names what a `<details>` folds away. */
export type LineKind =
  | "blank"
  | "text"
  | "heading"
  | "underline"
  | "rule"
  | "code"
  | "fence"
  | "html"
  | "summary"
  | "comment"
  | "front";

/**
 * One line as CommonMark's block structure sees it. Offsets count UTF-16 code units from the line's own start, so that
 * a line keeps its record while others above it change.
 */
export interface Line {
  readonly kind: LineKind;
  /** Offset of the content, after quote marks, list markers and heading marks. */
  readonly start: number;
  /** Offset of the content's end, without trailing white space and closing heading marks. */
  readonly end: number;
  /** Open block quotes. */
  readonly quote: number;
  /** Open list items. */
  readonly nest: number;
  /** Column of the list marker (or of the content where there is none), tabs being four wide. */
  readonly column: number;
  /** List marker that starts on this line: `-`, `*`, `+`, `.` or `)`; empty where none does. */
  readonly marker: string;
  /** Number of an ordered item; -1 for other lines. */
  readonly number: number;
  /** Offset of the list marker, where one starts on this line. */
  readonly markerAt: number;
  /** 1 to 6 for headings, else 0. */
  readonly depth: number;
  /** Whether the line goes on with the paragraph of the line above. */
  readonly continues: boolean;
  /** Whether nothing was open before this line, so that scanning may start here. */
  readonly fresh: boolean;
  /** What a look at the characters of a text or heading found (signs.ts). */
  readonly signs: number;
  /** What the line says, once somebody asked; the record never outlives its text. */
  reading: Reading | null;
}

/** A note cut into lines. */
export interface Scan {
  readonly lines: readonly Line[];
  /** Offset in the note at which each line starts. */
  readonly starts: readonly number[];
}

const plainLine = (kind: LineKind, fresh: boolean): Line =>
  Object.freeze({
    kind,
    start: 0,
    end: 0,
    quote: 0,
    nest: 0,
    column: 0,
    marker: "",
    number: -1,
    markerAt: -1,
    depth: 0,
    continues: false,
    fresh,
    signs: 0,
    reading: null,
  });
const shared = (kind: LineKind): readonly [Line, Line] => [plainLine(kind, false), plainLine(kind, true)];

/** Records that many lines share, since nothing in them is looked at; the second of each pair starts where nothing is open. */
export const plainLines = {
  blank: shared("blank"),
  code: shared("code"),
  html: shared("html"),
  comment: shared("comment"),
  front: shared("front"),
  fence: shared("fence"),
  rule: shared("rule"),
  underline: shared("underline"),
} as const;
