import type { Candidate } from "./candidate.ts";
import { depthOf } from "./form.ts";
import { sourceOffset } from "./inline.ts";
import type { Line } from "./lines.ts";
import type { Source } from "./source.ts";
import { numberLength } from "./title.ts";
import type { Mark, Span } from "./tree.ts";

/** Where the title stands in the note; the whole content where the line is nothing but marks. */
const titleSpan = (source: Source, { line, reading }: Candidate, title: string): Span => {
  const content = (source.starts[line] ?? 0) + (source.lines[line] as Line).start;
  const { inline, split } = reading;
  const found = inline.plain.indexOf(title, split.from);
  const from = found >= 0 ? found : split.from;
  const to = found >= 0 ? found + title.length : split.to;
  if (to <= from) return { from: content, to: content + reading.content.length };
  return { from: content + sourceOffset(inline, from), to: content + sourceOffset(inline, to - 1) + 1 };
};

/** How a candidate's own line is written. `title` is the title it goes by in the outline. */
export const markOf = (source: Source, candidate: Candidate, title: string): Mark => {
  const line = source.lines[candidate.line] as Line;
  const start = source.starts[candidate.line] ?? 0;
  const content = candidate.reading.content;
  const written = /^\s*(\d{1,3}(?:\.\d{1,3})*)/.exec(content.slice(0, numberLength(content)))?.[1] ?? null;
  return {
    form: candidate.form,
    depth: depthOf(candidate),
    prefix: source.text.slice(start, start + line.start),
    number: line.number >= 0 ? String(line.number) : written,
    titleSpan: titleSpan(source, candidate, title),
  };
};
