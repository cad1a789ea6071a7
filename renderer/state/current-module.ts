import type { ModulePath } from "#core/outline/tree.ts";
import { modulePath } from "../outline/outline-tree.ts";
import { useNote } from "./note.ts";
import { useOutline } from "./outline.ts";

/** The module that the cursor is in, as its path; null outside of every module. */
export function currentModule(): ModulePath | null {
  const { tree, current } = useOutline.getState();
  const facts = tree.facts[current];
  const { note } = useNote.getState();
  return facts && note ? modulePath(facts, note.path) : null;
}
