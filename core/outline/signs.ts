import { codeAt, isAsciiLetter, isDigit } from "./characters.ts";
import { mayLabelClock } from "./clock.ts";
import { WordLook } from "./word-look.ts";

// One cheap look over a line's characters, so that only the few lines that may matter are read with care.

/** A duration may stand in the line: a number with a unit, or a word for one. */
export const durationSign = 1;
/** Something stands in the line that Markdown may take for a mark: emphasis, code, a link, a tag, an address. */
export const markSign = 2;
/** Characters beyond ASCII. */
export const wideSign = 4;
/** White space that is more than one space, or brackets with nothing between them. */
export const gapSign = 64;
/** A question mark. */
export const questionSign = 8;
/** "TODO", "FIXME" or the like, by part of the word. */
export const openSign = 16;
/** Part of a common word for a level, slips of the pen aside: "eginne", "ntermed", "dvance", "evel ". */
export const levelSign = 32;

/**
 * What two ASCII characters side by side may belong to: a number with its unit, a mark of Markdown, or one of the words
 * looked for, which are told by a pair of letters that is rare elsewhere. 0 for nearly all pairs.
 */
const looks = new Uint8Array(128 * 128);
const setLook = (befores: string, chars: string, look: number): void => {
  for (const before of befores) for (const char of chars) looks[(codeAt(before, 0) << 7) | codeAt(char, 0)] = look;
};
const everything = String.fromCharCode(...Array.from({ length: 128 }, (_, code) => code));
for (const [befores, chars, look] of [
  ["0123456789", " -hmosHMOS", 1],
  ["oO", "uU", 2], // hour
  ["eE", "uU", 3], // heure
  ["nN", "uU", 4], // minute
  ["tT", "uU", 5], // stunde
  ["lL", "fF", 6], // half
  ["zZ", "zZ", 7], // mezza
  ["oO", "rR", 8], // hora, ora, ore
  ["e", "g", 9], // beginner
  ["r", "m", 10], // intermediate
  ["d", "v", 11], // advanced
  ["e", "v", 12], // level
  ["/", "/", 13],
  ["T", "Oo", 14], // TODO
  ["-", "d", 14], // to-do
  ["X", "M", 14], // FIXME
  [everything, "\t", 16],
  [" ", " ", 16],
  ["([", " )]", 16],
  [everything, "?", 15],
  [everything, "*_`[<&\\~=!]", 13],
  ["0123456789", "*_`", 17], // **45** min
  ["0123456789", ":'", 18], // Duration: 00:20:00, elapsed: 20'
] as const)
  setLook(befores, chars, look);

/** Whether the lower-case ASCII `word` stands at `at`, in any case. */
const standsAt = (text: string, at: number, word: string): boolean => {
  for (let i = 0; i < word.length; i++) if ((codeAt(text, at + i) | 32) !== codeAt(word, i)) return false;
  return true;
};

/** Whether the lower-case ASCII `word` starts at `at`, in any case, with no letter before it. */
const startsAt = (text: string, at: number, from: number, word: string): boolean =>
  at >= from && standsAt(text, at, word) && !(at > from && isAsciiLetter(codeAt(text, at - 1)));

/** Whether a unit may start so, behind a number: h, m, s, o (ore), ч м с, and those of Chinese, Japanese and Korean. */
const mayBeUnit = (code: number): boolean => {
  const lower = code | 32;
  if (lower === 104 || lower === 109 || lower === 115 || lower === 111) return true;
  return code > 0x400 && (code === 0x447 || code === 0x43c || code === 0x441 || code >= 0x4e00);
};

/** White space, hyphens and emphasis, which may stand between a number and its unit. */
const isGap = (code: number): boolean => code === 32 || code === 45 || code === 42 || code === 95 || code === 96;

/** Whether a number that ends at `at` has a unit behind it. */
const hasUnit = (text: string, at: number, to: number): boolean => {
  let next = at + 1;
  while (next < to && next <= at + 4 && isGap(codeAt(text, next))) next++;
  return next < to && mayBeUnit(codeAt(text, next));
};

/** Whether the "r" at `at` stands in hora, ora or ore, as in "un'ora" and "due ore". */
const isUnitWithR = (text: string, at: number, from: number): boolean => {
  if ((codeAt(text, at - 1) | 32) !== 111) return false;
  const last = codeAt(text, at + 1) | 32;
  if (last !== 97 && last !== 101) return false;
  if (last === 97 && startsAt(text, at - 2, from, "hora")) return true;
  return at - 1 > from && !isAsciiLetter(codeAt(text, at - 2)) && !isAsciiLetter(codeAt(text, at + 2));
};

/** The same beyond ASCII: fractions; час, мин; 半 分 时 時 刻 분 시. */
const isWideUnit = (text: string, at: number): boolean => {
  const code = codeAt(text, at);
  if (code < 0x400) return code === 0xbd || code === 0xbc || code === 0xbe;
  if (code === 0x447) return codeAt(text, at + 1) === 0x430 && codeAt(text, at + 2) === 0x441;
  if (code === 0x43c) return codeAt(text, at + 1) === 0x438 && codeAt(text, at + 2) === 0x43d;
  return (
    code > 0x5205 &&
    (code === 0x534a ||
      code === 0x5206 ||
      code === 0x65f6 ||
      code === 0x6642 ||
      code === 0x523b ||
      code === 0xbd84 ||
      code === 0xc2dc)
  );
};

/** The sign that a pair of characters, the second of which stands at `at`, turns out to be; 0 for none. */
const signAt = (look: number, text: string, at: number, from: number, to: number): number => {
  switch (look) {
    case 1:
      return hasUnit(text, at - 1, to) ? durationSign : 0;
    case 2:
      return startsAt(text, at - 2, from, "hour") ? durationSign : 0;
    case 3:
      return startsAt(text, at - 2, from, "heure") ? durationSign : 0;
    case 4:
      return startsAt(text, at - 3, from, "minut") ? durationSign : 0;
    case 5:
      return at - 2 >= from && standsAt(text, at - 2, "stunde") ? durationSign : 0; // also Viertelstunde
    case 6:
      return startsAt(text, at - 3, from, "half") ? durationSign : 0;
    case 7:
      return startsAt(text, at - 2, from, "mezz") ? durationSign : 0;
    case 8:
      return isUnitWithR(text, at, from) ? durationSign : 0;
    case 9:
      return standsAt(text, at - 1, "eginne") ? levelSign : 0;
    case 10:
      return standsAt(text, at - 4, "ntermed") ? levelSign : 0;
    case 11:
      return standsAt(text, at - 1, "dvance") ? levelSign : 0;
    case 12:
      return standsAt(text, at - 1, "evel ") ? levelSign : 0;
    case 13:
      return markSign;
    case 14:
      return openSign;
    case 15:
      return questionSign;
    case 17:
      return hasUnit(text, at - 1, to) ? markSign | durationSign : markSign;
    case 18:
      return mayLabelClock(text.slice(Math.max(from, at - 60), at)) ? durationSign : 0;
    default:
      return gapSign;
  }
};

/** What the characters between `from` and `to` may hold, as the sum of the signs above. */
export const signsOf = (text: string, from: number, to: number): number => {
  let signs = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const code = codeAt(text, i);
    if (code > 127) {
      signs |= wideSign;
      if ((signs & durationSign) === 0 && (isWideUnit(text, i) || (before > 0 && isDigit(before) && mayBeUnit(code))))
        signs |= durationSign;
      before = 0;
    } else {
      const look = looks[(before << 7) | code] as number;
      if (look !== 0) signs |= signAt(look, text, i, from, to);
      before = code;
    }
  }
  return signs;
};

/** Whether a text may hold a duration. */
export const mayHoldDuration = (text: string): boolean => (signsOf(text, 0, text.length) & durationSign) !== 0;

// First letters of words that name a level.
const levelStarts: ReadonlySet<string> = new Set(
  `beg int adv exp nov ele bri put tyi pul wra bas fou fun lev sta eas med har cap bon opt pre cha pro all
  anf ein for gru mit obe auf ver deb déb ava ini pri fác dif ess esp tod tou tut jun sem`.split(/\s+/),
);
const levelLook = new WordLook(levelStarts);

/** Whether a short text may name a level, going by its first letters and by the signs of it. */
export const mayNameLevel = (text: string, from: number, to: number, signs: number): boolean => {
  let i = from;
  let code = 0;
  for (; i < to; i++) {
    code = codeAt(text, i);
    if (isAsciiLetter(code) || code > 0xbf) break;
  }
  if (i >= to) return false;
  if (code > 0x24f) return to - i <= 40;
  if ((signs & levelSign) !== 0) return true;
  return i + 2 < to && levelLook.mayStart(text, i) && levelStarts.has(text.slice(i, i + 3).toLowerCase());
};
