import markdownIt from "markdown-it";
import type { Definition, Place } from "./block.ts";

const { helpers } = markdownIt();

/**
 * Takes link reference definitions from the start of a paragraph (CommonMark 0.31, section 4.7: a definition cannot
 * interrupt a paragraph, so they are always its first lines).
 *
 * @returns the definitions, the text after them, and how many lines they took.
 */
export const definitionsAtStart = (
  content: string,
  place: Place,
): { definitions: readonly Definition[]; rest: string; lines: number } => {
  const definitions: Definition[] = [];
  let rest = content;
  let lines = 0;
  for (let read = readDefinition(rest); read; read = readDefinition(rest)) {
    definitions.push({ kind: "definition", note: place.note, line: place.line + lines, ...read.definition });
    lines += rest.slice(0, read.end).split("\n").length - (read.end < rest.length ? 1 : 0);
    rest = rest.slice(read.end);
  }
  return { definitions, rest, lines };
};

type Parts = Pick<Definition, "label" | "target" | "title">;

const readDefinition = (text: string): { definition: Parts; end: number } | null => {
  const head = /^\[((?:[^[\]\\]|\\[\s\S])+)\]:[ \t]*\n?[ \t]*/u.exec(text);
  const label = head?.[1]?.trim().replace(/\s+/gu, " ");
  if (!head || !label || label.startsWith("^")) return null;
  const from = head[0].length;
  const target = helpers.parseLinkDestination(text, from, text.length);
  if (!target.ok || (target.pos === from && !text.startsWith("<>", from))) return null;
  const written = text.slice(from, target.pos);
  // A title may stand on the next line; if that line is no title, the definition ends with its target.
  const gap = /^[ \t]*\n?[ \t]*/u.exec(text.slice(target.pos))?.[0] ?? "";
  if (gap !== "") {
    const titleAt = target.pos + gap.length;
    const title = helpers.parseLinkTitle(text, titleAt, text.length);
    const end = title.ok ? restOfLine(text, title.pos) : null;
    if (end !== null) return { definition: { label, target: written, title: text.slice(titleAt, title.pos) }, end };
  }
  const end = restOfLine(text, target.pos);
  return end === null ? null : { definition: { label, target: written, title: "" }, end };
};

/** The offset after the line break, when nothing but blanks stands between `at` and it; else null. */
const restOfLine = (text: string, at: number): number | null => {
  const blank = /^[ \t]*(?:\n|$)/u.exec(text.slice(at));
  return blank ? at + blank[0].length : null;
};
