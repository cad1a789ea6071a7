import type { TextChange } from "../note/merge.ts";
import type { Node } from "./report.ts";

const OPEN = "<!-- lectern:time -->";
const CLOSE = "<!-- /lectern:time -->";

/** `1 h 20 min`; empty for nothing. */
const words = (minutes: number): string => {
  const whole = Math.round(minutes);
  if (whole === 0) return "";
  if (whole < 60) return `${whole} min`;
  return whole % 60 === 0 ? `${Math.floor(whole / 60)} h` : `${Math.floor(whole / 60)} h ${whole % 60} min`;
};

/** A title as a table's cell: pipes and marks that would begin a link, code or HTML are escaped. */
const cell = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\|`*_[\]<>]/g, "\\$&")
    .trim();

/** The planned and spent time of a note as a GFM table, a row a module that has any, without the marks around it. */
export const timeTable = (note: Node): string => {
  const rows: string[][] = [];
  const add = (node: Node, above: readonly string[]): void => {
    const names = node.kind === "note" ? above : [...above, cell(node.title ?? "")];
    if (node.kind === "module") {
      const spent = node.own.tracked + node.own.written;
      if (spent >= 0.5 || node.own.planned > 0) rows.push([...names, words(node.own.planned), words(spent)]);
    } else for (const child of node.children) add(child, names);
  };
  add(note, []);
  const { planned, tracked, written } = note.total;
  const all = [
    ["Area", "Level", "Module", "Planned", "Spent"],
    ["---", "---", "---", "--:", "--:"],
    ...rows,
    ["**Total**", "", "", words(planned), words(tracked + written)],
  ];
  return all.map((cells) => `| ${cells.join(" | ")} |`.replace(/ {2,}\|/g, " |")).join("\n");
};

/**
 * The changes that put a table between the two comment marks of a note, or insert marks and table on lines of their own
 * at `at` (an offset; the start of its line is taken). Empty where the same table stands there already.
 */
export const placeTimeTable = (text: string, table: string, at: number): TextChange[] => {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const block = [OPEN, "", ...table.split("\n"), "", CLOSE].join(eol);
  const open = text.indexOf(OPEN);
  const close = open < 0 ? -1 : text.indexOf(CLOSE, open);
  if (close >= 0) {
    const to = close + CLOSE.length;
    return text.slice(open, to) === block ? [] : [{ from: open, to, insert: block }];
  }
  const start = text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const from = at === 0 ? 0 : at >= text.length ? text.length : start;
  const lead = from === 0 || /\n[ \t\r]*\n$/.test(text.slice(0, from)) ? "" : text[from - 1] === "\n" ? eol : eol + eol;
  return [{ from, to: from, insert: `${lead}${block}${eol}${from < text.length ? eol : ""}` }];
};
