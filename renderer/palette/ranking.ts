import { folded } from "../outline/filter.ts";

/** What can be found: by its title first, then by the words beside it. */
export interface Findable {
  readonly title: string;
  readonly words: string;
}

/** How many results are shown. */
const most = 60;

/** The entries that hold what was typed, best first; all of the first ones where nothing was typed. */
export function bestEntries<E extends Findable>(entries: readonly E[], query: string): readonly E[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return entries.slice(0, most);
  const ranked: { entry: E; score: number }[] = [];
  for (const entry of entries) {
    const { title, beside } = foldedOf(entry);
    const score = scoreOf(title, beside, words);
    if (score > 0) ranked.push({ entry, score });
  }
  return ranked
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ entry }) => entry);
}

interface Folded {
  readonly title: string;
  readonly beside: string;
}

/** Entries stay the same from key to key, and folding them is most of the work. */
const known = new WeakMap<Findable, Folded>();

function foldedOf(entry: Findable): Folded {
  let found = known.get(entry);
  if (!found) {
    found = { title: folded(entry.title), beside: folded(entry.words) };
    known.set(entry, found);
  }
  return found;
}

/** 0 for no match; every word must be found. A word in the title counts more than one beside it, a short title more. */
function scoreOf(title: string, beside: string, words: readonly string[]): number {
  let score = 0;
  for (const word of words) {
    const found = Math.max(wordScore(title, word), wordScore(beside, word) / 4);
    if (found === 0) return 0;
    score += found;
  }
  return score + 1 / (1 + title.length);
}

/** 4 for a beginning, 3 for the beginning of a word, 2 for anywhere, 1 for the letters in their order. */
function wordScore(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return startsWord(text, word) ? 3 : 2;
  return hasLetters(text, word) ? 1 : 0;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

function hasLetters(text: string, word: string): boolean {
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
