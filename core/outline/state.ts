import type { Line } from "./lines.ts";
import { hasDoneMark, isPlaceholder } from "./section-words.ts";
import type { Source } from "./source.ts";
import type { ModuleState, Open } from "./tree.ts";

/** What stands beneath a module. */
export interface Body {
  readonly state: ModuleState;
  readonly open: Open;
}

const emptyBox = /^\[[ xX]?\]$/;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Counts what a line leaves open. A question mark counts alone, or three and more of them. */
const openIn = (content: string, open: { fixme: number; todo: number; questions: number }): void => {
  if (content.includes("FIXME")) open.fixme += count(content, /\bFIXME\b/g);
  if (content.includes("TODO") || content.includes("To-do") || content.includes("to-do"))
    open.todo += count(content, /\bTODO\b|\bto-do\b/gi);
  if (content.includes("?")) open.questions += count(content, /\?{3,}|(?<=^|\s)\?(?=\s|$)/g);
};

/**
 * Tells how far a module has come from the lines after its own: `first` to `last` (0-based, `last` excluded). `done` says
 * that its own line carries the note's mark for it; `times` holds the lines that only say a time.
 */
export const bodyOf = (
  source: Source,
  own: number,
  first: number,
  last: number,
  done: boolean,
  times: ReadonlySet<number>,
): Body => {
  const open = { fixme: 0, todo: 0, questions: 0, stubs: 0 };
  openIn(source.content(own), open);
  let written = false;
  let finished = done;
  for (let i = first; i < last; i++) {
    const line = source.lines[i] as Line;
    if (line.kind === "blank" || line.kind === "comment" || line.kind === "rule" || line.kind === "fence") continue;
    if (times.has(i)) {
      finished ||= source.read(i).done;
      continue;
    }
    if (line.kind === "underline") {
      if (source.line(i).trim() === "-") open.stubs++;
      continue;
    }
    if (line.kind !== "text" && line.kind !== "heading") {
      written = true;
      continue;
    }
    if (line.end <= line.start) {
      open.stubs++;
      continue;
    }
    const content = source.content(i);
    openIn(content, open);
    if (content.length <= 120 && (isPlaceholder(content) || emptyBox.test(content))) open.stubs++;
    else if (content.length <= 40 && hasDoneMark(content)) {
      finished = true;
      written ||= content.length > 20;
    } else if (line.kind === "text") written = true;
  }
  const state = finished ? "done" : written ? "in-progress" : open.stubs > 0 ? "stub" : "not-started";
  return { state, open };
};
