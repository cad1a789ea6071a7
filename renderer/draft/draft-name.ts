/** A name as a file can have it: letters, digits, hyphens and underscores. */
export const draftName = (text: string): string =>
  text
    .trim()
    .replace(/\s+/gu, "-")
    .replace(/[^\p{L}\p{N}_-]+/gu, "")
    .replace(/^[_-]+/u, "")
    .slice(0, 80);
