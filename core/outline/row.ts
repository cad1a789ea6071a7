import type { Inline } from "./inline.ts";
import { Reading } from "./reading.ts";
import { type Columns, cellsOf } from "./table.ts";
import { type PhraseTime, timePhrase } from "./time-phrase.ts";
import { type Split, splitTimes } from "./written.ts";

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
