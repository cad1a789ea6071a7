import { codeAt, isAscii, isAsciiLetter, isDigit, isSpace } from "./characters.ts";

const sectionNumber =
  /^\s*(?:[([（]?\d{1,3}(?:\.\d{1,3})*[)\]）][.:]?|\d{1,3}(?:\.\d{1,3})+[.):：]?(?=[\s\p{L}])|\d{1,3}\s*(?:[.)](?!\d)|[、．：](?=\S)|:(?=\s))|[①-⑳]|[IVX]{1,5}[.)](?=\s)|[a-zA-Z][.)](?=\s)|§\s*\d+(?:\.\d+)*)\s*/u;

const area =
  "area|topic|subject|track|theme|domain|bereich|thema|gebiet|domaine|thème|área|tema|ambito|argomento|область|тема|领域|領域|主题|分野|영역|주제";
const areaPrefix = new RegExp(
  `^(?:${area})\\s*(?:#|no\\.?|nr\\.?)?\\s*(?:\\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)(?![\\p{L}\\p{N}])\\s*(?:[-–—:：.,|)]+|\\s)?\\s*`,
  "iu",
);

const maybeNumber = /^[\d(（[①-⑳IVX§a-zA-Z]/;
const isRoman = (code: number): boolean => code === 73 || code === 86 || code === 88;

/** Whether a text may start with a number, at a cheap look: a digit, a mark, or letters with a dot or bracket behind them. */
const mayBeNumbered = (text: string): boolean => {
  const first = codeAt(text, 0);
  if (!isAsciiLetter(first)) return maybeNumber.test(text) || first === 32 || first === 9;
  let at = 1;
  if (isRoman(first)) while (at < 6 && isRoman(codeAt(text, at))) at++;
  const next = codeAt(text, at);
  return next === 46 || next === 41;
};

/** Length of the list or section number that opens a title ("3.1 ", "2) ", "IV. "); 0 for none. */
export const numberLength = (text: string): number =>
  mayBeNumbered(text) ? (sectionNumber.exec(text)?.[0].length ?? 0) : 0;

const firstMark = /^[\p{L}\p{N}([{¿¡"'“«「『]/u;
const lastMark = /[\p{L}\p{N})\]}?!+"'”»」』]$/u;

/** What an ASCII character may be at a title's edge: 1 its start, 2 its end, 4 no part of it. */
const edges = new Uint8Array(128);
for (let code = 0; code < 128; code++) if (isAsciiLetter(code) || isDigit(code)) edges[code] = 3;
for (const char of "([{\"'") edges[codeAt(char, 0)] = (edges[codeAt(char, 0)] as number) | 1;
for (const char of ")]}?!+\"'") edges[codeAt(char, 0)] = (edges[codeAt(char, 0)] as number) | 2;

for (const char of "\t\n\v\f\r -:,;.*_~|<>#`") edges[codeAt(char, 0)] = 4;

const wideEdgeMarks = "–—―：，；·•►▸→✓✔✅☑";
/** Whether a character is a mark or white space at a title's edge that belongs to no title. */
const isEdgeMark = (code: number): boolean =>
  code < 128 ? (edges[code] as number) >= 4 : isSpace(code) || wideEdgeMarks.includes(String.fromCharCode(code));

/** Takes marks and white space off both edges. */
const trimEdges = (text: string): string => {
  let from = 0;
  let to = text.length;
  while (from < to && isEdgeMark(codeAt(text, from)) && !isEndMark(codeAt(text, from))) from++;
  while (to > from && isEdgeMark(codeAt(text, to - 1))) to--;
  return from === 0 && to === text.length ? text : text.slice(from, to);
};
/** Marks that are taken off a title's end only: < and ticks. */
const isEndMark = (code: number): boolean => code === 60 || (code > 0x2610 && code < 0x2715);

/** Whether a title starts and ends as titles do, so that no mark is to be taken off its edges. */
const isTrim = (text: string): boolean => {
  const first = codeAt(text, 0);
  const last = codeAt(text, text.length - 1);
  return (
    (first < 128 ? ((edges[first] as number) & 1) !== 0 : firstMark.test(text)) &&
    (last < 128 ? ((edges[last] as number) & 2) !== 0 : lastMark.test(text))
  );
};

/** Takes white space that is more than one, and brackets with nothing in them, out of a text. */
const flatten = (text: string): string => {
  let spaces = false;
  let brackets = false;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    if (code === 32) spaces ||= isSpace(codeAt(text, i + 1));
    else if (code === 40 || code === 91 || code === 0xff08) {
      const next = codeAt(text, i + 1);
      brackets ||= next === 41 || next === 93 || next === 0xff09 || isSpace(next);
    } else if (code < 14 || (code > 0x9f && isSpace(code))) spaces = true;
  }
  let flat = text;
  if (spaces && /\s\s|[\t\u00A0]/.test(flat)) flat = flat.replace(/\s+/g, " ");
  if (brackets || spaces) flat = flat.replace(/\s?[([（]\s*[)\]）]/g, "");
  return flat;
};

/**
 * Takes a number, punctuation at the edges and superfluous white space off a title. Keeps `?`, `!`, `+` and brackets.
 * `flattened` says that there is no white space but single spaces, and no empty brackets.
 */
export const tidyTitle = (text: string, flattened = false): string => {
  let flat = flattened ? text.trim() : flatten(text.trim());
  if (!isTrim(flat)) flat = trimEdges(flat);
  const length = numberLength(flat);
  if (length === 0) return flat;
  const cut = trimEdges(flat.slice(length));
  return cut === "" ? flat : cut;
};

/**
 * Whether titles are numbered without a dot ("1 Acids", "2 Salts"): every one starts with a number, and each number
 * either follows the one before or starts again at 1.
 */
export const areNumbered = (titles: readonly string[]): boolean => {
  let last = 0;
  for (const title of titles) {
    const number = Number(/^(\d{1,2})\s+\S/.exec(title)?.[1] ?? Number.NaN);
    if (number !== last + 1 && number !== 1) return false;
    last = number;
  }
  return titles.length >= 2;
};

/** Takes a number without a dot off a title. */
export const withoutNumber = (title: string): string => title.replace(/^\d{1,2}\s+/, "");

/** First two letters of the words for an area; a text that starts otherwise is spared the thorough look. */
const areaStarts: ReadonlySet<string> = new Set(area.split("|").map((word) => word.slice(0, 2)));
const mayBeArea = (title: string): boolean => codeAt(title, 0) > 127 || areaStarts.has(title.slice(0, 2).toLowerCase());

/** Takes "Area 2 -" off an area's title where a name follows. */
export const areaTitle = (title: string): string => {
  const rest = trimEdges(mayBeArea(title) ? title.replace(areaPrefix, "") : title);
  return rest === "" ? title : rest;
};

/** Whether a title says itself that it is an area: "Area 2", "Topic 1: Queues". */
export const isAreaTitle = (title: string): boolean =>
  mayBeArea(title) && /[0-9]|\s[ivxIVX]|one|two|three|four|five|six/.test(title) && areaPrefix.test(title);

/** Whether a text holds nothing but lower-case ASCII letters, digits, `+` and single spaces between them. */
const isKey = (text: string): boolean => {
  let before = 32;
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i);
    if (!((code >= 97 && code <= 122) || isDigit(code) || code === 43 || (code === 32 && before !== 32))) return false;
    before = code;
  }
  return before !== 32;
};

/** A title as two writers would agree on it, to find the same one elsewhere. */
export const titleKey = (title: string): string => {
  const lower = title.toLowerCase();
  if (isKey(lower)) return lower;
  const other = isAscii(lower) ? /[^a-z0-9+]+/g : /[^\p{L}\p{N}+]+/gu;
  return lower.replace(other, " ").trim();
};

const kindPrefix = /^(?:\p{L}+ )?(?:video|lab|labs|qwiklab|tutorial|reading|lecture|project|exercise|course) /u;
/** First letters of the words for kinds of work above. */
const kindStarts = "vlqtrpec";

/** A title's key without the kind of work in front, since tables of contents leave it out. */
export const looseKey = (key: string): string => {
  const second = key.indexOf(" ") + 1;
  if (second === 0 || !(kindStarts.includes(key.charAt(0)) || kindStarts.includes(key.charAt(second)))) return key;
  return key.replace(kindPrefix, "");
};
