import type { ChangeSet } from "@codemirror/state";
import { create } from "zustand";
import type { Choice } from "#core/outline/choice.ts";
import type { Notation } from "#core/outline/notation.ts";
import type { NodeKind } from "#core/outline/shape/node.ts";
import type { ModulePath } from "#core/outline/tree.ts";
import { bridge } from "../bridge.ts";
import { noFilter, type OutlineFilter } from "../outline/filter.ts";
import { emptyTree, type OutlineTree } from "../outline/outline-tree.ts";
import { createRecogniser, type Recogniser } from "../outline/recogniser.ts";
import { nodeAt } from "../outline/tree-places.ts";
import { choiceFor, tellOfReading } from "./notation.ts";
import { useNote } from "./note.ts";

/** A node by its kind and by where its own line is in the text as it is now. */
export interface NodePlace {
  readonly kind: NodeKind;
  readonly offset: number;
}

interface OutlineState {
  /** Editor key of the note that the tree belongs to; null until its outline has been read. */
  readonly noteKey: string | null;
  readonly tree: OutlineTree;
  readonly notation: Notation | null;
  /** Index of the node that the cursor is in; -1 for none. */
  readonly current: number;
  readonly filter: OutlineFilter;
  /** Keys of the nodes that are folded, by note. */
  readonly collapsed: ReadonlySet<string>;
}

/** The outline of the open note. */
export const useOutline = create<OutlineState>(() => ({
  noteKey: null,
  tree: emptyTree,
  notation: null,
  current: -1,
  filter: noFilter,
  collapsed: new Set(),
}));

const folds = new Map<string, ReadonlySet<string>>();
let recogniser: Recogniser | null = null;
let head = 0;

const start = (): Recogniser => {
  recogniser ??= createRecogniser(receive, (message) => void bridge.reportError({ message }));
  return recogniser;
};

function receive(key: string, tree: OutlineTree, notation: Notation, notes: readonly string[]): void {
  const { note } = useNote.getState();
  if (note?.key !== key) return;
  useOutline.setState({ noteKey: key, tree, notation, current: nodeAt(tree, head, nowAt) });
  tellOfReading(note.path, notes);
}

/** Where an offset of the outline lies in the text as it is now. */
export const nowAt = (offset: number): number => recogniser?.map(offset) ?? offset;

/** Where a module of the open note begins in its text as it is now; null where it has no such module. */
export function placeOfModule({ area, level, title }: ModulePath): number | null {
  const { facts, from } = useOutline.getState().tree;
  const index = facts.findIndex(
    ({ home }) => home !== null && home.title === title && home.area === area && home.level === level,
  );
  return index < 0 ? null : nowAt(from[index] ?? 0);
}

/** Starts on another note, with the cursor at `offset`. `choice`: how the person overruled its reading. */
export function readOutline(key: string, text: string, offset: number, choice: Choice | null): void {
  head = offset;
  useOutline.setState({
    noteKey: null,
    tree: emptyTree,
    notation: null,
    current: -1,
    collapsed: folds.get(key) ?? new Set(),
  });
  start().open(key, text, choice);
}

/** Reads the open note anew by what the person chose for it. */
export const readAnew = (path: string): void => recogniser?.choose(choiceFor(path));

/** Follows the editor: what changed, and where the cursor is. */
export function followEditor(changes: ChangeSet | null, offset: number): void {
  if (changes !== null) recogniser?.change(changes);
  head = offset;
  const { tree, current } = useOutline.getState();
  const next = nodeAt(tree, head, nowAt);
  if (next !== current) useOutline.setState({ current: next });
}

/** No note is open. */
export function clearOutline(): void {
  useOutline.setState({ noteKey: null, tree: emptyTree, notation: null, current: -1 });
}

/** Narrows the outline. */
export function filterOutline(filter: Partial<OutlineFilter>): void {
  useOutline.setState((state) => ({ filter: { ...state.filter, ...filter } }));
}

/** Folds or unfolds nodes. */
export function foldNodes(keys: readonly string[], folded: boolean): void {
  useOutline.setState(({ collapsed, noteKey }) => {
    const next = new Set(collapsed);
    for (const key of keys) folded ? next.add(key) : next.delete(key);
    if (noteKey !== null) folds.set(noteKey, next);
    return { collapsed: next };
  });
}
