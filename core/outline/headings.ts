import type { Line } from "./lines.ts";
import { scan } from "./scan.ts";
import type { Span } from "./tree.ts";

/** A Markdown heading. The span covers its inline content as it stands in the note. */
export interface Heading extends Span {
  /** 1-based; for an underlined heading the first line of its text. */
  readonly line: number;
  readonly depth: number;
  /** Inline Markdown of the heading; lines of an underlined heading joined by `\n`, without the marks of quotes around it. */
  readonly text: string;
}

/** Every heading of a note, those inside quotes and list items too, as CommonMark 0.31.2 has them. */
export const headings = (text: string): readonly Heading[] => {
  const { lines, starts } = scan(text);
  const found: Heading[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind !== "heading") continue;
    const parts = [text.slice((starts[i] as number) + line.start, (starts[i] as number) + line.end)];
    let last = i;
    for (let next = lines[i + 1]; next?.kind === "text" && next.continues; next = lines[last + 1]) {
      last++;
      parts.push(text.slice((starts[last] as number) + next.start, (starts[last] as number) + next.end));
    }
    let first = i;
    while (first > 0 && lines[first]?.continues) first--;
    found.push({
      from: (starts[i] as number) + line.start,
      to: (starts[last] as number) + (lines[last] as Line).end,
      line: first + 1,
      depth: line.depth,
      text: parts.join("\n"),
    });
  }
  return found;
};
