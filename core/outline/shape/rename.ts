import type { Result } from "../../result.ts";
import { modulesOf, type NodeRef } from "./node.ts";
import { finish, refuse, type Shapeable, type Shaped, shapeable } from "./shaping.ts";

/** A title as it may stand on one line of a note; null where nothing is left of it. */
export const titleLine = (title: string): string | null => {
  const line = title.replace(/\s+/gu, " ").trim();
  return line === "" ? null : line;
};

/** Gives a node another title; marks, number, link and time around it stay as they are. */
export const renameNode = (note: Shapeable, ref: NodeRef, title: string): Result<Shaped> => {
  const found = shapeable(note, ref);
  if (!found.ok) return found;
  const { mark, kind, from } = found.value;
  const line = titleLine(title);
  if (line === null || !mark) return refuse("A title needs at least one character.", "Type a name.");
  const { text, outline } = note;
  const { from: start, to } = mark.titleSpan;
  const inLink = text[start - 1] === "[" && text[to] === "]";
  const insert = inLink ? line.replace(/[[\]]/gu, "\\$&") : line;
  const renamed = text.slice(0, start) + insert + text.slice(to);
  return finish(note, renamed, { kind, title: line, at: from, modules: modulesOf(outline).length, renumber: [] });
};
