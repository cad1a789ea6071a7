import type { Line, Scan } from "./lines.ts";
import { type Reading, readLine } from "./reading.ts";

/** A note with its lines, and what each says on its own. */
export interface Source extends Scan {
  readonly text: string;
  /** Reads line `index` (0-based). */
  readonly read: (index: number) => Reading;
  /** The line's content as it stands in the note. */
  readonly content: (index: number) => string;
}

/** Joins a note's text with its lines. */
export const sourceOf = (text: string, { lines, starts }: Scan): Source => ({
  text,
  lines,
  starts,
  read: (index) => readLine(text, starts[index] ?? 0, lines[index] as Line),
  content: (index) => {
    const line = lines[index];
    const start = starts[index] ?? 0;
    return line ? text.slice(start + line.start, start + line.end) : "";
  },
});
