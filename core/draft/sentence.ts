/** How many words stand in a text: runs of letters and digits, with apostrophes and hyphens inside. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;

/**
 * Whether a text is written in sentences, not as an entry of a list: it has two sentences, or ends as one does and is
 * long enough to be one. Notes often leave the full stop out, so a line that is long enough counts as well.
 */
export const holdsSentences = (text: string): boolean => {
  const words = wordCount(text);
  if (/\p{L}{2}[.!?]["')\]]*\s+["'([]*\p{L}/u.test(text) && words >= 8) return true;
  if (/[.!?。！？]["')\]]*\s*$/u.test(text) && words >= 5) return true;
  if (/[。！？]/u.test(text)) return true;
  return words >= 16 || (leadsIn(text) && words >= 5);
};

/** A text that leads into what follows it: it ends in a colon. */
export const leadsIn = (text: string): boolean => /:\s*$/u.test(text);
