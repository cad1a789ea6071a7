import type { TextChange } from "../note/merge.ts";
import type { Module, Outline, WrittenTime } from "../outline/tree.ts";
import { formatLike } from "./duration-style.ts";

/** What to write for one module. */
export interface SpentTime {
  /** A module of the outline that was read from this very text. */
  readonly module: Module;
  /** Minutes spent, as they shall stand in the note. Rounded to whole minutes; below half a minute nothing is written. */
  readonly minutes: number;
  /** Minutes that were written back last time; null where none were. */
  readonly writtenBack: number | null;
}

/**
 * Puts spent time into a note in its own notation. A spent time that stands there is replaced, digits and units in its
 * own style; where none stands it is written as the note writes times elsewhere, else as "(took 50 min)". A planned time
 * is never touched. The changes are sorted, do not overlap, and are one undo.
 */
export const writeBack = (text: string, outline: Outline, spent: readonly SpentTime[]): TextChange[] => {
  const modules = outline.areas.flatMap((area) => area.levels.flatMap((level) => level.modules));
  return spent
    .filter(({ minutes }) => minutes >= 0.5)
    .map((one) => change(text, modules, one))
    .filter(({ from, to, insert }) => text.slice(from, to) !== insert)
    .sort((a, b) => a.from - b.from);
};

const change = (text: string, modules: readonly Module[], { module, minutes, writtenBack }: SpentTime): TextChange => {
  const whole = Math.round(minutes);
  const mine = module.times.filter(({ kind }) => kind === "spent").at(-1) ?? ownBare(module, writtenBack);
  if (mine) return { from: mine.from, to: mine.to, insert: formatLike(text.slice(mine.from, mine.to), whole) };
  const planned = module.times.at(-1);
  const example = exampleFor(text, modules, module, planned ? ["spent"] : ["spent", "planned"]);
  if (planned) {
    // Beside the planned time, wherever that stands, so that both are read together.
    const at = endOfLine(text, planned.to);
    const style = example?.time.kind === "spent" && example.sameLine ? example : null;
    return { from: at, to: at, insert: style ? around(text, style, whole) : plain(text, planned, whole) };
  }
  const at = endOfTitle(text, module);
  if (!example) return { from: at, to: at, insert: ` (took ${whole} min)` };
  return {
    from: at,
    to: at,
    insert: example.sameLine ? around(text, example, whole) : beneath(text, example, at, whole),
  };
};

/** A bare time that was written back before, into a note that has none but bare ones. */
const ownBare = ({ times }: Module, writtenBack: number | null): WrittenTime | null => {
  const [only, ...more] = times;
  return only && more.length === 0 && only.minutes === writtenBack ? only : null;
};

const plain = (text: string, like: WrittenTime, minutes: number): string =>
  ` (took ${formatLike(text.slice(like.from, like.to), minutes)})`;

/** A time that stands elsewhere in the note, to write a new one by. */
interface Example {
  readonly module: Module;
  readonly time: WrittenTime;
  readonly sameLine: boolean;
}

/** The nearest module with a written time of one of these kinds, the kinds in order of preference. */
const exampleFor = (
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

const around = (text: string, example: Example, minutes: number): string => {
  const { time } = example;
  const lead = before(text, example);
  const tail = text.slice(time.to, endOfLine(text, time.to));
  const own = lead.length > 40 || /[[\]<>]|https?:/.test(lead) ? null : lead;
  const words = formatLike(text.slice(time.from, time.to), minutes);
  return own === null ? ` (took ${words})` : `${own}${words}${tail.trimEnd()}`;
};

/** A line of its own beneath the module's, with as many blank lines between as the example has. */
const beneath = (text: string, { module, time }: Example, at: number, minutes: number): string => {
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
const endOfLine = (text: string, offset: number): number => {
  const newline = text.indexOf("\n", offset);
  const line = text.slice(offset, newline < 0 ? text.length : newline);
  return offset + line.trimEnd().length;
};

/** Where something can be added to a module's own line: at its end, before the marks that close a heading. */
const endOfTitle = (text: string, module: Module): number => {
  const end = endOfLine(text, module.mark.titleSpan.to);
  if (module.mark.form !== "heading") return end;
  const closing = /\s+#+$/.exec(text.slice(module.mark.titleSpan.to, end));
  return closing ? end - closing[0].length : end;
};
