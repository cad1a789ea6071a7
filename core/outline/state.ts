import { isDetailsTag } from "./html-block.ts";
import type { Line } from "./lines.ts";
import { hasDoneMark, isPlaceholder, mayBeDone, mayHoldPlace } from "./section-words.ts";
import { openSign, questionSign, wideSign } from "./signs.ts";
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

/** Whether line `index`, whose content runs from `start` to `end`, only holds a place. */
const holdsPlace = (source: Source, index: number, start: number, end: number): boolean => {
  if (!mayHoldPlace(source.text, start, end)) return false;
  const content = source.content(index);
  return isPlaceholder(content) || emptyBox.test(content);
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
  if (((source.lines[own] as Line).signs & (openSign | questionSign)) !== 0) openIn(source.content(own), open);
  let written = false;
  let finished = done;
  for (let i = first; i < last; i++) {
    const line = source.lines[i] as Line;
    if (line.kind === "blank" || line.kind === "comment" || line.kind === "rule" || line.kind === "fence") continue;
    if (line.kind === "html" && isDetailsTag(source.line(i))) continue;
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
    const { signs } = line;
    const start = (source.starts[i] as number) + line.start;
    const length = line.end - line.start;
    const end = start + length;
    if ((signs & (openSign | questionSign)) !== 0) openIn(source.content(i), open);
    if (length <= 120 && holdsPlace(source, i, start, end)) open.stubs++;
    else if (
      length <= 40 &&
      mayBeDone(source.text, start, end, (signs & wideSign) !== 0) &&
      hasDoneMark(source.content(i))
    ) {
      finished = true;
      written ||= length > 20;
    } else if (line.kind === "text") written = true;
  }
  const state = finished ? "done" : written ? "in-progress" : open.stubs > 0 ? "stub" : "not-started";
  return { state, open };
};
