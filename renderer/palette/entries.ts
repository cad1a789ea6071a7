import { useMemo } from "react";
import { type OutlineNode, outlineNodes } from "../outline/nodes.ts";
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
  readonly kind: "note" | OutlineNode["kind"];
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
  const nodes = useOutline((state) => state.nodes);
  const outlines = useOutlines();
  const here = useMemo(() => {
    const id = note?.id;
    return id === undefined ? [] : nodeEntries(nodes, id, (node) => goTo(id, nowAt(node.from)));
  }, [nodes, note]);
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
        return nodeEntries(outlineNodes(outline, path, 0), id, (node) => goTo(id, node.from), path);
      }),
    [outlines, note],
  );
  const entries = useMemo(() => [...here, ...all, ...others], [here, all, others]);
  return { entries, more: outlines.notes === null };
}

/** The nodes of one note as places. `name`: what stands first beside their titles. */
function nodeEntries(
  nodes: readonly OutlineNode[],
  id: string,
  go: (node: OutlineNode) => void,
  name?: string,
): readonly Entry[] {
  const words: string[] = [];
  return nodes.map((node, index) => {
    const around = node.parent < 0 ? name : `${words[node.parent]}${nodes[node.parent]?.title ?? ""}`;
    words[index] = around === undefined || around === "" ? "" : `${around} › `;
    return {
      key: `${id} ${node.key}`,
      kind: node.kind,
      title: node.title,
      words: around ?? "",
      go: () => go(node),
    };
  });
}
