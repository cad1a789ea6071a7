import type { ChangeSet } from "@codemirror/state";
import { create } from "zustand";
import type { Notation } from "#core/outline/notation.ts";
import type { Outline } from "#core/outline/tree.ts";
import { bridge } from "../bridge.ts";
import { noFilter, type OutlineFilter } from "../outline/filter.ts";
import { nodeAt, type OutlineNode, outlineNodes } from "../outline/nodes.ts";
import { createRecogniser, type Recogniser } from "../outline/recogniser.ts";
import { useNote } from "./note.ts";

interface OutlineState {
  /** Editor key of the note that the nodes belong to; null until its outline has been read. */
  readonly noteKey: string | null;
  readonly nodes: readonly OutlineNode[];
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
  nodes: [],
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

/** The outline as it was last read, to name its modules anew when the note is renamed. */
let last: { readonly outline: Outline; readonly lines: number } | null = null;

function receive(key: string, outline: Outline, lines: number): void {
  const { note } = useNote.getState();
  if (note?.key !== key) return;
  last = { outline, lines };
  const nodes = outlineNodes(outline, note.path, lines);
  useOutline.setState({ noteKey: key, nodes, notation: outline.notation, current: nodeAt(nodes, head, nowAt) });
}

/** Where an offset of the outline lies in the text as it is now. */
export const nowAt = (offset: number): number => recogniser?.map(offset) ?? offset;

/** Starts on another note, with the cursor at `offset`. */
export function readOutline(key: string, text: string, offset: number): void {
  head = offset;
  last = null;
  useOutline.setState({
    noteKey: null,
    nodes: [],
    notation: null,
    current: -1,
    collapsed: folds.get(key) ?? new Set(),
  });
  start().open(key, text);
}

/** The open note has another path, and so have its modules. */
export function renameOutline(path: string): void {
  if (last !== null) useOutline.setState({ nodes: outlineNodes(last.outline, path, last.lines) });
}

/** Follows the editor: what changed, and where the cursor is. */
export function followEditor(changes: ChangeSet | null, offset: number): void {
  if (changes !== null) recogniser?.change(changes);
  head = offset;
  const { nodes, current } = useOutline.getState();
  const next = nodeAt(nodes, head, nowAt);
  if (next !== current) useOutline.setState({ current: next });
}

/** No note is open. */
export function clearOutline(): void {
  useOutline.setState({ noteKey: null, nodes: [], notation: null, current: -1 });
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
