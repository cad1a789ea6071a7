import { type Inline, inline } from "./inline.ts";
import { hasDoneMark, isPlaceholder } from "./section-words.ts";
import { type Columns, cellsOf } from "./table.ts";
import { type PhraseTime, timePhrase } from "./time-phrase.ts";
import { tidyTitle } from "./title.ts";
import { hasWorkKind } from "./work-kinds.ts";
import { type Split, splitTimes } from "./written.ts";

const lower = /^\p{Ll}/u;
const camel = /^\p{Ll}\p{Lu}/u;

const isSentence = (title: string): boolean => {
  if (title.length > 130) return true;
  let words = 1;
  for (let i = 0; i < title.length; i++) if (title.charCodeAt(i) === 32) words++;
  if (words > 16) return true;
  return words > 3 && lower.test(title) && !camel.test(title);
};

/** What one line says on its own, whatever stands around it. Each answer is worked out when first asked for. */
export class Reading {
  /** The line's content as it stands in the note. */
  readonly content: string;
  private knownInline: Inline | null = null;
  private knownSplit: Split | null = null;
  private knownTitle: string | null = null;

  private readonly mayHoldTime: boolean;

  /** `mayHoldTime` false says that a look at the line found no duration. */
  constructor(content: string, mayHoldTime = true) {
    this.content = content;
    this.mayHoldTime = mayHoldTime;
  }

  get inline(): Inline {
    this.knownInline ??= inline(this.content);
    return this.knownInline;
  }

  get split(): Split {
    this.knownSplit ??= splitTimes(this.inline, this.mayHoldTime);
    return this.knownSplit;
  }

  get times(): readonly PhraseTime[] {
    return this.split.times;
  }

  /** What the line names; empty where it says nothing but a time. */
  get title(): string {
    this.knownTitle ??= this.named();
    return this.knownTitle;
  }

  private named(): string {
    const { inline: line, split } = this;
    const rest = split.rest === "" ? "" : ` ${split.rest}`;
    const title = tidyTitle(`${line.plain.slice(split.from, split.to)}${rest}`);
    if (title === "" && split.times.length === 0 && line.urls[0] !== undefined) return line.urls[0];
    if ((line.strong > 0 || line.linked) && split.times.length === 0) {
      // A dressed name with a sentence behind it: the name is the title.
      const close = line.edges.find((edge) => edge > 2 && line.plain.slice(0, edge).trim().length > 2);
      if (close !== undefined && close < 100 && line.plain.slice(close).trim().length > 60)
        return tidyTitle(line.plain.slice(0, close));
    }
    return title;
  }

  /** How the line is dressed: number of `*` or `_`, and whether it starts with a link. */
  get style(): string {
    return `${Math.min(3, this.inline.strong)}${this.inline.linked ? "L" : ""}`;
  }

  /** Whether the line is a link and little else. */
  get linked(): boolean {
    const link = this.inline.links[0];
    return this.inline.linked && link !== undefined && link.to - link.from >= 0.6 * this.title.length;
  }

  /** Whether the line opens with a kind of work, such as "Video:". */
  get kind(): boolean {
    return hasWorkKind(this.inline.plain.slice(this.split.from));
  }

  get sentence(): boolean {
    if (isSentence(this.title)) return true;
    return this.times.length === 0 && /[.;。]\s*$/.test(this.inline.plain) && this.title.split(" ").length > 4;
  }

  get placeholder(): boolean {
    return isPlaceholder(this.inline.plain);
  }

  get done(): boolean {
    return this.split.done || this.inline.box === "x" || this.inline.struck || hasDoneMark(this.inline.plain);
  }
}

/** Reads a table's row: the title from one cell, the time from another, as if they stood on a line of their own. */
export const readRow = (row: string, columns: Columns): Reading => {
  const cells = cellsOf(row);
  const name = cells[columns.title];
  const time = cells[columns.time];
  const bare = /^[~≈]?\s*\d+(?:[.,]\d+)?$/.test(time?.text ?? "");
  return new Row(
    name?.text ?? "",
    name?.from ?? 0,
    `${time?.text ?? ""}${bare ? ` ${columns.unit || "min"}` : ""}`,
    time?.from ?? 0,
  );
};

class Row extends Reading {
  private readonly row: Inline;
  private readonly found: readonly PhraseTime[];

  constructor(name: string, nameAt: number, time: string, timeAt: number) {
    super(name);
    const own = super.inline;
    const base = own.plain.length + 1;
    const map = own.map.map((offset, index) => (index % 2 === 1 ? offset + nameAt : offset));
    this.row = { ...own, plain: `${own.plain} ${time}`, map: [...map, base, timeAt] };
    this.found = (timePhrase(time, "parentheses")?.times ?? []).map((entry) => ({
      ...entry,
      from: entry.from + base,
      to: entry.to + base,
    }));
  }

  override get inline(): Inline {
    return this.row ?? super.inline;
  }

  override get split(): Split {
    const own = splitTimes({ ...this.row, plain: this.row.plain.slice(0, this.row.map.at(-2)) });
    return own.times.length > 0 ? own : { ...own, times: this.found };
  }

  override get sentence(): boolean {
    return false;
  }
}
