import { create } from "zustand";
import { type NodePlace, nowAt, useOutline } from "./outline.ts";

interface ChosenState {
  /** Editor key of the note that they are of. */
  readonly noteKey: string | null;
  /** Keys of the nodes. Empty: the one at the cursor is meant. */
  readonly keys: ReadonlySet<string>;
}

/** The nodes of the outline that were chosen together. */
export const useChosen = create<ChosenState>(() => ({ noteKey: null, keys: new Set() }));

/** Chooses nodes of the open note in place of those that were chosen. */
export const chooseNodes = (keys: Iterable<string>): void =>
  useChosen.setState({ noteKey: useOutline.getState().noteKey, keys: new Set(keys) });

/** The chosen nodes that the open note has, by where their lines are in its text as it is now, in its order. */
export function chosenPlaces(): NodePlace[] {
  const { tree, noteKey } = useOutline.getState();
  const chosen = useChosen.getState();
  if (chosen.noteKey !== noteKey || chosen.keys.size === 0) return [];
  return tree.facts.flatMap(({ key, kind }, index) =>
    chosen.keys.has(key) ? [{ kind, offset: nowAt(tree.from[index] ?? 0) }] : [],
  );
}
