import type { Module, ModulePath } from "../outline/tree.ts";
import { type NoteOutline, pathKey, placesOf } from "./places.ts";
import { type Amount, addAmounts, type Node, type Report } from "./report.ts";

/** A module of the notebook with its minutes, as the plan lists it. */
export interface PlanRow {
  /** `pathKey` of its path. */
  readonly key: string;
  readonly path: ModulePath;
  readonly module: Module;
  readonly own: Amount;
  /** Sessions in the report's range. */
  readonly sessions: number;
}

/** What a plan's rows can be gathered under. */
export type PlanGrouping = "none" | "note" | "area" | "level" | "state";

/** Rows that belong together, with their minutes. */
export interface PlanGroup {
  readonly key: string;
  /** The group's name, outermost part first: note, area, level or state. Null for a level or area without a title. */
  readonly names: readonly (string | null)[];
  /** The notes that the rows come from, each once, in order. */
  readonly notes: readonly string[];
  /** What is written for the note, area or level as a whole. */
  readonly own: Amount;
  /** Everything in the group; see `Node.total` of the report for times that are written for a level as a whole. */
  readonly total: Amount;
  readonly rows: readonly PlanRow[];
}

const NOTHING: Amount = { planned: 0, tracked: 0, written: 0 };

/** Minutes spent: measured and written. */
export const spentOf = ({ tracked, written }: Amount): number => tracked + written;

/** Every module of the notes in their order. `made` is the report of these very notes. */
export const planRows = (notes: readonly NoteOutline[], made: Report): PlanRow[] =>
  notes.flatMap((note, index) => {
    const leaves = modulesOf(made.notes[index]);
    return placesOf(note).map(({ path, module }, at): PlanRow => {
      const { own, sessions } = leaves[at] ?? { own: NOTHING, sessions: 0 };
      return { key: pathKey(path), path, module, own, sessions };
    });
  });

const modulesOf = (node: Node | undefined): Node[] =>
  node === undefined ? [] : node.kind === "module" ? [node] : node.children.flatMap(modulesOf);

/** How rows are gathered. */
export interface Gathering {
  readonly by: PlanGrouping;
  /** Areas (and levels in them) that have one name in several notes come together. */
  readonly joined: boolean;
}

/**
 * Gathers rows, groups in the order of their first row. `made` is the report where all of its modules stand in `rows`;
 * null where some were filtered out, so that the totals are those of the rows alone.
 */
export const planGroups = (rows: readonly PlanRow[], gathering: Gathering, made: Report | null): PlanGroup[] => {
  const groups = new Map<string, { names: readonly (string | null)[]; rows: PlanRow[] }>();
  for (const row of rows) {
    const names = namesOf(row.path, row.module.state, gathering);
    const key = keyOf(names, gathering);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { names, rows: [row] });
  }
  const nodes = made ? nodeAmounts(made, gathering) : new Map<string, Pick<Node, "own" | "total">>();
  return [...groups].map(([key, group]) => {
    const node = nodes.get(key);
    const own = node?.own ?? NOTHING;
    const total = node?.total ?? group.rows.reduce((sum, row) => addAmounts(sum, row.own), NOTHING);
    return { key, ...group, notes: [...new Set(group.rows.map(({ path }) => path.note))], own, total };
  });
};

const namesOf = (path: ModulePath, state: string, { by, joined }: Gathering): readonly (string | null)[] => {
  const note = joined ? [] : [path.note];
  switch (by) {
    case "none":
      return [];
    case "note":
      return [path.note];
    case "area":
      return [...note, path.area];
    case "level":
      return [...note, path.area, path.level];
    case "state":
      return [state];
  }
};

/** People write "Docker" in one note and "docker " in another: joined groups look past that. */
const keyOf = (names: readonly (string | null)[], { joined }: Gathering): string =>
  JSON.stringify(joined ? names.map((name) => name?.trim().toLowerCase() ?? null) : names);

/** The minutes of every note, area or level of a report under the key of its group; several under one key are added. */
const nodeAmounts = (made: Report, gathering: Gathering): Map<string, Pick<Node, "own" | "total">> => {
  const amounts = new Map<string, Pick<Node, "own" | "total">>();
  if (gathering.by === "none" || gathering.by === "state") return amounts;
  const visit = (node: Node, path: ModulePath): void => {
    if (node.kind === gathering.by) {
      const key = keyOf(namesOf(path, "", gathering), gathering);
      const known = amounts.get(key);
      const own = known ? addAmounts(known.own, node.own) : node.own;
      amounts.set(key, { own, total: known ? addAmounts(known.total, node.total) : node.total });
      return;
    }
    for (const child of node.children) visit(child, { ...path, [child.kind]: child.title });
  };
  for (const note of made.notes) visit(note, { note: note.title ?? "", area: null, level: null, title: "" });
  return amounts;
};
