import { changesBetween, type TextChange } from "../../note/merge.ts";
import { ok, type Result } from "../../result.ts";
import { type NodeRef, nodeOf } from "./node.ts";
import { refuse, type Shapeable, shapeable } from "./shaping.ts";

/** A node's notes taken out into a note of their own. */
export interface Extracted {
  readonly changes: readonly TextChange[];
  /** The new note. */
  readonly note: string;
}

const headingOf = (title: string): string => `# ${title}\n\n`;

/** A relative path as it may stand in a Markdown link. */
const address = (path: string): string =>
  encodeURIComponent(path).replace(/%2F|[()]/gu, (sign) => ({ "(": "%28", ")": "%29" })[sign] ?? "/");

/** Behind the line end of a node's own line. */
const bodyStart = (text: string, titleEnd: number, to: number): number => {
  const end = text.indexOf("\n", titleEnd);
  return end < 0 || end + 1 > to ? to : end + 1;
};

/**
 * Takes what stands beneath a node's own line into a new note, and leaves its title as a link to it. `path`: of the new
 * note, relative to this one. `mergeBack` undoes it, byte for byte.
 */
export const extractNode = (note: Shapeable, ref: NodeRef, path: string): Result<Extracted> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const { mark, title, contentEnd } = found.value;
  const { text } = note;
  if (!mark || title === null) return refuse("It has no title to link from.");
  const { from, to } = mark.titleSpan;
  const linked = text[from - 1] === "[" && text[to] === "]";
  if (linked) return refuse("Its title is a link already.", "Extract its notes by hand.");
  const start = bodyStart(text, to, contentEnd);
  const body = text.slice(start, contentEnd);
  if (body.trim() === "") return refuse("There is nothing beneath it to extract.", "Write its notes first.");
  const words = text.slice(from, to);
  const rest = text.slice(to, start).replace(/\n$/u, "");
  const left = `${text.slice(0, from)}[${words}](${address(path)})${rest}${text.slice(contentEnd)}`;
  return ok({ changes: changesBetween(text, left), note: `${headingOf(title)}${body}\n` });
};

/** The address that a node's title links to, as written; null where it is no link. */
export const linkedAddress = (note: Shapeable, ref: NodeRef): string | null => {
  const { text, outline } = note;
  const span = nodeOf(text, outline, ref)?.mark?.titleSpan;
  return span && text[span.from - 1] === "[" ? (linkBehind(text, span.to)?.[1] ?? null) : null;
};

/** The rest of a link behind its words, address apart. */
const linkBehind = (text: string, at: number): RegExpExecArray | null =>
  /^\]\(([^)\s]*)\)/u.exec(text.slice(at, at + 4_000));

/**
 * Brings an extracted note back beneath the node that links to it: the link becomes a title again. `extracted` is the
 * linked note's text, whose own heading is left out.
 */
export const mergeBack = (note: Shapeable, ref: NodeRef, extracted: string): Result<readonly TextChange[]> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const { mark, contentEnd } = found.value;
  const { text } = note;
  if (!mark) return refuse("It has no line of its own.");
  const { from, to } = mark.titleSpan;
  const link = linkBehind(text, to)?.[0];
  if (text[from - 1] !== "[" || !link) return refuse("Its title is no link to a note.");
  const body = extracted.replace(/^# [^\n]*\n\n?/u, "").replace(/\n$/u, "");
  const rest = text.slice(to + link.length, contentEnd);
  const beneath = body.trim() === "" ? "" : `\n${body}`;
  const merged = `${text.slice(0, from - 1)}${text.slice(from, to)}${rest}${beneath}${text.slice(contentEnd)}`;
  return ok(changesBetween(text, merged));
};
