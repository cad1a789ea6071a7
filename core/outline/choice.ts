import type { ModuleForm } from "./notation.ts";
import type { Source } from "./source.ts";

/** The roles a person may give a line. */
export type ChosenRole = "area" | "other" | "level" | "module" | "contents" | "note";

/** A line, named so that it is found again after edits around it. */
export interface ChosenLine {
  /** The line without white space around it. */
  readonly text: string;
  /** The nearest lines with something on them, above and below; empty at the note's ends. */
  readonly before: string;
  readonly after: string;
  readonly role: ChosenRole;
}

/** How a person overrules the reading of a note. Kept as JSON; `version` grows when its shape changes. */
export interface Choice {
  readonly version: 1;
  /** The form that modules are read in; null leaves it to the recogniser. */
  readonly modules: { readonly form: ModuleForm; readonly depth: number | null } | null;
  readonly lines: readonly ChosenLine[];
}

const forms: ReadonlySet<string> = new Set(["heading", "numbered", "bullet", "quote", "bold", "link", "line", "table"]);
const roles: ReadonlySet<string> = new Set(["area", "other", "level", "module", "contents", "note"]);

/** The choice that changes nothing. */
export const noChoice: Choice = { version: 1, modules: null, lines: [] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parseLine = (value: unknown): ChosenLine | null => {
  if (!isRecord(value)) return null;
  const { text, before, after, role } = value;
  if (typeof text !== "string" || text === "" || typeof before !== "string" || typeof after !== "string") return null;
  if (typeof role !== "string" || !roles.has(role)) return null;
  return { text, before, after, role: role as ChosenRole };
};

/** Reads a choice out of parsed JSON; null where it is none, or of a version that this program doesn't know. */
export const parseChoice = (value: unknown): Choice | null => {
  if (!isRecord(value) || value.version !== 1) return null;
  let modules: Choice["modules"] = null;
  if (value.modules !== null && value.modules !== undefined) {
    if (!isRecord(value.modules)) return null;
    const { form, depth } = value.modules;
    const whole = typeof depth === "number" && Number.isInteger(depth) && depth >= 1;
    if (typeof form !== "string" || !forms.has(form) || !(depth === null || depth === undefined || whole)) return null;
    modules = { form: form as ModuleForm, depth: whole ? depth : null };
  }
  if (value.lines !== undefined && !Array.isArray(value.lines)) return null;
  const lines: ChosenLine[] = [];
  for (const entry of (value.lines as readonly unknown[] | undefined) ?? []) {
    const line = parseLine(entry);
    if (!line) return null;
    lines.push(line);
  }
  return { version: 1, modules, lines };
};

const whole = (source: Pick<Source, "text" | "starts">, index: number): string =>
  source.text.slice(source.starts[index], source.starts[index + 1] ?? source.text.length).trim();

/** The nearest line that holds something, going by `step` from `index`. */
const neighbour = (source: Pick<Source, "text" | "starts">, index: number, step: 1 | -1): string => {
  for (let i = index + step; i >= 0 && i < source.starts.length; i += step) {
    const text = whole(source, i);
    if (text !== "") return text;
  }
  return "";
};

/** Names a line (1-based) of a note for a choice. */
export const choose = (source: Pick<Source, "text" | "starts">, line: number, role: ChosenRole): ChosenLine => ({
  text: whole(source, line - 1),
  before: neighbour(source, line - 1, -1),
  after: neighbour(source, line - 1, 1),
  role,
});

/** A choice with one line's role set; an earlier word on the same line gives way. */
export const withLine = (choice: Choice, line: ChosenLine): Choice => ({
  ...choice,
  lines: [
    ...choice.lines.filter(
      (old) => !(old.text === line.text && old.before === line.before && old.after === line.after),
    ),
    line,
  ],
});

/** Finds the chosen lines in a note: roles by 0-based line, and the lines that are there no more. */
export const placeLines = (
  source: Pick<Source, "text" | "starts">,
  chosen: readonly ChosenLine[],
): { roles: ReadonlyMap<number, ChosenRole>; lost: readonly ChosenLine[] } => {
  const { placed, lost } = place(source, chosen);
  return { roles: new Map([...placed].map(([index, { role }]) => [index, role])), lost };
};

const place = (
  source: Pick<Source, "text" | "starts">,
  chosen: readonly ChosenLine[],
): { placed: ReadonlyMap<number, ChosenLine>; lost: readonly ChosenLine[] } => {
  const found = new Map<number, ChosenLine>();
  const lost: ChosenLine[] = [];
  if (chosen.length === 0) return { placed: found, lost };
  const wanted = new Set(chosen.map((line) => line.text));
  const places = new Map<string, number[]>();
  for (let i = 0; i < source.starts.length; i++) {
    const text = whole(source, i);
    if (!wanted.has(text)) continue;
    const list = places.get(text);
    if (list) list.push(i);
    else places.set(text, [i]);
  }
  for (const line of chosen) {
    let best = -1;
    let most = -1;
    for (const at of places.get(line.text) ?? []) {
      if (found.has(at)) continue;
      const fit = Number(neighbour(source, at, -1) === line.before) + Number(neighbour(source, at, 1) === line.after);
      if (fit > most) {
        most = fit;
        best = at;
      }
    }
    if (best >= 0) found.set(best, line);
    else lost.push(line);
  }
  return { placed: found, lost };
};

/**
 * A choice with another role for a line (1-based) of this note; null leaves the line to the recogniser again. What was
 * chosen for it before gives way, also where the lines around it have changed since.
 */
export const withRole = (
  choice: Choice,
  source: Pick<Source, "text" | "starts">,
  line: number,
  role: ChosenRole | null,
): Choice => {
  const old = place(source, choice.lines).placed.get(line - 1);
  const rest = { ...choice, lines: choice.lines.filter((each) => each !== old) };
  return role === null ? rest : withLine(rest, choose(source, line, role));
};

/** Whether a choice changes nothing. */
export const isEmpty = ({ modules, lines }: Choice): boolean => modules === null && lines.length === 0;
