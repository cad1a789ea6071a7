import { codeAt, isDigit, isLetter, isSpace } from "./characters.ts";

/** A mark that sets a phrase off from what stands before it: where that ends, and where the phrase starts. */
export interface Separator {
  readonly cut: number;
  readonly at: number;
}

const isDash = (code: number): boolean => code === 45 || (code >= 0x2013 && code <= 0x2015);

/** What an ASCII character is here: 1 white space, 2 a mark that counts alone, 3 the start of a longer mark. */
const looks = new Uint8Array(128);
for (const [look, chars] of [
  [1, "\t\n\v\f\r "],
  [2, ",:;|@("],
  [3, "-/.="],
] as const)
  for (const char of chars) looks[codeAt(char, 0)] = look;

/** Marks beyond ASCII that count alone: · • … → and the wide comma, colon and bracket. */
const isWideMark = (code: number): boolean =>
  code === 0xb7 ||
  code === 0x2022 ||
  code === 0x2026 ||
  code === 0x2192 ||
  code === 0xff1a ||
  code === 0xff0c ||
  code === 0xff08;

/** End of the mark that stands at `at`; `at` itself where none does. */
const markEnd = (text: string, at: number): number => {
  const code = codeAt(text, at);
  const look = code < 128 ? looks[code] : 3;
  if (look === 2 || (code > 127 && isWideMark(code))) return at + 1;
  if (look !== 3) return at;
  let to = at;
  if (isDash(code)) {
    while (isDash(codeAt(text, to))) to++;
    return codeAt(text, to) === 62 ? to + 1 : to;
  }
  if (code === 47) return codeAt(text, at + 1) === 47 ? at + 2 : at + 1;
  if (code === 46) {
    while (codeAt(text, to) === 46) to++;
    return to - at > 1 ? to : at;
  }
  if (code !== 61) return at;
  while (codeAt(text, to) === 61) to++;
  return codeAt(text, to) === 62 ? to + 1 : at;
};

/** A mark that joins digits ("10-15", "1:30", "1/2"), or a slash that joins letters ("I/O"), is no border. */
const isTight = (text: string, from: number, to: number): boolean => {
  if (to - from !== 1) return false;
  const code = codeAt(text, from);
  if (code === 47 && isLetter(codeAt(text, from - 1)) && isLetter(codeAt(text, to))) return true;
  const joins = code === 45 || code === 0x2013 || code === 0x2014 || code === 58 || code === 47;
  return joins && isDigit(codeAt(text, from - 1)) && isDigit(codeAt(text, to));
};

/** The marks between `from` and `end` behind which a phrase may start: dashes, commas, brackets, wide gaps and the like. */
export const separatorsIn = (text: string, from: number, end: number): Separator[] => {
  const found: Separator[] = [];
  let i = from;
  while (i < end) {
    const code = codeAt(text, i);
    if (code < 128 && looks[code] === 0) {
      i++;
      continue;
    }
    let at = i;
    let gap = false;
    while (isSpace(codeAt(text, at))) {
      gap ||= codeAt(text, at) === 9 || at > i;
      at++;
    }
    let to = markEnd(text, at);
    if (to === at && !gap) {
      i = at + 1;
      continue;
    }
    while (isSpace(codeAt(text, to))) to++;
    if (!isTight(text, i, to)) found.push({ cut: i, at: to });
    i = to;
  }
  return found;
};
