const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/;
const field = /^\s*(?:#|["']?[\p{L}_][\p{L}\p{N}_ -]*["']?[ \t]*:)/u;

/** Whether a note's first line could open front matter. */
export const mayHaveFrontMatter = (text: string): boolean => opening.test(text.slice(0, 40));

/**
 * Offset behind the front matter: `---` on the first line, a field on the next, to the next `---` or `...`. What never
 * closes, or holds no field, is none (0), since a note may well start with a rule.
 */
export const frontMatterEnd = (text: string): number => {
  const start = opening.exec(text.slice(0, 40))?.[0].length;
  if (start === undefined || !field.test(text.slice(start, start + 200))) return 0;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = start;
  const found = closing.exec(text);
  return found ? found.index + found[0].length : 0;
};
