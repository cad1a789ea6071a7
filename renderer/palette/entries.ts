import { useMemo } from "react";
import { type NodeFacts, type OutlineTree, outlineTree } from "../outline/outline-tree.ts";
import { useNote } from "../state/note.ts";
import { useNotebook } from "../state/notebook.ts";
import { openNote } from "../state/opening.ts";
import { nowAt, useOutline } from "../state/outline.ts";
import { useOutlines } from "../state/outlines.ts";
import { useUi } from "../state/ui.ts";
import type { Findable } from "./ranking.ts";

/** A place one can go to. */
export interface Entry extends Findable {
  readonly key: string;
  readonly kind: "note" | NodeFacts["kind"];
  readonly go: () => void;
}

const goTo = (id: string, offset: number | null): void => {
  useUi.setState({ view: "notes" });
  void openNote(id, offset);
};

/** Every place in the notebook: the open note's first, then notes, then the other notes' modules and headings. */
export function useEntries(): { readonly entries: readonly Entry[]; readonly more: boolean } {
  const notes = useNotebook((state) => state.notes);
  const note = useNote((state) => state.note);
  const tree = useOutline((state) => state.tree);
  const outlines = useOutlines();
  const here = useMemo(() => {
    const id = note?.id;
    return id === undefined ? [] : treeEntries(tree, id, (index) => goTo(id, nowAt(tree.from[index] ?? 0)), "");
  }, [tree, note]);
  const all = useMemo(
    () =>
      (notes ?? []).map(
        ({ id, name, path }): Entry => ({
          key: `note ${id}`,
          kind: "note",
          title: name,
          words: path.split("/").slice(0, -1).join(" › "),
          go: () => goTo(id, null),
        }),
      ),
    [notes],
  );
  const others = useMemo(
    () =>
      (outlines.notes ?? []).flatMap(({ note: path, outline }) => {
        const id = outlines.ids.get(path);
        if (id === undefined || id === note?.id) return [];
        const other = outlineTree(outline, 0);
        return treeEntries(other, id, (index) => goTo(id, other.from[index] ?? null), path);
      }),
    [outlines, note],
  );
  const entries = useMemo(() => [...here, ...all, ...others], [here, all, others]);
  return { entries, more: outlines.notes === null };
}

/** The nodes of one note as places. `name`: what stands first beside their titles. */
function treeEntries(tree: OutlineTree, id: string, go: (index: number) => void, name: string): readonly Entry[] {
  // What stands beside the children of each node.
  const beside: string[] = [];
  return tree.facts.map(({ key, kind, title }, index) => {
    const words = beside[tree.parent[index] ?? -1] ?? name;
    beside[index] = words === "" ? title : `${words} › ${title}`;
    return { key: `${id} ${key}`, kind, title, words, go: () => go(index) };
  });
}
