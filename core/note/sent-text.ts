/**
 * A note's text on its way between two processes: whole, or as what differs from the text sent before it. Ten
 * megabytes copied at every pause would be felt in the typing.
 */
export type SentText = WholeText | EditedText;

/** A text, under a number that names it: no two texts of a run have the same one. */
export interface WholeText {
  readonly revision: number;
  readonly text: string;
}

/**
 * The text that is `on` with `from` to `to` replaced by `insert` (offsets in UTF-16 code units of that text), which
 * makes it `length` code units long.
 */
export interface EditedText {
  readonly revision: number;
  readonly on: number;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly length: number;
}

/** The text that was sent, given the last one that came whole or was made out; null where it does not follow on it. */
export function receiveText(last: WholeText | null, sent: SentText): WholeText | null {
  if ("text" in sent) return { revision: sent.revision, text: sent.text };
  const { revision, on, from, to, insert, length } = sent;
  if (last === null || last.revision !== on || from > to || to > last.text.length) return null;
  const text = last.text.slice(0, from) + insert + last.text.slice(to);
  return text.length === length ? { revision, text } : null;
}
