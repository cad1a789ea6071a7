import type { Result } from "../../result.ts";
import { headEnd, kindOf, modulesOf, type NodeKind, type NodeRef, nodeOf, type ShapeNode, siblingsOf } from "./node.ts";
import { numberOf } from "./number.ts";
import { titleLine } from "./rename.ts";
import { finish, refuse, type Shapeable, type Shaped } from "./shaping.ts";

/** Where a new node goes: behind this one where it is of the same kind, else as the first child of it. */
export type InsertPlace = NodeRef;

const lineOf = (text: string, offset: number): { start: number; end: number } => {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end };
};

/**
 * A line for a new node, written like that of another: same marker, number, emphasis and heading depth; no link, no
 * time, and a box that is not ticked.
 */
const lineLike = (text: string, like: ShapeNode, title: string): string | null => {
  const { mark } = like;
  if (!mark || mark.form === "table") return null;
  const { start } = lineOf(text, mark.titleSpan.from);
  if (mark.form === "heading" && !mark.prefix.includes("#")) return `${"#".repeat(Math.max(1, mark.depth))} ${title}`;
  const front = text
    .slice(start, mark.titleSpan.from)
    .replace(/\[$/u, "")
    .replace(/\[[xX]\]/u, "[ ]")
    .replace(/~~/gu, "");
  // Emphasis that opens before the title, perhaps before its number, closes behind it.
  const opened = /[*_]{1,3}(?!.*[*_])/u.exec(front.slice(mark.prefix.length))?.[0] ?? "";
  const closed = [...opened].reverse().join("");
  const hashes = /\s#+\s*$/u.exec(text.slice(mark.titleSpan.to, lineOf(text, mark.titleSpan.from).end))?.[0] ?? "";
  return `${front}${title}${closed}${hashes.trimEnd()}`;
};

/** The gap that the note puts between two nodes like these. */
const gapAmong = (text: string, siblings: readonly ShapeNode[], index: number): string => {
  const here = siblings[index];
  const next = siblings[index + 1];
  const before = siblings[index - 1];
  const gap =
    here && next
      ? text.slice(here.contentEnd, next.from)
      : here && before
        ? text.slice(before.contentEnd, here.from)
        : "\n";
  return gap.includes("\n") && gap.trim() === "" ? gap : "\n";
};

/** A node of this kind anywhere in the note, to write a new one like it; the nearest above comes first. */
const anyLike = ({ text, outline }: Shapeable, kind: NodeKind, before: number): ShapeNode | null => {
  const all = outline.areas.flatMap((area, a): ShapeNode[] => {
    const own = kind === "area" && area.kind === "study" ? [nodeOf(text, outline, { area: a })] : [];
    const levels = area.levels.flatMap((level, l) => [
      ...(kind === "level" ? [nodeOf(text, outline, { area: a, level: l })] : []),
      ...(kind === "module"
        ? level.modules.map((_, m) => nodeOf(text, outline, { area: a, level: l, module: m }))
        : []),
    ]);
    return [...own, ...levels].filter((node): node is ShapeNode => node?.mark != null);
  });
  return all.filter(({ from }) => from <= before).at(-1) ?? all[0] ?? null;
};

const plainLine = (kind: NodeKind, title: string): string =>
  kind === "area" ? `## ${title}` : kind === "level" ? `### ${title}` : `1. ${title}`;

/**
 * Writes a new area, level or module into the note, in the note's own notation and numbered on. `place`: the node that
 * it goes behind (same kind), or into (its parent).
 */
export const insertNode = (note: Shapeable, kind: NodeKind, place: InsertPlace, title: string): Result<Shaped> => {
  const { text, outline } = note;
  const wanted = titleLine(title);
  if (wanted === null) return refuse("A title needs at least one character.", "Type a name.");
  const target = nodeOf(text, outline, place);
  if (!target) return refuse("The place for it is no longer there.", "Choose it again in the outline.");
  const same = kindOf(place) === kind;
  const siblings = same ? siblingsOf(text, outline, place) : [];
  const index = place.module ?? place.level ?? place.area;
  const behind = same ? target.contentEnd : (headEnd(text, outline, place) ?? target.contentEnd);
  const like = same && target.mark ? target : anyLike(note, kind, target.from);
  const line = like ? lineLike(text, like, wanted) : plainLine(kind, wanted);
  if (line === null) return refuse("Modules in a table can't be added from the outline.", "Add a row to the table.");
  const gap = same
    ? gapAmong(text, siblings, index)
    : kind === "module" && like?.mark?.form !== "heading"
      ? "\n"
      : "\n\n";
  const next = text.slice(behind, behind + 1);
  const closing = same || next === "" || next === "\n" ? "" : "\n";
  const inserted = text.slice(0, behind) + gap + bumped(text, like, line) + closing + text.slice(behind);
  return finish(note, inserted, {
    kind,
    title: wanted,
    at: behind + gap.length,
    modules: modulesOf(outline).length + (kind === "module" ? 1 : 0),
    renumber: [kind],
  });
};

/** The next number, for the case that the note does not count strictly and nothing else sets it. */
const bumped = (text: string, like: ShapeNode | null, line: string): string => {
  const token = like && numberOf(text, like);
  if (!like || !token) return line;
  const { start } = lineOf(text, token.from);
  const old = text.slice(token.from, token.to);
  const at = token.from - start;
  if (line.slice(at, at + old.length) !== old) return line;
  return `${line.slice(0, at)}${token.stem}${String(token.value + 1).padStart(token.width, "0")}${line.slice(at + old.length)}`;
};
