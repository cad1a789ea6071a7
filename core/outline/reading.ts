import { type Inline, inline } from "./inline.ts";
import type { Line } from "./lines.ts";
import { hasDoneMark, hasWorkKind, isPlaceholder } from "./section-words.ts";
import { type Columns, cellsOf } from "./table.ts";
import { type PhraseTime, timePhrase } from "./time-phrase.ts";
import { tidyTitle } from "./title.ts";
import { type Split, splitTimes } from "./written.ts";

/** What one line says on its own, whatever stands around it. */
export interface Reading {
  readonly inline: Inline;
  readonly split: Split;
  /** Empty where the line says nothing but a time. */
  readonly title: string;
  readonly times: readonly PhraseTime[];
  /** How the line is dressed: number of `*` or `_`, and whether it is a link. */
  readonly style: string;
  /** Whether the line is a link and little else. */
  readonly linked: boolean;
  readonly kind: boolean;
  readonly sentence: boolean;
  readonly placeholder: boolean;
  readonly done: boolean;
}

const isSentence = (title: string): boolean => {
  if (title.length > 130) return true;
  const words = title.split(" ").length;
  if (words > 16) return true;
  const first = title[0] ?? "";
  return words > 3 && first !== first.toUpperCase() && !/^\p{Ll}\p{Lu}/u.test(title);
};

const read = (text: string): Reading => {
  const line = inline(text);
  const split = splitTimes(line);
  let title = tidyTitle(`${line.plain.slice(split.from, split.to)}${split.rest === "" ? "" : ` ${split.rest}`}`);
  const outside = line.links[0];
  if (title === "" && split.times.length === 0 && line.urls[0] !== undefined) title = line.urls[0];
  const linked = line.linked && outside !== undefined && outside.to - outside.from >= 0.6 * title.length;
  // A dressed name with a sentence behind it: the name is the title.
  if ((line.strong > 0 || line.linked) && split.times.length === 0) {
    const close = line.edges.find((edge) => edge > 2 && line.plain.slice(0, edge).trim().length > 2);
    const rest = close === undefined ? "" : line.plain.slice(close).trim();
    if (close !== undefined && rest.length > 60 && close < 100) title = tidyTitle(line.plain.slice(0, close));
  }
  return {
    inline: line,
    split,
    title,
    times: split.times,
    style: `${Math.min(3, line.strong)}${line.linked ? "L" : ""}`,
    linked,
    kind: hasWorkKind(line.plain.slice(split.from)),
    sentence:
      isSentence(title) || (/[.;。]\s*$/.test(line.plain) && split.times.length === 0 && title.split(" ").length > 4),
    placeholder: isPlaceholder(line.plain),
    done: split.done || line.box === "x" || line.struck || hasDoneMark(line.plain),
  };
};

/** Reads a table's row: the title from one cell, the time from another, as if they stood on a line of their own. */
export const readRow = (line: Line, row: string, columns: Columns): Reading => {
  const cells = cellsOf(row);
  const name = cells[columns.title];
  const time = cells[columns.time];
  const own = read(name?.text ?? "");
  const text =
    time === undefined
      ? ""
      : /^[~≈]?\s*\d+(?:[.,]\d+)?$/.test(time.text)
        ? `${time.text} ${columns.unit || "min"}`
        : time.text;
  const phrase = timePhrase(inline(text).plain, "parentheses");
  const from = name?.from ?? 0;
  const at = [...own.inline.at.map((offset) => offset + from)];
  const base = own.inline.plain.length + 1;
  const times = (phrase?.times ?? []).map((found) => ({ ...found, from: found.from + base, to: found.to + base }));
  for (let i = 0; i <= text.length; i++) at.push((time?.from ?? 0) + Math.min(i, (time?.text.length ?? 1) - 1));
  const reading: Reading = {
    ...own,
    inline: { ...own.inline, plain: `${own.inline.plain} ${text}`, at },
    times: own.times.length > 0 ? own.times : times,
    sentence: false,
  };
  known.set(line, reading);
  return reading;
};

const known = new WeakMap<Line, Reading>();

/** Reads a line's content. The answer is kept with the line's record, which never outlives its text. */
export const readLine = (text: string, start: number, line: Line): Reading => {
  const kept = known.get(line);
  if (kept) return kept;
  const fresh = read(text.slice(start + line.start, start + line.end));
  known.set(line, fresh);
  return fresh;
};
