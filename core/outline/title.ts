const sectionNumber =
  /^\s*(?:[([（]?\d{1,3}(?:\.\d{1,3})*[)\]）][.:]?|\d{1,3}(?:\.\d{1,3})+[.):：]?(?=[\s\p{L}])|\d{1,3}\s*(?:[.)](?!\d)|[、．：](?=\S)|:(?=\s))|[①-⑳]|[IVX]{1,5}[.)](?=\s)|[a-zA-Z][.)](?=\s)|§\s*\d+(?:\.\d+)*)\s*/u;
const edgeMarks = /^[\s\-–—―:：,，;；.·•*_~|>►▸→#`]+|[\s\-–—―:：,，;；.·•*_~|<>►▸→#`✓✔✅☑]+$/gu;

const area =
  "area|topic|subject|track|theme|domain|bereich|thema|gebiet|domaine|thème|área|tema|ambito|argomento|область|тема|领域|領域|主题|分野|영역|주제";
const areaPrefix = new RegExp(
  `^(?:${area})\\s*(?:#|no\\.?|nr\\.?)?\\s*(?:\\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)(?![\\p{L}\\p{N}])\\s*(?:[-–—:：.,|)]+|\\s)?\\s*`,
  "iu",
);

/** Length of the list or section number that opens a title ("3.1 ", "2) ", "IV. "); 0 for none. */
export const numberLength = (text: string): number => sectionNumber.exec(text)?.[0].length ?? 0;

const maybeNumber = /^[\d(（[①-⑳IVX§a-zA-Z]/;
const firstMark = /^[\p{L}\p{N}([{¿¡"'“«「『]/u;
const lastMark = /[\p{L}\p{N})\]}?!+"'”»」』]$/u;

/** Takes a number, punctuation at the edges and superfluous white space off a title. Keeps `?`, `!`, `+` and brackets. */
export const tidyTitle = (text: string): string => {
  let flat = text.trim();
  if (/\s\s|[\t\u00A0]/.test(flat)) flat = flat.replace(/\s+/g, " ");
  if (/[([（]\s*[)\]）]/.test(flat)) flat = flat.replace(/\s?[([（]\s*[)\]）]/g, "");
  if (!firstMark.test(flat) || !lastMark.test(flat)) flat = flat.replace(edgeMarks, "");
  if (!maybeNumber.test(flat)) return flat;
  const length = numberLength(flat);
  if (length === 0) return flat;
  const cut = flat.slice(length).replace(edgeMarks, "").trim();
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

/** Takes "Area 2 -" off an area's title where a name follows. */
export const areaTitle = (title: string): string => {
  const rest = title.replace(areaPrefix, "").replace(edgeMarks, "").trim();
  return rest === "" ? title : rest;
};

/** Whether a title says itself that it is an area: "Area 2", "Topic 1: Queues". */
export const isAreaTitle = (title: string): boolean =>
  /[0-9]|\s[ivxIVX]|one|two|three|four|five|six/.test(title) && areaPrefix.test(title);

/** A title as two writers would agree on it, to find the same one elsewhere. */
export const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim();
