import type { Line } from "./lines.ts";
import type { Source } from "./source.ts";
import { timePhrase } from "./time-phrase.ts";

/** The columns of a table of modules, counted from 0; -1 where there is none. */
export interface Columns {
  readonly title: number;
  readonly time: number;
  /** Unit of bare numbers in the time column: "min" or "h"; empty where the header names none. */
  readonly unit: string;
}

/** A cell: its text without white space around it, and its offset in the row. */
export interface Cell {
  readonly text: string;
  readonly from: number;
}

const ruling = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/;
const timeHeader =
  /\b(?:times?|duration|minutes?|mins?|hours?|hrs?|spent|estimate|planned|zeit|dauer|temps|durée|tiempo|duración|tempo|duração|durata)\b|время|时间|時間|时长|시간/i;
const titleHeader =
  /\b(?:modules?|titles?|topics?|names?|videos?|tasks?|labs?|lectures?|lessons?|chapters?|sessions?|tutorials?|activity|resource|what|modul|thema|titel|titre|sujet|módulo|tema|título|titolo|argomento)\b|модуль|тема|название|模块|主题|内容|タイトル|모듈|주제/i;
const hourHeader = /\b(?:hours?|hrs?|h|stunden|heures|horas|ore)\b|час|小时|時間/i;

/** Cuts a table row into cells; a bar behind a backslash or inside backticks is text. */
export const cellsOf = (row: string): readonly Cell[] => {
  const cells: Cell[] = [];
  let start = row.startsWith("|") ? 1 : 0;
  let code = false;
  for (let i = start; i <= row.length; i++) {
    const char = row[i];
    if (char === "\\") i++;
    else if (char === "`") code = !code;
    else if (i >= row.length || (char === "|" && !code)) {
      if (i >= row.length && row.slice(start).trim() === "" && cells.length > 0) break;
      const raw = row.slice(start, i);
      cells.push({ text: raw.trim(), from: start + (raw.length - raw.trimStart().length) });
      start = i + 1;
    }
  }
  return cells;
};

/** Whether a row is the line of dashes under a table's header. */
export const isRuling = (row: string): boolean => row.includes("-") && row.includes("|") && ruling.test(row);

/** Which columns of a table name a module and its time; null for a table of something else. */
export const columnsOf = (header: string, sample: string): Columns | null => {
  const heads = cellsOf(header);
  const time = heads.findIndex(({ text }) => timeHeader.test(text));
  let title = heads.findIndex(({ text }, index) => index !== time && titleHeader.test(text));
  const example = cellsOf(sample);
  if (time < 0) {
    const found = example.findIndex(({ text }) => timePhrase(text, "parentheses") !== null);
    if (found < 0 || title < 0) return null;
    return { title, time: found, unit: "" };
  }
  if (title < 0) title = example.findIndex(({ text }, index) => index !== time && /\p{L}{2}/u.test(text));
  if (title < 0) return null;
  const head = heads[time]?.text ?? "";
  return { title, time, unit: hourHeader.test(head) && !/min/i.test(head) ? "h" : "min" };
};

/** The table that starts with its header on line `index`: its columns and the line after its last row; null for none. */
export const tableAt = (source: Source, index: number): { columns: Columns | null; end: number } | null => {
  const { lines } = source;
  const below = lines[index + 1];
  if (below?.kind !== "text" || !below.continues || !isRuling(source.content(index + 1))) return null;
  let end = index + 2;
  while (end < lines.length && (lines[end] as Line).kind === "text" && (lines[end] as Line).continues) end++;
  if (end === index + 2 || isOwn(source, index)) return { columns: null, end };
  return { columns: columnsOf(source.content(index), source.content(index + 2)), end };
};

/** Whether a table is Lectern's own (core/time/time-table.ts): it repeats the outline, and is no part of it. */
const isOwn = (source: Source, index: number): boolean => {
  const lineAt = (at: number): string => source.text.slice(source.starts[at], source.starts[at + 1]).trim();
  let above = index - 1;
  while (above >= 0 && lineAt(above) === "") above--;
  return above >= 0 && lineAt(above) === "<!-- lectern:time -->";
};
