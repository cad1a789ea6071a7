/** How a note ends its lines. "mixed" notes keep their carriage returns as characters of the text. */
export type LineEnds = "lf" | "crlf" | "cr" | "mixed";

/** Which line ends a text has. A text without any is "lf", so that the first Enter writes "\n". */
export function lineEndsOf(text: string): LineEnds {
  let lf = 0;
  let cr = 0;
  let crlf = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
    lf++;
    if (at > 0 && text.charCodeAt(at - 1) === 13) crlf++;
  }
  for (let at = text.indexOf("\r"); at >= 0; at = text.indexOf("\r", at + 1)) cr++;
  if (cr === 0) return "lf";
  if (lf === 0) return "cr";
  return crlf === lf && crlf === cr ? "crlf" : "mixed";
}

/** The text as the editor holds it: "\n" alone, except in a mixed note, which stays as it is. */
export function withNewlines(text: string, ends: LineEnds): string {
  if (ends === "crlf") return text.replaceAll("\r\n", "\n");
  if (ends === "cr") return text.replaceAll("\r", "\n");
  return text;
}

/** The text as the file holds it. A pasted "\r\n" counts as one line end, not as two. */
export function withLineEnds(text: string, ends: LineEnds): string {
  if (ends === "crlf") return text.replace(/\r?\n/g, "\r\n");
  if (ends === "cr") return text.replace(/\r?\n/g, "\r");
  return text;
}
