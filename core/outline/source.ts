import type { Scan } from "./lines.ts";
import { Reading } from "./reading.ts";

/** A note with its lines, and what each says on its own. */
export class Source {
  readonly text: string;
  readonly lines: Scan["lines"];
  readonly starts: readonly number[];

  constructor(text: string, { lines, starts }: Scan) {
    this.text = text;
    this.lines = lines;
    this.starts = starts;
  }

  /** The content of line `index` (0-based) as it stands in the note, without marks of blocks around it. */
  content(index: number): string {
    const line = this.lines[index];
    const start = this.starts[index] ?? 0;
    return line ? this.text.slice(start + line.start, start + line.end) : "";
  }

  /** Line `index` (0-based) from end to end, with its line break. */
  line(index: number): string {
    return this.text.slice(this.starts[index], this.starts[index + 1] ?? this.text.length);
  }

  /** What line `index` says; asked twice, the same answer. */
  read(index: number): Reading {
    const line = this.lines[index];
    if (line?.reading) return line.reading;
    return this.keep(index, new Reading(this.content(index), line?.signs));
  }

  /** Gives line `index` a reading that needs more than the line, such as that of a table's row. */
  keep(index: number, reading: Reading): Reading {
    const line = this.lines[index];
    if (line && line.end > line.start) line.reading = reading;
    return reading;
  }
}
