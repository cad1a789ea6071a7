import type { Module, ModulePath, ModuleState, Open, Outline } from "#core/outline/tree.ts";

/** What is known of an area, level or module apart from where it stands, so that it stays the same while text around it changes. */
export interface NodeFacts {
  /** Stable while titles stay: two readings of one note give a node the same key. */
  readonly key: string;
  readonly kind: "area" | "level" | "module";
  readonly title: string;
  /** 0 for areas. */
  readonly depth: number;
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
  /** Titles of the area and level that a module stands in; null for areas and levels themselves. */
  readonly home: { readonly area: string; readonly level: string | null } | null;
}

/**
 * The outline of one note as a list in document order; levels without a title make no node. Positions lie in arrays of
 * their own, by the node's index, so that a hundred thousand of them cost little to move between threads.
 */
export interface OutlineTree {
  readonly facts: readonly NodeFacts[];
  /** Index of the parent; -1 for areas. */
  readonly parent: Int32Array;
  /** Index behind the last descendant. */
  readonly end: Int32Array;
  /** Offsets in UTF-16 code units, in the text that was read. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1-based line of the node, and how many lines stand beneath it. */
  readonly line: Int32Array;
  readonly lines: Int32Array;
}

const none = new Int32Array();

/** The outline of a note that has none, or has not been read yet. */
export const emptyTree: OutlineTree = {
  facts: [],
  parent: none,
  end: none,
  from: none,
  to: none,
  line: none,
  lines: none,
};

/** The path under which a module's sessions are kept; null for areas and levels. `note`: the note's path. */
export const modulePath = ({ home, title }: NodeFacts, note: string): ModulePath | null =>
  home === null ? null : { note, area: home.area, level: home.level, title };

const nothingOpen: Open = { fixme: 0, todo: 0, questions: 0, stubs: 0 };

type Draft = { -readonly [Key in keyof NodeFacts]: NodeFacts[Key] } & {
  from: number;
  to: number;
  line: number;
  parent: number;
  end: number;
};

/** Lists an outline's nodes with their totals. `lines`: how many lines the note has. */
export function outlineTree(outline: Outline, lines: number): OutlineTree {
  const nodes: Draft[] = [];
  const seen = new Map<string, number>();
  const keyOf = (parent: number, kind: string, title: string): string => {
    const plain = `${parent < 0 ? "" : nodes[parent]?.key}/${kind}:${title}`;
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}#${times}`;
  };
  const push = (parent: number, fields: Pick<Draft, "kind" | "title" | "from" | "to" | "line" | "own">): Draft => {
    const node: Draft = {
      ...fields,
      key: keyOf(parent, fields.kind, fields.title),
      depth: parent < 0 ? 0 : (nodes[parent]?.depth ?? 0) + 1,
      parent,
      end: nodes.length + 1,
      minutes: null,
      planned: null,
      writtenSpent: 0,
      state: null,
      open: nothingOpen,
      modules: 0,
      home: null,
    };
    nodes.push(node);
    return node;
  };
  const pushModule = (parent: number, module: Module, home: NodeFacts["home"]): void => {
    const { title, from, to, line, minutes, planned, spent, state, open } = module;
    const isOpen = open.fixme + open.todo + open.questions + open.stubs > 0;
    Object.assign(push(parent, { kind: "module", title, from, to, line, own: minutes }), {
      minutes,
      planned,
      writtenSpent: spent ?? 0,
      state,
      open: isOpen ? open : nothingOpen,
      modules: 1,
      home,
    });
  };
  for (const { title, from, to, line, minutes, levels } of outline.areas) {
    const area = nodes.length;
    push(-1, { kind: "area", title, from, to, line, own: minutes });
    for (const level of levels) {
      const home = { area: title, level: level.title };
      const at = level.title === null ? area : nodes.length;
      if (level.title !== null) {
        const { from: begin, to: stop } = level;
        push(area, {
          kind: "level",
          title: level.title,
          from: begin,
          to: stop,
          line: level.line ?? line,
          own: level.minutes,
        });
      }
      for (const module of level.modules) pushModule(at, module, home);
      if (at !== area) rollUp(nodes, at);
    }
    rollUp(nodes, area);
  }
  return {
    facts: nodes.map(({ from: _from, to: _to, line: _line, parent: _parent, end: _end, ...facts }) => facts),
    parent: Int32Array.from(nodes, (node) => node.parent),
    end: Int32Array.from(nodes, (node) => node.end),
    from: Int32Array.from(nodes, (node) => node.from),
    to: Int32Array.from(nodes, (node) => node.to),
    line: Int32Array.from(nodes, (node) => node.line),
    lines: Int32Array.from(nodes, ({ end, line }) => Math.max(0, (nodes[end]?.line ?? lines + 1) - line - 1)),
  };
}

/** Sums the children of a node whose last descendant has been listed; its own minutes stand in where no child has any. */
function rollUp(nodes: Draft[], at: number): void {
  const node = nodes[at] as Draft;
  node.end = nodes.length;
  for (let child = at + 1; child < nodes.length; child = nodes[child]?.end ?? nodes.length) {
    const { minutes, planned, writtenSpent, open, modules } = nodes[child] as Draft;
    if (minutes !== null) node.minutes = (node.minutes ?? 0) + minutes;
    if (planned !== null) node.planned = (node.planned ?? 0) + planned;
    node.writtenSpent += writtenSpent;
    if (open !== nothingOpen) node.open = addOpen(node.open, open);
    node.modules += modules;
  }
  node.minutes ??= node.own;
  node.planned ??= node.own;
}

const addOpen = (a: Open, b: Open): Open => ({
  fixme: a.fixme + b.fixme,
  todo: a.todo + b.todo,
  questions: a.questions + b.questions,
  stubs: a.stubs + b.stubs,
});
