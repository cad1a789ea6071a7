import type { Module, ModulePath } from "#core/outline/tree.ts";
import { pathKey, samePath } from "#core/time/places.ts";
import { modulePath } from "../outline/outline-tree.ts";
import { useNote } from "../state/note.ts";
import { openNote } from "../state/opening.ts";
import { nowAt, useOutline } from "../state/outline.ts";
import { useAllOutlines } from "../state/outlines.ts";
import { startSession, stopSession, useTime } from "../state/time.ts";
import { useUi } from "../state/ui.ts";

/** Shows a module in its note. */
export function goToModule(path: ModulePath, module: Module): void {
  const id = useAllOutlines.getState().ids.get(path.note);
  if (id === undefined) return;
  const isOpen = useNote.getState().note?.id === id;
  useUi.setState({ view: "notes" });
  void openNote(id, (isOpen ? offsetNow(path) : null) ?? module.from);
}

/** Where a module of the open note begins now, whatever was typed since the notes were read; null where it is gone. */
function offsetNow(path: ModulePath): number | null {
  const { facts, from } = useOutline.getState().tree;
  const index = facts.findIndex((node) => {
    const known = modulePath(node, path.note);
    return known !== null && samePath(known, path);
  });
  return index < 0 ? null : nowAt(from[index] ?? 0);
}

/** Starts the timer on a module, or stops it where it runs there. */
export function toggleSession(path: ModulePath): void {
  const { running } = useTime.getState();
  if (running !== null && pathKey(running.module) === pathKey(path)) void stopSession();
  else void startSession(path);
}
