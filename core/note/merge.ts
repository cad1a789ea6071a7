import { diffLines, type Hunk, type Lines, linesOf } from "./line-diff.ts";

/** Replaces `from` to `to` (offsets in UTF-16 code units of the text before all changes) by `insert`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A place where disk and editor both changed the same lines of the base. The editor's text stays where it is. */
export interface Conflict {
  /** Offsets in the editor's text, before any change. */
  readonly from: number;
  readonly to: number;
  readonly base: string;
  readonly disk: string;
  readonly editor: string;
}

/** What an outside change means for the text in the editor. */
export interface Merge {
  /** In order, apart from each other and from every conflict. */
  readonly changes: readonly TextChange[];
  /** In order. Empty: after `changes` the editor has everything that both sides did. */
  readonly conflicts: readonly Conflict[];
}

/**
 * The changes that turn `before` into `after`, small enough that cursor, scroll position and folds survive: changed
 * lines only, and of a changed line only its changed part.
 */
export function changesBetween(before: string, after: string): TextChange[] {
  const a = linesOf(before);
  const b = linesOf(after);
  return diffLines(a.lines, b.lines).flatMap((hunk) => {
    const text = textOf(after, b, hunk.bFrom, hunk.bTo);
    return smallest(before, { from: startOf(a, hunk.aFrom), to: startOf(a, hunk.aTo), insert: text });
  });
}

/**
 * Brings what another program did to a note into the text being edited. `base` is the text that both began from,
 * `disk` what the file holds now, `editor` what the person has. Lines that only one side changed are taken from it;
 * lines that both changed in different ways are a conflict, which keeps both texts. Nothing that either wrote is lost.
 */
export function mergeTexts(base: string, disk: string, editor: string): Merge {
  const texts = { base: linesOf(base), disk: linesOf(disk), editor: linesOf(editor) };
  const changes: TextChange[] = [];
  const conflicts: Conflict[] = [];
  const groups = groupsOf(
    diffLines(texts.base.lines, texts.disk.lines),
    diffLines(texts.base.lines, texts.editor.lines),
  );
  let diskShift = 0;
  let editorShift = 0;
  for (const { from, to, disk: diskHunks, editor: editorHunks } of groups) {
    const diskFrom = from + diskShift;
    const editorFrom = from + editorShift;
    diskShift += growthOf(diskHunks);
    editorShift += growthOf(editorHunks);
    if (diskHunks.length === 0) continue;
    const theirs = textOf(disk, texts.disk, diskFrom, to + diskShift);
    const ours = textOf(editor, texts.editor, editorFrom, to + editorShift);
    const place = { from: startOf(texts.editor, editorFrom), to: startOf(texts.editor, to + editorShift) };
    if (theirs === ours) continue;
    if (editorHunks.length === 0) changes.push(...smallest(editor, { ...place, insert: theirs }));
    else conflicts.push({ ...place, base: textOf(base, texts.base, from, to), disk: theirs, editor: ours });
  }
  return { changes, conflicts };
}

/** The text after changes that are in order and apart. */
export function applyChanges(text: string, changes: readonly TextChange[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** Lines `from` to `to` of the base, and all hunks of either side that overlap there. */
interface Group {
  readonly from: number;
  to: number;
  readonly disk: Hunk[];
  readonly editor: Hunk[];
}

function groupsOf(disk: readonly Hunk[], editor: readonly Hunk[]): Group[] {
  const all = [
    ...disk.map((hunk) => ({ hunk, side: "disk" as const })),
    ...editor.map((hunk) => ({ hunk, side: "editor" as const })),
  ].sort((a, b) => a.hunk.aFrom - b.hunk.aFrom || a.hunk.aTo - b.hunk.aTo);
  const groups: Group[] = [];
  for (const { hunk, side } of all) {
    let group = groups.at(-1);
    if (!group || !overlaps(group, hunk)) {
      group = { from: hunk.aFrom, to: hunk.aTo, disk: [], editor: [] };
      groups.push(group);
    }
    group.to = Math.max(group.to, hunk.aTo);
    group[side].push(hunk);
  }
  return groups;
}

/** Hunks that only touch do not disturb each other, but of two insertions at one place none knows which comes first. */
function overlaps(group: Group, hunk: Hunk): boolean {
  if (hunk.aFrom < group.to) return hunk.aTo > group.from;
  return group.from === group.to && hunk.aFrom === group.to && hunk.aTo === group.to;
}

const growthOf = (hunks: readonly Hunk[]): number =>
  hunks.reduce((sum, { aFrom, aTo, bFrom, bTo }) => sum + (bTo - bFrom) - (aTo - aFrom), 0);

const startOf = ({ starts }: Lines, line: number): number => starts[line] ?? starts.at(-1) ?? 0;

const textOf = (text: string, lines: Lines, from: number, to: number): string =>
  text.slice(startOf(lines, from), startOf(lines, to));

/** The change without what stays the same at its ends; none where nothing is left. Never cuts a character in half. */
function smallest(text: string, { from, to, insert }: TextChange): TextChange[] {
  let start = 0;
  const most = Math.min(to - from, insert.length);
  while (start < most && text.charCodeAt(from + start) === insert.charCodeAt(start)) start++;
  if (isHigh(insert.charCodeAt(start - 1)) || isHigh(text.charCodeAt(from + start - 1))) start = Math.max(0, start - 1);
  let end = 0;
  while (end < most - start && text.charCodeAt(to - 1 - end) === insert.charCodeAt(insert.length - 1 - end)) end++;
  if (end > 0 && isLow(text.charCodeAt(to - end))) end--;
  const change = { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) };
  return change.from === change.to && change.insert === "" ? [] : [change];
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
