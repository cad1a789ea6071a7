/** Where a 1-based line begins, in UTF-16 code units; the end of the text for a line that it does not have. */
export const offsetOfLine = (text: string, line: number): number => {
  const breaks = /\r\n?|\n/gu;
  for (let at = 1; at < line; at++) if (breaks.exec(text) === null) return text.length;
  return breaks.lastIndex;
};
