import type { Text } from "@codemirror/state";

/** One replacement in a text. */
export interface SingleChange {
  readonly from: number;
  readonly to: number;
  readonly insert: Text;
}

/** The one replacement that makes `after` of `before`, without what both begin and end with; null when they are equal. */
export function singleChange(before: Text, after: Text): SingleChange | null {
  if (before.eq(after)) return null;
  const one = before.toString();
  const two = after.toString();
  const shorter = Math.min(one.length, two.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === two.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && one.charCodeAt(one.length - 1 - end) === two.charCodeAt(two.length - 1 - end)) end++;
  return { from: start, to: one.length - end, insert: after.slice(start, two.length - end) };
}
