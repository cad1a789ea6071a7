import type { Module, ModulePath, ModuleState, Open, Outline } from "#core/outline/tree.ts";

/** An area, level or module as a row of the outline. Levels without a title make no row. */
export interface OutlineNode {
  /** Stable while titles stay: two readings of one note give a node the same key. */
  readonly key: string;
  readonly kind: "area" | "level" | "module";
  readonly title: string;
  /** 0 for areas. */
  readonly depth: number;
  /** Index of the parent in the list; -1 for areas. */
  readonly parent: number;
  /** Index behind the last descendant. */
  readonly end: number;
  /** Offsets in UTF-16 code units, in the text that was read. */
  readonly from: number;
  readonly to: number;
  /** 1-based. */
  readonly line: number;
  /** Lines beneath the node's own. */
  readonly lines: number;
  /** Written minutes of the node alone; null where none stand. */
  readonly own: number | null;
  /** Written minutes of all modules beneath; the node's own where none of them has any. */
  readonly minutes: number | null;
  /** Planned minutes, rolled up like `minutes`. */
  readonly planned: number | null;
  /** Minutes that the note itself calls spent, rolled up. */
  readonly writtenSpent: number;
  /** Of a module. */
  readonly state: ModuleState | null;
  /** What is left open, rolled up. */
  readonly open: Open;
  /** Modules beneath, or 1 for a module. */
  readonly modules: number;
  /** Where a module's sessions are kept; null for areas and levels. */
  readonly path: ModulePath | null;
}

type Draft = { -readonly [Key in keyof OutlineNode]: OutlineNode[Key] };

const nothingOpen: Open = { fixme: 0, todo: 0, questions: 0, stubs: 0 };

const addOpen = (a: Open, b: Open): Open => ({
  fixme: a.fixme + b.fixme,
  todo: a.todo + b.todo,
  questions: a.questions + b.questions,
  stubs: a.stubs + b.stubs,
});

/**
 * The nodes of an outline in document order, each with its totals. `note`: the note's path in the notebook. `lines`:
 * how many lines the note has.
 */
export function outlineNodes(outline: Outline, note: string, lines: number): readonly OutlineNode[] {
  const nodes: Draft[] = [];
  const seen = new Map<string, number>();
  const keyOf = (parent: number, kind: string, title: string): string => {
    const plain = `${parent < 0 ? "" : nodes[parent]?.key}/${kind}:${title}`;
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}#${times}`;
  };
  const push = (parent: number, fields: Pick<Draft, "kind" | "title" | "from" | "to" | "line" | "own">): number => {
    nodes.push({
      ...fields,
      key: keyOf(parent, fields.kind, fields.title),
      depth: parent < 0 ? 0 : (nodes[parent]?.depth ?? 0) + 1,
      parent,
      end: nodes.length + 1,
      lines: 0,
      minutes: null,
      planned: null,
      writtenSpent: 0,
      state: null,
      open: nothingOpen,
      modules: 0,
      path: null,
    });
    return nodes.length - 1;
  };
  const pushModule = (parent: number, module: Module, area: string, level: string | null): void => {
    const at = push(parent, { ...pick(module), kind: "module", own: module.minutes });
    Object.assign(nodes[at] as Draft, {
      minutes: module.minutes,
      planned: module.planned,
      writtenSpent: module.spent ?? 0,
      state: module.state,
      open: module.open,
      modules: 1,
      path: { note, area, level, title: module.title },
    });
  };
  for (const area of outline.areas) {
    const areaAt = push(-1, { ...pick(area), kind: "area", own: area.minutes });
    for (const level of area.levels) {
      const levelAt =
        level.title === null
          ? areaAt
          : push(areaAt, {
              kind: "level",
              title: level.title,
              from: level.from,
              to: level.to,
              line: level.line ?? area.line,
              own: level.minutes,
            });
      for (const module of level.modules) pushModule(levelAt, module, area.title, level.title);
      if (levelAt !== areaAt) rollUp(nodes, levelAt, level.minutes);
    }
    rollUp(nodes, areaAt, area.minutes);
  }
  for (const node of nodes) node.lines = Math.max(0, (nodes[node.end]?.line ?? lines + 1) - node.line - 1);
  return nodes;
}

const pick = ({ title, from, to, line }: { title: string; from: number; to: number; line: number }) => ({
  title,
  from,
  to,
  line,
});

/** Sums the children of the last node that was finished; its own minutes stand in where no child has any. */
function rollUp(nodes: Draft[], at: number, own: number | null): void {
  const node = nodes[at] as Draft;
  node.end = nodes.length;
  for (let child = at + 1; child < nodes.length; child = nodes[child]?.end ?? nodes.length) {
    const { minutes, planned, writtenSpent, open, modules } = nodes[child] as Draft;
    if (minutes !== null) node.minutes = (node.minutes ?? 0) + minutes;
    if (planned !== null) node.planned = (node.planned ?? 0) + planned;
    node.writtenSpent += writtenSpent;
    node.open = addOpen(node.open, open);
    node.modules += modules;
  }
  node.minutes ??= own;
  node.planned ??= own;
}

/**
 * Index of the innermost node whose span holds an offset, -1 for none. `map` carries an offset of the text that was
 * read into the text as it is now.
 */
export function nodeAt(nodes: readonly OutlineNode[], offset: number, map: (offset: number) => number): number {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (map((nodes[middle] as OutlineNode).from) <= offset) low = middle + 1;
    else high = middle;
  }
  let at = low - 1;
  while (at >= 0 && map((nodes[at] as OutlineNode).to) < offset) at = (nodes[at] as OutlineNode).parent;
  return at;
}

/** Index of the next (`step` 1) or previous (-1) module as seen from an offset; -1 at the end. */
export function neighbourModule(
  nodes: readonly OutlineNode[],
  offset: number,
  step: 1 | -1,
  map: (offset: number) => number,
): number {
  const current = nodeAt(nodes, offset, map);
  for (let index = step === 1 ? 0 : nodes.length - 1; nodes[index] !== undefined; index += step) {
    const { kind, from } = nodes[index] as OutlineNode;
    if (kind !== "module" || index === current) continue;
    if (step === 1 ? map(from) > offset : map(from) < offset) return index;
  }
  return -1;
}
