import type { Module, ModulePath, ModuleState, Open, Outline, Span } from "#core/outline/tree.ts";
import { placesOf } from "#core/time/places.ts";

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
  /** Where a module's sessions are kept, without the note: its second "Lab" there is "Lab (2)". Null for areas and levels. */
  readonly home: Omit<ModulePath, "note"> | null;
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
export const modulePath = ({ home }: NodeFacts, note: string): ModulePath | null =>
  home === null ? null : { note, ...home };

const nothingOpen: Open = { fixme: 0, todo: 0, questions: 0, stubs: 0 };

type Draft = { -readonly [Key in keyof NodeFacts]: NodeFacts[Key] };

/** Lists an outline's nodes with their totals. `lines`: how many lines the note has. */
export function outlineTree(outline: Outline, lines: number): OutlineTree {
  const facts: Draft[] = [];
  const places = {
    parent: [] as number[],
    end: [] as number[],
    from: [] as number[],
    to: [] as number[],
    line: [] as number[],
  };
  const seen = new Map<string, number>();
  // In the order of the text, as the modules are met below.
  const homes = placesOf({ note: "", outline }).values();
  /** Adds a node and tells its index. */
  const push = (parent: number, node: Draft, { from, to }: Span, line: number): number => {
    const around = facts[parent];
    node.key = `${around?.key ?? ""}/${node.kind}:${node.title}`;
    node.depth = around === undefined ? 0 : around.depth + 1;
    const twins = seen.get(node.key) ?? 0;
    seen.set(node.key, twins + 1);
    if (twins > 0) node.key = `${node.key}#${twins}`;
    places.parent.push(parent);
    places.end.push(facts.length + 1);
    places.from.push(from);
    places.to.push(to);
    places.line.push(line);
    return facts.push(node) - 1;
  };
  /** Closes a node behind its last descendant, and adds it to what it stands in. */
  const close = (at: number): void => {
    const node = facts[at];
    if (!node) return;
    places.end[at] = facts.length;
    node.minutes ??= node.own;
    node.planned ??= node.own;
    addTo(facts[places.parent[at] ?? -1], node);
  };
  for (const area of outline.areas) {
    const areaAt = push(-1, outerFacts("area", area.title, area.minutes), area, area.line);
    for (const level of area.levels) {
      const line = level.line ?? area.line;
      const isNamed = level.title !== null;
      const levelAt = isNamed ? push(areaAt, outerFacts("level", level.title, level.minutes), level, line) : areaAt;
      for (const module of level.modules) {
        const node = moduleFacts(module, homes.next().value?.path);
        push(levelAt, node, module, module.line);
        addTo(facts[levelAt], node);
      }
      if (isNamed) close(levelAt);
    }
    close(areaAt);
  }
  const beneath = places.end.map((end, at) =>
    Math.max(0, (places.line[end] ?? lines + 1) - (places.line[at] ?? 0) - 1),
  );
  return {
    facts,
    parent: new Int32Array(places.parent),
    end: new Int32Array(places.end),
    from: new Int32Array(places.from),
    to: new Int32Array(places.to),
    line: new Int32Array(places.line),
    lines: new Int32Array(beneath),
  };
}

const outerFacts = (kind: "area" | "level", title: string, own: number | null): Draft => ({
  key: "",
  kind,
  title,
  depth: 0,
  own,
  minutes: null,
  planned: null,
  writtenSpent: 0,
  state: null,
  open: nothingOpen,
  modules: 0,
  home: null,
});

function moduleFacts({ title, minutes, planned, spent, state, open }: Module, path?: ModulePath): Draft {
  const isOpen = open.fixme + open.todo + open.questions + open.stubs > 0;
  return {
    key: "",
    kind: "module",
    title,
    depth: 0,
    own: minutes,
    minutes,
    planned,
    writtenSpent: spent ?? 0,
    state,
    open: isOpen ? open : nothingOpen,
    modules: 1,
    home: path ? { area: path.area, level: path.level, title: path.title } : null,
  };
}

/** Counts a finished node among what it stands in. */
function addTo(around: Draft | undefined, { minutes, planned, writtenSpent, open, modules }: NodeFacts): void {
  if (around === undefined) return;
  if (minutes !== null) around.minutes = (around.minutes ?? 0) + minutes;
  if (planned !== null) around.planned = (around.planned ?? 0) + planned;
  around.writtenSpent += writtenSpent;
  if (open !== nothingOpen) around.open = addOpen(around.open, open);
  around.modules += modules;
}

const addOpen = (a: Open, b: Open): Open => ({
  fixme: a.fixme + b.fixme,
  todo: a.todo + b.todo,
  questions: a.questions + b.questions,
  stubs: a.stubs + b.stubs,
});
