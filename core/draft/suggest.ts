import type { Outline } from "../outline/tree.ts";
import type { Block } from "./block.ts";
import { inlineTexts, walkBlocks } from "./block.ts";
import { plainText } from "./inline.ts";
import { wordCount } from "./sentence.ts";
import { cleanHeading, isLevelName } from "./steps/words.ts";

const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ł: "l",
  þ: "th",
  ð: "d",
};
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** A file and address name made of a title: lower case, words joined by hyphens, at most 80 characters. */
export const slugOf = (title: string): string => {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/['’]/gu, "")
    .replace(/[ßæœøđłþð]/gu, (letter) => letters[letter] ?? letter)
    .normalize("NFC");
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, 80) : `${slug}-${word}`;
    if (longer.length > 80) break;
    slug = longer;
  }
  return slug === "" ? "post" : deviceName.test(slug) ? `${slug}-post` : slug;
};

/** The first paragraph as plain words, cut after the last sentence (else the last word) that fits. */
export const suggestDescription = (blocks: readonly Block[], longest = 160): string => {
  const first = blocks.find((block) => block.kind === "paragraph" && wordCount(plainText(block.text)) >= 5);
  const text = first?.kind === "paragraph" ? plainText(first.text) : "";
  if (text.length <= longest) return text;
  const sentences = /^[\s\S]*[.!?](?=\s)/u.exec(text.slice(0, longest + 1))?.[0] ?? "";
  if (sentences.length >= longest / 3) return sentences.trim();
  const words = text.slice(0, longest);
  return `${words.slice(0, Math.max(words.lastIndexOf(" "), 1)).replace(/[\s,;:–—-]+$/u, "")}…`;
};

/** The words of these blocks as a reader meets them, in lower case; addresses of links are left out. */
export const proseWords = (blocks: readonly Block[]): readonly string[] => {
  const words: string[] = [];
  for (const block of walkBlocks(blocks)) {
    for (const text of inlineTexts(block)) {
      const shown = !/[\]<]/u.test(text)
        ? text
        : text.replace(/\]\([^()\s]*(?:\s[^()]*)?\)|\[\^[^\]\s]+\]|<[a-z/][^<>]*>/giu, " ");
      words.push(...(shown.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
    }
  }
  return words;
};

/** Minutes it takes to read these blocks, code included, at 220 words a minute; at least 1. */
export const readingMinutes = (blocks: readonly Block[], prose = proseWords(blocks)): number => {
  let words = prose.length;
  for (const block of walkBlocks(blocks)) if (block.kind === "code") words += wordCount(block.text);
  return Math.max(1, Math.round(words / 220));
};

/**
 * Tags for a draft: the areas that its sections come from, then the areas and modules of their notes that the text
 * speaks of, most often named first. Lower case, at most `most`.
 *
 * @param prose the words of the draft, from `proseWords`.
 */
export const suggestTags = (
  prose: readonly string[],
  paths: readonly (readonly string[])[],
  outlines: readonly Outline[],
  most = 4,
): readonly string[] => {
  const areas = outlines.flatMap((outline) => outline.areas).filter(({ kind }) => kind === "study");
  const names = new Set(areas.map(({ title }) => title));
  const own = paths.flatMap((path) => path.filter((title) => names.has(title))).flatMap(tagsOf);
  const modules = areas
    .flatMap(({ levels }) => levels.flatMap((level) => level.modules.map(({ title }) => title)))
    .filter((title) => title.length <= 40 && !/[{}<>`]/u.test(title))
    .map(tagsOf)
    .filter(({ length }) => length === 1)
    .flat();
  const candidates = new Set([...[...names].flatMap(tagsOf), ...modules]);
  const spoken = [...countPhrases(prose, candidates)]
    .filter(([, count]) => count > 1)
    .sort(([, one], [, other]) => other - one)
    .map(([tag]) => tag);
  return [...new Set([...own, ...spoken])].slice(0, most);
};

/** How often each phrase, of up to three words, stands in a text. */
const countPhrases = (words: readonly string[], phrases: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  words.forEach((word, index) => {
    let phrase = word;
    for (let length = 1; length <= 3; length += 1) {
      if (phrases.has(phrase)) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
      phrase += ` ${words[index + length] ?? ""}`;
    }
  });
  return counts;
};

/** "Area 2 - Big Data and Machine Learning" names two subjects. */
const tagsOf = (title: string): readonly string[] =>
  plainText(cleanHeading(title))
    .replace(/^[\p{L}]+:\s+/u, "")
    .split(/\s+(?:and|&|vs\.?|versus)\s+|[,/&]/iu)
    .map((name) => (name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "))
    .filter((name) => name.length > 1 && name.split(" ").length <= 3 && !isLevelName(name));
