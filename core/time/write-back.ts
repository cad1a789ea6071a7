import type { TextChange } from "../note/merge.ts";
import type { Module, Outline, WrittenTime } from "../outline/tree.ts";
import { formatLike } from "./duration-style.ts";
import { around, beneath, endOfLine, endOfTitle, exampleFor } from "./example-time.ts";

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
    return { from: at, to: at, insert: (style && around(text, style, whole)) ?? plain(text, planned, whole) };
  }
  const at = endOfTitle(text, module);
  if (!example) return { from: at, to: at, insert: ` (took ${whole} min)` };
  const beside = (): string =>
    around(text, example, whole) ?? ` (took ${formatLike(text.slice(example.time.from, example.time.to), whole)})`;
  return { from: at, to: at, insert: example.sameLine ? beside() : beneath(text, example, at, whole) };
};

/** A bare time that was written back before, into a note that has none but bare ones. */
const ownBare = ({ times }: Module, writtenBack: number | null): WrittenTime | null => {
  const [only, ...more] = times;
  return only && more.length === 0 && only.minutes === writtenBack ? only : null;
};

const plain = (text: string, like: WrittenTime, minutes: number): string =>
  ` (took ${formatLike(text.slice(like.from, like.to), minutes)})`;
