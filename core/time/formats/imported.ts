import type { ModulePath } from "../../outline/tree.ts";

/** What a file of another program says of one session, before its module is looked for. */
export interface ImportRow {
  /** The same for the same row of the same program, so that a second import finds it again. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** The row's names from the outermost in: project, task … or area, level, module. Never empty. */
  readonly names: readonly string[];
  /** The note's path, where the format carries it. */
  readonly note: string | null;
  readonly text: string | null;
}

/** A row that could not be read. */
export interface BadRow {
  /** 1-based line of the file. */
  readonly line: number;
  /** One sentence for the person. */
  readonly why: string;
}

/** What an import file holds. */
export interface Imported {
  readonly rows: readonly ImportRow[];
  readonly bad: readonly BadRow[];
}

/** A short text that is the same for the same parts, and practically never for others (two 32-bit FNV-1a hashes). */
export const rowId = (format: string, parts: readonly (string | number)[]): string => {
  const text = JSON.stringify(parts);
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let n = 0; n < text.length; n++) {
    a = Math.imul(a ^ text.charCodeAt(n), 0x01000193) >>> 0;
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - n), 0x01000193) >>> 0;
  }
  return `${format}-${a.toString(36)}${b.toString(36)}`;
};

/** Makes the ids of rows that are alike in every field differ: `-2`, `-3` … in the order of the file. */
export const numbered = (rows: readonly ImportRow[]): ImportRow[] => {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const count = (seen.get(row.id) ?? 0) + 1;
    seen.set(row.id, count);
    return count === 1 ? row : { ...row, id: `${row.id}-${count}` };
  });
};

/** Names of a module path as one list, outermost first; parts that are null are left out. */
export const namesOf = ({ area, level, title }: ModulePath): string[] =>
  [area, level, title].filter((part): part is string => part !== null && part !== "");
