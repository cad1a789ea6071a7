import type { Scope } from "#core/time/breakdown.ts";

/** A note as people call it: its path without the ending. */
export const noteName = (path: string): string => path.replace(/\.(?:md|markdown)$/i, "");

const part = (name: string | null | undefined, none: string): string => (name ? name : none);

/** What a line of a report is called: its own name, and what it lies in. */
export function scopeNames({ note = "", area, level, title }: Scope): {
  readonly name: string;
  readonly within: string;
} {
  const areaName = part(area, "no area");
  if (title !== undefined)
    return { name: part(title, "untitled"), within: [noteName(note), areaName, ...(level ? [level] : [])].join(" › ") };
  if (level !== undefined) return { name: part(level, "no level"), within: `${noteName(note)} › ${areaName}` };
  if (area !== undefined) return { name: areaName, within: noteName(note) };
  return { name: noteName(note), within: "" };
}

/** One or many: `count(3, "module")` is "3 modules". */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString()} ${number === 1 ? one : many}`;
