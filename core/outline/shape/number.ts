import type { Outline } from "../tree.ts";
import { type NodeRef, nodeOf, type ShapeNode } from "./node.ts";

/** A number in front of a title: `3.1` has the stem `3.` and the value 1. Offsets in UTF-16 code units. */
export interface NumberToken {
  readonly from: number;
  readonly to: number;
  readonly stem: string;
  readonly value: number;
  /** Digits as written, with leading zeros. */
  readonly width: number;
}

const digits = /\d+(?:\.\d+)*/g;

/** The number that stands before a node's title on its own line ("1. ", "3.1 ", "Area 2 "); null where none does. */
export const numberOf = (text: string, node: ShapeNode): NumberToken | null => {
  if (!node.mark) return null;
  const start = text.lastIndexOf("\n", node.mark.titleSpan.from - 1) + 1;
  const found = [...text.slice(start, node.mark.titleSpan.from).matchAll(digits)].at(-1);
  if (!found) return null;
  const parts = found[0].split(".");
  const last = parts.pop() ?? "";
  const from = start + found.index;
  const stem = parts.map((part) => `${part}.`).join("");
  return { from, to: from + found[0].length, stem, value: Number(last), width: last.startsWith("0") ? last.length : 0 };
};

/** How far a note counts on before it begins anew. */
export type NumberScope = "parent" | "area" | "note";

type Series = readonly (readonly NodeRef[])[];

const modulesBy = (outline: Outline, scope: NumberScope): Series => {
  const levels = outline.areas.map((area, a) =>
    area.levels.map((level, l) => level.modules.map((_, m): NodeRef => ({ area: a, level: l, module: m }))),
  );
  if (scope === "parent") return levels.flat();
  const areas = levels.map((area) => area.flat());
  return scope === "area" ? areas : [areas.flat()];
};

const levelsBy = (outline: Outline, scope: NumberScope): Series => {
  const areas = outline.areas.map((area, a) => area.levels.map((_, l): NodeRef => ({ area: a, level: l })));
  return scope === "note" ? [areas.flat()] : areas;
};

const seriesOf = (outline: Outline, kind: ShapeNode["kind"], scope: NumberScope): Series => {
  if (kind === "module") return modulesBy(outline, scope);
  if (kind === "level") return levelsBy(outline, scope);
  return [outline.areas.flatMap((area, a) => (area.kind === "study" ? [{ area: a }] : []))];
};

const tokensOf = (text: string, outline: Outline, series: readonly NodeRef[]): (NumberToken | null)[] =>
  series.map((ref) => {
    const node = nodeOf(text, outline, ref);
    return node && numberOf(text, node);
  });

const counts = (tokens: readonly (NumberToken | null)[]): boolean =>
  tokens.every((token, at) => {
    const first = tokens[0];
    return token && first && token.value === first.value + at && token.stem === first.stem;
  });

/** Over how much the numbers of one kind run on; null where they do not count up. */
const scopeOf = (text: string, outline: Outline, kind: ShapeNode["kind"]): NumberScope | null => {
  for (const scope of ["parent", "area", "note"] as const) {
    const all = seriesOf(outline, kind, scope)
      .filter((series) => series.length > 0)
      .map((series) => tokensOf(text, outline, series));
    const startAtOne = all.length === 1 || all.every(([first]) => first?.value === 1);
    if (all.length > 0 && startAtOne && all.every(counts)) return scope;
  }
  return null;
};

const written = ({ stem, width }: NumberToken, value: number): string => stem + String(value).padStart(width, "0");

/** The stem that most tokens of a series have; none where no stem has more. */
const commonStem = (tokens: readonly NumberToken[]): string => {
  const counted = new Map<string, number>();
  for (const { stem } of tokens) counted.set(stem, (counted.get(stem) ?? 0) + 1);
  const most = Math.max(...counted.values());
  const leading = [...counted].filter(([, count]) => count === most).map(([stem]) => stem);
  return leading.length === 1 && leading[0] !== undefined ? leading[0] : "";
};

/** The stem that a series takes from the number of its parent: area 3 has the modules 3.1, 3.2. */
const parentStem = (text: string, outline: Outline, [first]: readonly NodeRef[]): string | null => {
  if (!first) return null;
  const { area, level, module } = first;
  const parents: NodeRef[] = level === undefined ? [] : module === undefined ? [{ area }] : [{ area, level }, { area }];
  for (const parent of parents) {
    const node = nodeOf(text, outline, parent);
    const token = node && numberOf(text, node);
    if (token) return `${token.stem}${token.value}.`;
  }
  return null;
};

/** How a note numbers the nodes of one kind, so that it can be gone on with after a change. */
export interface Numbering {
  readonly scope: NumberScope;
  /** The value that the only series begins with; 1 where there are several. */
  readonly first: number;
  /** The numbers begin with that of the parent: 3.1, 3.2 in area 3. */
  readonly follows: boolean;
}

/** How the nodes of one kind are numbered; null where they do not count up, so that shaping leaves them alone. */
export const numberingOf = (text: string, outline: Outline, kind: ShapeNode["kind"]): Numbering | null => {
  const scope = scopeOf(text, outline, kind);
  if (scope === null) return null;
  const all = seriesOf(outline, kind, scope).filter((series) => series.length > 0);
  const [only] = all;
  const [token] = all.length === 1 && only ? tokensOf(text, outline, only) : [];
  const follows = all.every((series) => {
    const [lead] = tokensOf(text, outline, series);
    return lead && lead.stem !== "" && lead.stem === parentStem(text, outline, series);
  });
  return { scope, first: token?.value ?? 1, follows };
};

/** The text with the nodes of one kind numbered on as before; nodes without a number get none. */
export const renumbered = (
  text: string,
  outline: Outline,
  kind: ShapeNode["kind"],
  { scope, first, follows }: Numbering,
): string => {
  const edits: { from: number; to: number; insert: string }[] = [];
  for (const series of seriesOf(outline, kind, scope)) {
    const tokens = tokensOf(text, outline, series).filter((token) => token !== null);
    const lead = tokens[0];
    if (!lead) continue;
    const parent = follows ? parentStem(text, outline, series) : null;
    const stem = parent ?? (tokens.length === 1 ? lead.stem : commonStem(tokens));
    tokens.forEach((token, at) => {
      const insert = written({ ...token, stem, width: lead.width }, first + at);
      if (insert !== text.slice(token.from, token.to)) edits.push({ from: token.from, to: token.to, insert });
    });
  }
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((done, { from, to, insert }) => done.slice(0, from) + insert + done.slice(to), text);
};
