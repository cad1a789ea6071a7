/** Replaces a note's front matter by blank lines, so that line numbers stay. Line ends become `\n`. */
export const withoutFrontMatter = (text: string): { readonly text: string; readonly yaml: string | null } => {
  const lines = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
  const found = /^---[ \t]*\n([\s\S]*?)\n?(?:---|\.\.\.)[ \t]*(?=\n|$)/u.exec(lines);
  if (!found || !/^\s*[\w"'-]+\s*:/u.test(found[1] ?? "")) return { text: lines, yaml: null };
  return { text: blank(found[0]) + lines.slice(found[0].length), yaml: found[1] ?? "" };
};

/** As many line breaks as the text has, and nothing else. */
export const blank = (text: string): string => text.replace(/[^\n]+/gu, "");

/** The lines `from` to `to` (1-based, both included), without the indentation of the first. */
export const cutLines = (text: string, from: number, to: number): string => {
  const lines = text.split("\n").slice(from - 1, to);
  const inset = /^[ \t]*/u.exec(lines[0] ?? "")?.[0] ?? "";
  return lines.map((line) => (line.startsWith(inset) ? line.slice(inset.length) : line)).join("\n");
};
