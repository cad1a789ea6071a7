const words = (text: string): Set<string> => new Set(text.split(" "));

/** Words that only hold a title together. */
const STOP = words("a an the of on in to for with and or by from at into is are");

/** Words that say what kind of thing a module is: a retyped title gains or loses them, but does not exchange them. */
const KIND = words(
  "video videos lab labs qwiklab qwiklabs quicklab quicklabs tutorial tutorials reading readings read watch watching " +
    "article paper course module lesson notes note aws link optional demo intro introduction what how why part chapter " +
    "section week day session exercise exercises project quiz homework assignment overview summary setup conclusion",
);

/** A title as it is compared. */
export interface TitleKey {
  /** Letters and digits in lower case without accents; `+` and `#` stay, for "C++" and "C#". */
  readonly text: string;
  /** Words that tell modules apart. All words, where there are only others. */
  readonly words: readonly string[];
  /** Words that say what kind of thing it is. */
  readonly kinds: readonly string[];
  /** Numbers, single letters and words with digits, in order: "Part 2", "Lab B", "EC2". They must agree. */
  readonly marks: string;
}

const ROMAN = /^(?:i{1,3}|iv|vi{0,3}|ix|x)$/;
const isMark = (word: string): boolean => /\d/.test(word) || ROMAN.test(word) || (word.length === 1 && word !== "a");

/** Makes a title comparable. */
export const titleKey = (title: string): TitleKey => {
  const text = title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
  const all = text === "" ? [] : text.split(" ");
  const plain = all.filter((word) => !isMark(word) && !STOP.has(word));
  const strong = plain.filter((word) => !KIND.has(word));
  const kinds = plain.filter((word) => KIND.has(word));
  return { text, words: strong.length > 0 ? strong : plain, kinds, marks: all.filter(isMark).join(" ") };
};

/** How many letters have to be changed, added, dropped or swapped with a neighbour to make one word of the other; at most `limit` + 1. */
export const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j - 1] ?? 0) + 1, (old[j] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    [older, old] = [old, row];
  }
  return old[b.length] ?? limit + 1;
};

/** Whether two words are one but for a typo or an ending. */
const sameWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  const slips = shorter >= 8 ? 2 : 1;
  return editDistance(a, b, slips) <= slips || `${a}s` === b || `${b}s` === a;
};

/** How two titles compare. */
export interface Likeness {
  /** 0 to 1: share of the telling words that the titles have in common. 0 where their numbers disagree. */
  readonly share: number;
  /** Every telling word of either has its counterpart. */
  readonly equal: boolean;
  /** Every telling word of one of them has its counterpart. */
  readonly contained: boolean;
}

const NONE: Likeness = { share: 0, equal: false, contained: false };

const isNested = (a: readonly string[], b: readonly string[]): boolean =>
  a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));

/** Compares the telling words of two titles, forgiving typos and endings but no number. */
export const likeness = (a: TitleKey, b: TitleKey): Likeness => {
  if (a.marks !== b.marks) return NONE;
  if (a.text === b.text) return { share: 1, equal: true, contained: true };
  const left = [...b.words];
  let pairs = 0;
  for (const word of a.words) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => sameWord(word, other));
    if (at < 0) continue;
    left.splice(at, 1);
    pairs++;
  }
  if (!isNested(a.kinds, b.kinds)) return { ...NONE, share: 0.5 * Math.min(1, pairs) };
  // Without a telling word in common (two titles of numbers only), equal marks alone say nothing.
  if (pairs === 0) return NONE;
  const [most, least] = [Math.max(a.words.length, b.words.length), Math.min(a.words.length, b.words.length)];
  return { share: (2 * pairs) / (most + least), equal: pairs === most, contained: pairs === least };
};

/** Whether a title names nothing but a kind of thing, as "Lab 2" and "Overview" do: notes have many of them. */
export const isGeneric = (key: TitleKey): boolean => key.words.every((word) => KIND.has(word));

/** Whether a title is long enough that nobody writes it twice for two things. */
export const isDistinctive = (key: TitleKey): boolean => {
  const strong = key.words.filter((word) => !KIND.has(word));
  const longest = Math.max(0, ...strong.map(({ length }) => length));
  return strong.length >= 2 || longest >= 9 || (longest >= 4 && key.kinds.length > 0);
};
