import { isDigit } from "./characters.ts";

// How blocks start, CommonMark 0.31.2, sections 4 and 5.2. `at` is the line's first character that is no white space,
// `end` the line's end.

/** Whether a code unit is a space or a tab. */
export const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Offset of the first character from `at` on that is not `code`. */
const runEnd = (text: string, at: number, end: number, code: number): number => {
  let to = at;
  while (to < end && text.charCodeAt(to) === code) to++;
  return to;
};

const blankFrom = (text: string, at: number, end: number): boolean => {
  for (let i = at; i < end; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
};

/** Depth of the heading that starts here; 0 for none. */
export const headingDepth = (text: string, at: number, end: number): number => {
  const to = runEnd(text, at, end, 35);
  return to - at <= 6 && (to >= end || isBlank(text.charCodeAt(to))) ? to - at : 0;
};

/** Length of the code fence that opens here; 0 for none. */
export const fenceLength = (text: string, at: number, end: number): number => {
  const code = text.charCodeAt(at);
  const to = runEnd(text, at, end, code);
  if (to - at < 3) return 0;
  if (code === 96) {
    const tick = text.indexOf("`", to);
    if (tick >= 0 && tick < end) return 0;
  }
  return to - at;
};

/** Whether the line closes a fence of `length` characters `code`. */
export const closesFence = (text: string, at: number, end: number, code: number, length: number): boolean => {
  const to = runEnd(text, at, end, code);
  return to - at >= length && blankFrom(text, to, end);
};

/** Whether the line underlines a paragraph to make it a heading. */
export const isUnderline = (text: string, at: number, end: number): boolean =>
  blankFrom(text, runEnd(text, at, end, text.charCodeAt(at)), end);

/** Whether the line is a rule across the page. */
export const isRule = (text: string, at: number, end: number): boolean => {
  const first = text.charCodeAt(at);
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === first) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
};

/** Length of the list marker that starts here; 0 for none. One that interrupts a paragraph is not empty, and starts at 1. */
export const listMarker = (text: string, at: number, end: number, interrupts: boolean): number => {
  const first = text.charCodeAt(at);
  let to = at;
  if (first === 42 || first === 43 || first === 45) to++;
  else if (isDigit(first)) {
    while (to < end && to - at < 9 && isDigit(text.charCodeAt(to))) to++;
    const mark = text.charCodeAt(to);
    if (to >= end || (mark !== 46 && mark !== 41)) return 0;
    if (interrupts && Number.parseInt(text.slice(at, to), 10) !== 1) return 0;
    to++;
  } else return 0;
  if (to < end && !isBlank(text.charCodeAt(to))) return 0;
  return interrupts && blankFrom(text, to, end) ? 0 : to - at;
};
