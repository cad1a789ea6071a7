import type { Module, WrittenTime } from "../outline/tree.ts";
import { formatLike } from "./duration-style.ts";

/** A time that stands elsewhere in the note, to write a new one by. */
export interface Example {
  readonly module: Module;
  readonly time: WrittenTime;
  readonly sameLine: boolean;
}

/** The nearest module with a written time of one of these kinds, the kinds in order of preference. */
export const exampleFor = (
  text: string,
  modules: readonly Module[],
  target: Module,
  kinds: readonly WrittenTime["kind"][],
): Example | null => {
  for (const kind of kinds) {
    const known = modules
      .filter((module) => module !== target && module.mark.form === target.mark.form)
      .flatMap((module) => module.times.map((time) => ({ module, time, sameLine: time.line === module.line })))
      // A time above its module, in a list of its own, is no example for a new one.
      .filter(({ module, time }) => time.kind === kind && time.from >= module.from && isWhole(text, module, time))
      .sort((a, b) => Math.abs(a.module.line - target.line) - Math.abs(b.module.line - target.line));
    if (known[0]) return known[0];
  }
  return null;
};

/** Whether the text around a time is only what introduces it, and no remark of its own. */
const isWhole = (text: string, module: Module, time: WrittenTime): boolean => {
  if (time.from < module.mark.titleSpan.to) return false;
  const after = text.slice(time.to, endOfLine(text, time.to));
  return /^[\s)\]}*_.]*$/.test(after);
};

/** What stands between a title and its time, without what closes the title's link or emphasis. */
const before = (text: string, { module, time }: Example): string =>
  text
    .slice(module.mark.titleSpan.to, time.from)
    .replace(/^(?:\]\([^)\n]*\)|\]\[[^\]\n]*\]|[\]*_`?!.]+(?=\s|$))+/, "")
    .replace(/^(?=\S)/, " ");

/** A time beside a title, introduced like the example's; null where that line says more than a time. */
export const around = (text: string, example: Example, minutes: number): string | null => {
  const { time } = example;
  const lead = before(text, example);
  const tail = text.slice(time.to, endOfLine(text, time.to));
  if (lead.length > 40 || /[[\]<>]|https?:/.test(lead)) return null;
  return `${lead}${formatLike(text.slice(time.from, time.to), minutes)}${tail.trimEnd()}`;
};

/** A line of its own beneath the module's, with as many blank lines between as the example has. */
export const beneath = (text: string, { module, time }: Example, at: number, minutes: number): string => {
  const start = text.lastIndexOf("\n", time.from - 1) + 1;
  const line = text.slice(start, time.from) + formatLike(text.slice(time.from, time.to), minutes);
  const tail = text.slice(time.to, endOfLine(text, time.to)).trimEnd();
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const gap = Math.min(2, Math.max(1, time.line - module.line));
  const next = text.slice(at).replace(/^\r?\n/, "");
  const apart = isBlankAfter(text, time.to) && !/^\s*(?:\r?\n|$)/.test(next) ? eol : "";
  return eol.repeat(gap) + line + tail + apart;
};

const isBlankAfter = (text: string, offset: number): boolean =>
  /^[^\n]*\n[ \t\r]*(?:\n|$)/.test(text.slice(offset, offset + 2_000));

/** Where a line's content ends: before trailing blanks and the line end. */
export const endOfLine = (text: string, offset: number): number => {
  const newline = text.indexOf("\n", offset);
  const line = text.slice(offset, newline < 0 ? text.length : newline);
  return offset + line.trimEnd().length;
};

/** Where something can be added to a module's own line: at its end, before the marks that close a heading. */
export const endOfTitle = (text: string, module: Module): number => {
  const end = endOfLine(text, module.mark.titleSpan.to);
  if (module.mark.form !== "heading") return end;
  const closing = /\s+#+$/.exec(text.slice(module.mark.titleSpan.to, end));
  return closing ? end - closing[0].length : end;
};
