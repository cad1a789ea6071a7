import type { ModuleForm } from "./notation.ts";
import type { Reading } from "./reading.ts";
import { mayNameLevel } from "./signs.ts";
import type { Source } from "./source.ts";

/** A line that may name an area, a level or a module. */
export class Candidate {
  /** 0-based line. */
  readonly line: number;
  readonly form: ModuleForm;
  /** Nesting: 1 to 6 headings, 10 lines of their own, 11 quotes, 12 rows, 20 and up list items by depth. Lower holds higher. */
  readonly rank: number;
  /** Lines written alike share a key; a note's modules do. */
  readonly key: string;
  /** Whether a cheap look found a time, a kind of work or a link, so that a careful one is worth while. */
  readonly telling: boolean;
  private readonly source: Source;
  private known: Reading | null = null;

  constructor(source: Source, line: number, form: ModuleForm, rank: number, key: string, telling: boolean) {
    this.source = source;
    this.line = line;
    this.form = form;
    this.rank = rank;
    this.key = key;
    this.telling = telling;
  }

  /** What the line says; most candidates are never asked. */
  get reading(): Reading {
    this.known ??= this.source.read(this.line);
    return this.known;
  }

  /** Length of the line's content in code units. */
  get length(): number {
    const line = this.source.lines[this.line];
    return this.form === "table" ? this.reading.content.length : line ? line.end - line.start : 0;
  }

  /** Whether the line is short and, at a cheap look, may name a level. */
  get mayNameLevel(): boolean {
    const { length, source } = this;
    const line = source.lines[this.line];
    if (!line || length > 70) return false;
    if (this.form === "table") return mayNameLevel(this.reading.content, 0, length, line.signs);
    const start = (source.starts[this.line] as number) + line.start;
    return mayNameLevel(source.text, start, start + length, line.signs);
  }
}
